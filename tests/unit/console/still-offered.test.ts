import { describe, expect, it } from 'vitest';
import { offeredNow } from '#app/dispatch/ripple/still-offered.ts';
import type { RepairOption } from '#protocol/repair.ts';

type MakeRoom = Extract<RepairOption, { kind: 'make_room' }>;

const room = (movedTo: string, at: number, outcome: MakeRoom['outcome'] = 'accepted'): MakeRoom => ({
  kind: 'make_room',
  technicianId: 't1',
  movedOrderId: 'other',
  movedTo,
  travelSeconds: 60,
  overtimeSeconds: 0,
  calls: 0,
  outcome,
  rules: [],
  commands: [
    { type: 'order.reassign', payload: { orderId: 'other', technicianId: movedTo } },
    { type: 'order.reassign', payload: { orderId: 'late', technicianId: 't1', at } },
  ],
});

describe('a way out of two commands', () => {
  const asked = (...options: RepairOption[]) => offeredNow(room('t2', 800), async () => ({ options }));

  it('is taken as the server would send it now', async () => {
    const now = room('t2', 900);
    expect(await asked(room('t3', 700), now)).toBe(now);
  });

  it('is none when the day has changed: nobody is moved for nothing', async () => {
    expect(await asked()).toBe('changed');
    expect(await asked(room('t3', 800))).toBe('changed');
    expect(await asked(room('t2', 800, 'refused'))).toBe('changed');
  });

  it('waits when nobody could be asked, which is said as that and not as a changed day', async () => {
    expect(await offeredNow(room('t2', 800), () => Promise.reject(new Error('503')))).toBe('unasked');
  });
});

describe('a way out of one command', () => {
  it('is sent as it is: the gate itself says whether it still holds', async () => {
    const [, only] = room('t2', 800).commands;
    const one = { ...room('t2', 800), commands: only ? [only] : [] };
    expect(await offeredNow(one, () => Promise.reject(new Error('not asked')))).toBe(one);
  });
});
