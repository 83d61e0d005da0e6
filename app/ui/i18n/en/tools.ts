import type { Translation } from '../catalogue.ts';
import type { tools as zh } from '../zh-cn/tools.ts';

const orders = (n: number) => `${n} ${n === 1 ? 'order' : 'orders'}`;

export const tools: Translation<typeof zh> = {
  menu: {
    title: (what) => `Do with ${what}`,
    open: 'Open',
    give: (name, n) => `Give the selected ${orders(n)} to ${name}`,
    copy: 'Copy order number',
    copied: (numbers) => `Copied ${numbers}`,
    copyFailed: 'The browser does not allow copying; select the number by hand.',
    route: 'Show this person’s route',
    lockMore: 'Lock…',
  },
  lock: {
    title: (what) => `Lock ${what}`,
    technician: 'Lock the technician',
    time: 'Lock the time',
    both: 'Lock technician and time',
    unlock: 'Unlock',
    lockedTechnician: 'Technician locked',
    lockedTime: (time) => `Locked to ${time}`,
    lockedBoth: (time) => `Technician and ${time} locked`,
    done: (what) => `${what} locked`,
    undone: (what) => `${what} unlocked`,
    nobody: 'Nobody has it yet: there is nothing to lock.',
    notLocked: 'Nothing is locked.',
    failed: (what) => `${what} could not be locked`,
    unlockFailed: (what) => `${what} could not be unlocked`,
  },
  lasso: {
    tool: 'Lasso orders (X, or drag with Shift)',
    hint: 'Drag around them, or click corner by corner and double-click to close; Esc cancels',
    picked: (n) => (n === 0 ? 'No order in there' : `${orders(n)} selected`),
  },
  cluster: { zoom: 'Zoom in', more: (n) => `${n} more; zoom in to see them` },
  window: {
    open: 'Open the map in a window of its own',
    title: 'Map window',
    blocked: 'The browser blocked the new window: allow pop-ups for this page.',
  },
};
