import { describe, expect, it } from 'vitest';
import { decideOrder } from '#domain/order/decide.ts';
import { MOVE_ENDS, MOVE_PARENT_STEPS, moveOutcome, splitMove } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { ORDER_STATUSES } from '#domain/order/order-status.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const move = { orderId: 'm', number: '20260309-7', areaId: 'a1', type: 'move' } as const;

function parent(): Story {
  const story = new Story();
  story.do('2026-03-09 09:00', 'order.intake', {
    number: '1',
    areaId: 'a1',
    type: 'move',
    childIds: ['o1.install', 'o1.remove'],
  });
  return story;
}

describe('a move', () => {
  it('[SITE-11] is taken in as a parent, an install at the new address and a removal at the old one', () => {
    const place = { point: { lng: 119.3, lat: 26.1 }, precision: 'rooftop', uncertaintyM: 50 } as const;
    const [whole, install, remove] = splitMove(
      { ...move, place, estate: 'new' },
      { areaId: 'a2', place: null, estate: 'old' },
    );
    expect(whole).toMatchObject({ orderId: 'm', type: 'move', childIds: ['m.install', 'm.remove'] });
    expect(install).toMatchObject({
      orderId: 'm.install',
      number: '20260309-7-装',
      type: 'install',
      areaId: 'a1',
      estate: 'new',
      place,
      parentOrderId: 'm',
    });
    expect(remove).toMatchObject({
      orderId: 'm.remove',
      type: 'remove',
      areaId: 'a2',
      estate: 'old',
      place: null,
      parentOrderId: 'm',
    });
  });

  it('[INTK-01] without an old address its removal waits for one', () => {
    const [, , remove] = splitMove({ ...move, estate: 'new' }, null);
    expect(remove).toMatchObject({ estate: null, place: null, missing: ['address'] });
    const { orderId: _id, ...payload } = remove;
    const story = new Story();
    const taken = story.do('2026-03-09 09:00', 'order.intake', payload);
    expect([story.now.status, taken.verdict.findings[0]?.rule]).toEqual(['draft', 'INTK-01']);
    story.do('2026-03-09 09:01', 'order.complete', { fields: ['address'] });
    expect(story.now.status).toBe('pending_dispatch');
  });

  it('[STATE] no work is done to the parent; every refused step names the children', () => {
    const story = parent();
    for (const type of Object.keys(ORDER_STEPS) as (keyof typeof ORDER_STEPS)[]) {
      if (MOVE_PARENT_STEPS.has(type)) continue;
      for (const status of ORDER_STEPS[type].from) {
        const decision = decideOrder(
          { ...story.now, status },
          { type, payload: { orderId: 'o1' } } as never,
          {
            now: beijing('2026-03-09 10:00'),
            actor: { id: 'dispatcher', role: 'dispatcher', areaIds: null },
            standard: story.standard,
            area: null,
            technician: null,
            bookings: [],
            slot: null,
            approval: null,
            sibling: null,
          },
        );
        expect(said(decision), `${type} from ${status}`).toBe('refused STATE');
        expect(decision.verdict.findings[0]?.facts.needs).toContain('o1.install');
      }
    }
  });

  it('[STATE] the parent ends with both children, and not before', () => {
    const { now } = parent();
    const outcome = (install: Order['status'], remove: Order['status']) =>
      moveOutcome(now, [{ status: install }, { status: remove }])?.type ?? null;
    expect(outcome('closed', 'closed')).toBe('order.closed');
    expect(outcome('closed', 'cancelled')).toBe('order.closed');
    expect(outcome('unserviceable', 'cancelled')).toBe('order.cancelled');
    expect(outcome('closed', 'callback')).toBeNull();
    expect(moveOutcome({ ...now, endedAt: 1 }, [{ status: 'closed' }, { status: 'closed' }])).toBeNull();
    for (const status of ORDER_STATUSES) expect(outcome(status, 'pending_dispatch')).toBeNull();
    expect(Object.keys(MOVE_ENDS)).toEqual(['open', 'closed', 'given_up']);
  });
});
