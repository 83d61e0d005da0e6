import type { TimerName } from '../timer/timer.ts';

/** The limits of an order as a whole; missing one makes the order overdue (KPI-06, OVRD-01). */
export const firstLimits: ReadonlySet<TimerName> = new Set([
  'T_REPLY',
  'T_FLOW',
  'T_FAULT',
  'T_INSTALL',
  'T_INSTALL_MAX',
  'T_COMPLAINT_MAX',
]);
