import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { cutoversAhead } from '#db/query/cutover.ts';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { orderWordsOf } from '#db/query/order-words.ts';
import { outageById } from '#db/query/outage.ts';
import { techniciansById } from '#db/query/technician.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { alertsOf } from '#domain/order/alerts.ts';
import { callsOf } from '#domain/order/calls.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import { promiseState } from '#domain/order/promise-state.ts';
import { faultPhrase } from '#domain/script/network-phrase.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import type { LogEvent } from '#protocol/live.ts';
import { seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { seesWords } from '#server/access/words-seen.ts';
import type { Services } from '../context.ts';
import { revealedCard } from './cards.ts';
import { expectedOf } from './expected-now.ts';

/** Everything about one order that the viewer may know: its state, timeline, timers, calls and promise ledger. Null when it is not theirs. */
export async function readOrder(services: Services, viewer: Viewer, orderId: OrderId) {
  const { sql } = services.database;
  const order = await orderById(sql, orderId);
  if (!order || !seesOrder(viewer, order)) return null;
  const involved = [
    ...new Set(
      [...order.assignments, ...order.companions, ...order.visits].map(({ technicianId }) => technicianId),
    ),
  ];
  const [events, ledger, card, words, expectations, technicians] = await Promise.all([
    eventsOfOrder(sql, orderId),
    promiseLedger(sql, orderId),
    revealedCard(services, viewer, orderId),
    orderWordsOf(sql, orderId),
    expectedOf(services, [order]),
    techniciansById(sql, involved),
  ]);
  const network =
    order.type === 'fault'
      ? {
          outage: order.outageId === null ? null : await outageById(sql, order.outageId),
          cutovers: await cutoversAhead(sql, [order.areaId]),
        }
      : { outage: null, cutovers: [] };
  const standard = standardOf(order);
  const now = services.now();
  const expected = expectations.get(orderId);
  return {
    order,
    card,
    promise: promiseState(order, now, standard, expected),
    expected: expected ?? null,
    timers: timersOf(order, standard, now),
    calls: callsOf(order, standard, now, expected),
    ledger,
    say: faultPhrase(order, standard.id, standard.get('tz'), network),
    words: words.filter((one) => seesWords(viewer, one)).map(({ orderId: _, commandId: __, ...one }) => one),
    alerts: alertsOf({
      order,
      technician: technicians.find(({ id }) => id === order.technicianId) ?? null,
      standard,
      now,
    }),
    technicians: technicians.map(({ id, number, name }) => ({ id, number, name })),
    events: events.map((event) => onlyAbout(event, orderId)),
  };
}

/** A published plan moves many orders; the timeline of one shows its own part. */
function onlyAbout<T extends LogEvent>(event: T, orderId: OrderId): T {
  if (event.entity !== 'plan') return event;
  const { orders, ...data } = event.data as PlanPublished;
  return { ...event, data: { ...data, orders: orders.filter((part) => part.orderId === orderId) } };
}
