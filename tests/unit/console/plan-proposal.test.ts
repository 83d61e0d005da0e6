import { describe, expect, it } from 'vitest';
import { type PlanChange, pickedAtFirst } from '#app/dispatch/plan/plan-proposal.ts';
import type { Order } from '#domain/order/order.ts';
import { Story } from '#tests/support/story.ts';

describe('[SCHD-10] what is picked of a proposal at first', () => {
  const promised = (id: string): Order => ({ ...Story.promised().now, id, technicianId: 't1' });
  const unpromised = (id: string): Order => ({ ...promised(id), appointments: [] });
  const planned = (technicianId: string) => ({
    technicianId,
    start: 0,
    end: 1,
    travelSeconds: 0,
    travelMetres: 0,
  });
  const comes = (order: Order, technicianId: string): PlanChange => ({
    order,
    planned: planned(technicianId),
    kind: order.technicianId === technicianId ? 'retimed' : 'moved',
  });
  const back = (order: Order): PlanChange => ({ order, planned: null, kind: 'given_back' });
  const picked = (...changes: PlanChange[]) => [...pickedAtFirst(changes)].sort();

  it('is everything, an order without a promise that is given back included', () => {
    expect(picked(back(unpromised('a')), comes(promised('b'), 't2'))).toEqual(['a', 'b']);
  });

  it('is not a promised order that would be given back, nor what comes into the day that it leaves', () => {
    const urgent: Order = { ...unpromised('urgent'), technicianId: null };
    const elsewhere: Order = { ...unpromised('elsewhere'), technicianId: null };
    expect(
      picked(
        back(promised('kept')),
        comes(urgent, 't1'),
        comes(unpromised('later'), 't1'),
        comes(elsewhere, 't2'),
      ),
    ).toEqual(['elsewhere', 'later']);
  });
});
