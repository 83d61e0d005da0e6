import { createHash } from 'node:crypto';
import { aliveOrders, lockOrders } from '#db/query/order.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import { nextDueEvent } from '#domain/order/due-events.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { provisionalYears, recomputed } from '#domain/timer/recompute.ts';
import { SYSTEM } from '#server/access/viewer.ts';
import { houseYears } from '../calendar/work-years.ts';
import { carryOut } from '../command/carry-out.ts';
import type { Outcome, Work } from '../command/change.ts';
import { derivedId } from '../command/derived-id.ts';
import { notFound } from '../command/refusal.ts';
import type { Services } from '../context.ts';
import { caughtUp } from './caught-up.ts';
import { orderWrites } from './order-change.ts';

const PAGE = 500;

/**
 * Records what time alone has brought about on orders that nobody touches: requests that lapsed, promises that were
 * missed, urges that went out. Returns on how many orders. Several nodes may do it at once: each event is written once.
 */
export async function settleDue(services: Services): Promise<number> {
  let settled = 0;
  for (let after = ''; ; ) {
    const page = await aliveOrders(services.database.sql, after, PAGE);
    const last = page.at(-1);
    if (!last) return settled;
    after = last.id;
    for (const order of page) if (await settleOrder(services, order)) settled += 1;
  }
}

/** The same for one order, and the deadlines that a calendar published meanwhile sets right (E-08). The same order at the same version always gives the same command. */
export async function settleOrder(services: Services, order: Order): Promise<boolean> {
  const standard = standardOf(order);
  const now = services.now();
  if (!nextDueEvent(order, standard, now) && !(await isRecomputable(services, order, now))) return false;
  const hash = createHash('sha256').update(`due ${order.id} ${order.version}`).digest();
  const answer = await carryOut({
    services,
    viewer: SYSTEM,
    id: derivedId(hash),
    hash,
    decide: (work) => catchUp(work, order.id),
  });
  return answer.ok && !answer.data.replay;
}

async function catchUp(work: Work, orderId: OrderId): Promise<Outcome> {
  const [before] = await lockOrders(work.tx, [orderId]);
  if (!before) return notFound('order');
  const now = work.services.now();
  const standard = standardOf(before);
  const { due, order } = caughtUp(before, standard, now);
  const years = provisionalYears(order, standard, now);
  const events = years.length > 0 ? recomputed(order, await houseYears(work.tx, years), standard, now) : [];
  const { after, ...writes } = orderWrites([{ before, due, events }], now);
  return {
    ok: true,
    change: {
      ...writes,
      areaId: before.areaId,
      at: now,
      answer: { orderId, version: after[0]?.version ?? before.version, warnings: [] },
    },
  };
}

/** Whether deadlines of the order were counted by weekdays in a year whose days are known by now (ARITH-04). */
async function isRecomputable({ database }: Services, order: Order, now: Instant): Promise<boolean> {
  const years = provisionalYears(order, standardOf(order), now);
  if (years.length === 0) return false;
  const known = await houseYears(database.sql, years);
  return years.some((year) => known[year]);
}
