import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { dayProblem } from '#domain/scheduling/day-problem.ts';
import { timeDay } from '#domain/scheduling/day-route.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import { parsePayload } from '#protocol/schema.ts';
import { beijing, Story, said, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';
const DOOR = { lng: 119.3, lat: 26.08 };
const standard = resolveStandard('tietong-fujian-2015');
const at = (clock: string) => beijing(`${DATE} ${clock}`);

/** An accepted order with a place in t1's day. */
function planned(clock: string): Story {
  const story = Story.accepted();
  const slot = { technicianId: 't1', start: at(clock), end: at(clock) + 90 * 60_000 };
  story.order = {
    ...story.now,
    durationMin: 90,
    place: { point: DOOR, precision: 'rooftop', uncertaintyM: 0 },
    planned: { ...slot, travelSeconds: 0, travelMetres: 0 },
  };
  return story;
}

function locked(clock: string, what: { technician: boolean; time: boolean }): Story {
  const story = planned(clock);
  expect(said(story.do('2026-03-10 08:00', 'order.lock', what))).toBe('accepted');
  return story;
}

const named = (order: Order, id: string): Order => ({ ...order, id });

function judge(order: Order, technicianId: string, start: string | null) {
  return judgeAssignment({
    order,
    technician: { ...technician, id: technicianId },
    slot: start === null ? null : { start: at(start), end: at(start) + 90 * 60_000 },
    bookings: [],
    standard,
    now: at('08:00'),
  }).filter(({ rule }) => rule === 'LOCK');
}

describe('a lock on an order’s place', () => {
  it('[LOCK] fixes the technician, the time or both, as they are at that moment', () => {
    expect(locked('10:00', { technician: true, time: false }).now.lock).toEqual({
      technicianId: 't1',
      start: null,
      by: 'dispatcher',
      at: at('08:00'),
    });
    expect(locked('10:00', { technician: false, time: true }).now.lock).toMatchObject({
      technicianId: null,
      start: at('10:00'),
    });
  });

  it('[LOCK] needs somebody who has the order, and for the time a planned one', () => {
    const unplanned = Story.accepted();
    expect(said(unplanned.do('2026-03-10 08:00', 'order.lock', { technician: false, time: true }))).toBe(
      'refused STATE',
    );
    expect(said(planned('10:00').do('2026-03-10 08:00', 'order.unlock', {}))).toBe('refused STATE');
  });

  it('[LOCK] refuses another technician, another time and the pool, and nothing once it is gone', () => {
    const story = locked('10:00', { technician: true, time: true });
    expect(judge(story.now, 't2', '10:00')).toMatchObject([{ kind: 'block', facts: { lockedTo: 't1' } }]);
    expect(judge(story.now, 't1', '10:15')).toMatchObject([
      { kind: 'block', facts: { lockedAt: at('10:00'), startAt: at('10:15') } },
    ]);
    expect(judge(story.now, 't1', '10:00')).toEqual([]);
    const back = { reason: '调整' };
    expect(said(story.do('2026-03-10 08:01', 'order.unassign', back))).toBe('refused LOCK');
    story.do('2026-03-10 08:02', 'order.unlock', {});
    expect(judge(story.now, 't2', '15:00')).toEqual([]);
    expect(said(story.do('2026-03-10 08:03', 'order.unassign', back))).toBe('accepted');
  });

  it('[LOCK] ends with the technician who gives the order back and, for the time, with the promise that moves', () => {
    const returned = locked('10:00', { technician: true, time: true });
    returned.do('2026-03-10 08:05', 'order.return', { reason: '缺料' });
    expect(returned.now.lock).toBeNull();

    const promised = locked('10:00', { technician: true, time: true });
    promised.do('2026-03-10 08:05', 'appointment.confirm', { start: at('15:00'), proposedBy: 'customer' });
    expect(promised.now.lock).toMatchObject({ technicianId: 't1', start: null });
  });

  it('[LOCK] a visit locked to its time is planned exactly then, and another put before it says what it would push', () => {
    const fixed = named(locked('10:00', { technician: false, time: true }).now, 'fixed');
    const other = named({ ...planned('10:00').now, planned: null }, 'other');
    const { problem } = dayProblem({
      date: DATE,
      now: at('08:00'),
      technicians: [technician],
      orders: [fixed],
      standard,
    });
    expect(problem.visits[0]?.lock).toEqual({ begin: 10 * 3600 });

    const day = (start?: number) =>
      timeDay({
        technician: { ...technician, home: DOOR },
        date: DATE,
        stops: [fixed],
        insert: { orders: [other], ...(start === undefined ? {} : { at: start }) },
        standard,
        now: at('08:00'),
      });
    expect(day().stops.find(({ orderId }) => orderId === 'fixed')?.planned.start).toBe(at('10:00'));
    const pushed = day(at('09:00')).stops.find(({ orderId }) => orderId === 'fixed')!.planned.start;
    expect(pushed).toBe(at('10:30'));
    const findings = judgeAssignment({
      order: other,
      technician,
      slot: { start: at('09:00'), end: at('10:30') },
      bookings: [{ orderId: 'fixed', start: pushed, end: at('12:00'), promised: false, pushedOffLock: true }],
      standard,
      now: at('08:00'),
    });
    expect(findings).toMatchObject([{ rule: 'LOCK', kind: 'block', facts: { orders: ['fixed'] } }]);
  });

  it('[LOCK] to lock nothing is no command', () => {
    const orderId = '0190a000-0000-7000-8000-000000000001';
    expect(parsePayload('order.lock', { orderId, technician: true, time: false }).ok).toBe(true);
    expect(parsePayload('order.lock', { orderId, technician: false, time: false })).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('order.unlock') },
    });
  });
});
