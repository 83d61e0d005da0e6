import { describe, expect, it } from 'vitest';
import { stillOffered } from '#app/dispatch/ripple/still-offered.ts';
import type { RepairOption } from '#protocol/repair.ts';

type MakeRoom = Extract<RepairOption, { kind: 'make_room' }>;

const room = (movedTo: string, at: number, outcome: MakeRoom['outcome'] = 'accepted'): MakeRoom => ({
  kind: 'make_room',
  technicianId: 't1',
  movedOrderId: 'other',
  movedTo,
  costSeconds: 60,
  calls: 0,
  outcome,
  rules: [],
  commands: [
    { type: 'order.reassign', payload: { orderId: 'other', technicianId: movedTo } },
    { type: 'order.reassign', payload: { orderId: 'late', technicianId: 't1', at } },
  ],
});

describe('a way out of two commands', () => {
  it('is taken as the server would send it now', () => {
    const now = room('t2', 900);
    expect(stillOffered({ options: [room('t3', 700), now] }, room('t2', 800))).toBe(now);
  });

  it('is none when the day has changed: nobody is moved for nothing', () => {
    expect(stillOffered({ options: [] }, room('t2', 800))).toBeNull();
    expect(stillOffered({ options: [room('t3', 800)] }, room('t2', 800))).toBeNull();
    expect(stillOffered({ options: [room('t2', 800, 'refused')] }, room('t2', 800))).toBeNull();
  });
});
