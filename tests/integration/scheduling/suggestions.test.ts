import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { eventsAfter } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { planById } from '#db/query/plan.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import { type Improver, startImprover } from '#server/planner/improver.ts';
import { RunningDays } from '#server/planner/running-days.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  type House,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';
import { until } from '#tests/support/until.ts';

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00+08:00`);
const PACE = { everyMs: 20, hurryMs: 20, seconds: 0.05 };

describe('suggestions while the day runs', () => {
  let house: House;
  let days: RunningDays;
  let improver: Improver;
  beforeEach(async () => {
    house = await openHouse();
    days = new RunningDays(house.database.url);
    for (const id of ['t1', 't2']) {
      const viewer = technicianViewer(id);
      await house.done(viewer, 'technician.consent', {
        technicianId: id,
        version: CONSENT_VERSION,
        given: true,
      });
      await house.done(viewer, 'technician.on_duty', { technicianId: id });
    }
  });
  afterEach(async () => {
    await improver?.stop();
    await days.close();
    await house.close();
  });

  const begin = () => {
    improver = startImprover(house.services, days, PACE);
  };
  const standing = async () => (await areaSnapshot(house.database.sql, 'gulou', 0))?.state.suggestion ?? null;
  const shown = () => until('a suggestion', standing);
  const events = async () =>
    (await eventsAfter(house.database.sql, 'gulou', 0, 1000))
      .filter(({ entity }) => entity === 'plan')
      .map(({ type, id }) => `${type} ${id}`);

  /** An order in t1's day, promised for that time. */
  async function promised(clock: string): Promise<OrderId> {
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(technicianViewer('t1'), 'order.accept', { orderId });
    await house.done(DISPATCHER, 'contact.attempt', {
      orderId,
      outcome: 'connected',
      contentConfirmed: true,
    });
    await house.done(DISPATCHER, 'appointment.confirm', {
      orderId,
      start: at(clock),
      proposedBy: 'customer',
    });
    return orderId;
  }

  /** t1 cannot come to 10:30 before 11:10, nor therefore to 11:15 in time; t2 is free. Only one of the two fits in there. */
  async function lateDay(): Promise<OrderId> {
    const first = await promised('10:30');
    const second = await promised('11:45');
    await house.done(DISPATCHER, 'order.lock', { orderId: first, technician: true, time: false });
    await house.done(technicianViewer('t1'), 'appointment.late', {
      orderId: first,
      eta: at('11:10'),
      reason: '堵车',
    });
    return second;
  }

  it('tell of a promise that somebody else could keep; taken, they are one command and one event', async () => {
    const late = await lateDay();
    begin();
    const planId = await shown();
    const plan = await planById(house.database.sql, planId);
    const suggestion = plan?.proposal as Suggestion;
    expect(suggestion).toMatchObject({ gain: 'promises', changed: [late], troubled: [late] });
    expect(suggestion.after.promisesLate).toBeLessThan(suggestion.before.promisesLate);
    // Nothing has moved by itself.
    expect(await orderById(house.database.sql, late)).toMatchObject({ technicianId: 't1' });

    await house.done(DISPATCHER, 'plan.publish', { planId, baseSeq: plan?.baseSeq ?? 0 });
    expect(await orderById(house.database.sql, late)).toMatchObject({
      technicianId: 't2',
      planned: { start: at('11:45') },
    });
    expect(await standing()).toBeNull();
    expect(await events()).toEqual([`plan.suggested ${planId}`, `plan.published ${planId}`]);
  });

  it('come at once when a day is upset, however long the next turn would be', async () => {
    const looked: unknown[] = [];
    const { improve } = days;
    days.improve = async (ask) => {
      const answer = await improve.call(days, ask);
      looked.push(answer.seq);
      return answer;
    };
    improver = startImprover(house.services, days, { everyMs: 3_600_000, hurryMs: 20, seconds: 0.05 });
    await until('a first look', async () => looked.length > 0);
    expect(await standing()).toBeNull();
    const late = await lateDay();
    // What was suggested of the day while it came about gives way to what its last event wants.
    await until('a suggestion for the late visit', async () => {
      const planId = await standing();
      const plan = planId === null ? null : await planById(house.database.sql, planId);
      return (plan?.proposal as Suggestion | undefined)?.changed.join() === late;
    });
  });

  it('are stale once one of their orders has changed, and are taken back', async () => {
    const late = await lateDay();
    begin();
    const planId = await shown();
    const baseSeq = (await planById(house.database.sql, planId))?.baseSeq ?? 0;
    await house.done(DISPATCHER, 'order.lock', { orderId: late, technician: true, time: false });
    expect(await house.send(DISPATCHER, 'plan.publish', { planId, baseSeq })).toMatchObject({
      ok: false,
      code: 'stale',
    });
    await until('its withdrawal', async () => (await events()).includes(`plan.withdrawn ${planId}`));
    expect((await planById(house.database.sql, planId))?.status).toBe('withdrawn');
    // The next look may have found another by now, which leaves both with t1.
    expect(await standing()).not.toBe(planId);
  });

  it('are taken back when their day is over, though nobody is on duty any more', async () => {
    await lateDay();
    begin();
    const planId = await shown();
    await improver.stop();
    for (const technicianId of ['t1', 't2'])
      await house.done(technicianViewer(technicianId), 'technician.off_duty', { technicianId });
    expect(await standing()).toBe(planId);
    house.clock.at = at('23:59') + 60_000;
    days = new RunningDays(house.database.url);
    begin();
    await until('its withdrawal', async () => (await events()).includes(`plan.withdrawn ${planId}`));
    expect(await standing()).toBeNull();
  });

  it('are refused when something has come into the day that they would make late, and looked at again', async () => {
    await lateDay();
    begin();
    const planId = await shown();
    const baseSeq = (await planById(house.database.sql, planId))?.baseSeq ?? 0;
    await improver.stop();
    const between = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: between, technicianId: 't2' });
    await house.done(technicianViewer('t2'), 'order.accept', { orderId: between });
    await house.done(DISPATCHER, 'contact.attempt', {
      orderId: between,
      outcome: 'connected',
      contentConfirmed: true,
    });
    await house.done(DISPATCHER, 'appointment.confirm', {
      orderId: between,
      start: at('11:50'),
      proposedBy: 'customer',
    });
    expect(await house.send(DISPATCHER, 'plan.publish', { planId, baseSeq })).toMatchObject({
      ok: false,
      code: 'stale',
    });
    expect(await orderById(house.database.sql, between)).toMatchObject({ planned: { start: at('11:50') } });

    await days.close();
    days = new RunningDays(house.database.url);
    begin();
    await until('its withdrawal', async () => (await events()).includes(`plan.withdrawn ${planId}`));
  });

  it('do not come back once put aside, until what they would move has changed', async () => {
    const late = await lateDay();
    begin();
    const planId = await shown();
    expect(await house.send(ELSEWHERE, 'plan.dismiss', { planId })).toMatchObject({ code: 'not_found' });
    await house.done(DISPATCHER, 'plan.dismiss', { planId });
    expect(await house.send(DISPATCHER, 'plan.dismiss', { planId })).toMatchObject({ code: 'stale' });
    expect(await standing()).toBeNull();
    const again = await days.improve({
      kind: 'improve',
      areaId: 'gulou',
      now: house.clock.at,
      seed: 9,
      seconds: 0.05,
      dismissed: [
        { orderId: late, version: (await orderById(house.database.sql, late))?.version ?? 0, troubled: true },
      ],
    });
    expect(again.suggestion).toBeNull();
    await house.done(DISPATCHER, 'contact.attempt', { orderId: late, outcome: 'connected' });
    const next = await shown();
    expect(next).not.toBe(planId);
  });

  it('survive the death of the thread that looks for them', async () => {
    await lateDay();
    const heapTooSmall = days.improve({
      kind: 'improve',
      areaId: 'gulou',
      now: Number.NaN,
      seed: 1,
      seconds: 1,
      dismissed: [],
    });
    await expect(heapTooSmall).rejects.toThrow();
    begin();
    expect(await shown()).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('give way to a question, which is answered at once', async () => {
    const late = await lateDay();
    const improving = days.improve({
      kind: 'improve',
      areaId: 'gulou',
      now: house.clock.at,
      seed: 1,
      seconds: 600,
      dismissed: [],
    });
    const answer = await days.options(late, house.clock.at);
    expect(answer?.options[0]).toMatchObject({ kind: 'same_time', technicianId: 't2' });
    expect((await improving).suggestion).toMatchObject({ changed: [late] });
  });
});
