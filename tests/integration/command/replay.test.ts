import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { eventsAfter } from '#db/query/event.ts';
import { ordersById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { currentAppointment } from '#domain/appointment/current.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import type { Viewer } from '#server/access/viewer.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  LEAD,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const CALLBACK: Viewer = { personId: 'p-callback', name: '何', role: 'callback_agent', areaIds: ['gulou'] };
const RULED_ANEW = 2;
const ENDED = new Set(['resolved', 'replied', 'callback', 'closed', 'cancelled', 'merged', 'retained']);

/** What the log alone says of an order, and since when its work is over. */
interface Told {
  order: Order;
  endedAt: number | null;
}

describe('[RECD-01] what is stored of an order is what its events say', () => {
  let house: House;
  const t1 = technicianViewer('t1');
  const t2 = technicianViewer('t2');
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const later = (ms: number) => {
    house.clock.at += ms;
    return house.clock.at;
  };
  /** Up to a promise in `hours`, the content checked with the customer. */
  const promised = async (orderId: string, who: Viewer, technicianId: string, hours: number) => {
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId });
    later(MINUTE);
    await house.done(who, 'order.accept', { orderId });
    await house.done(who, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = house.clock.at + hours * HOUR;
    await house.done(who, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    await house.done(who, 'order.verify', { orderId });
    return start;
  };

  /** Four orders and a morning in which little goes as planned. */
  async function story(): Promise<string[]> {
    const installed = await house.order();
    const barred = await house.order({ type: 'fault' });
    const given = await house.order();
    const wrong = await house.order();

    // an install: put off twice, the second time with the crew on its way, then done
    let start = await promised(installed, t1, 't1', 4);
    const moved = {
      orderId: installed,
      start: start + HOUR,
      cause: 'company',
      reason: '前一单超时',
    } as const;
    await house.done(DISPATCHER, 'appointment.change', moved);
    await house.done(SUPERVISOR, 'order.rule_cause', {
      orderId: installed,
      appointmentVersion: RULED_ANEW,
      cause: 'customer',
      reason: '录音为证',
    });

    // a fault: not let in, then a gate that refuses
    const faultAt = await promised(barred, t2, 't2', 2);
    house.clock.at = faultAt - 20 * MINUTE;
    await house.done(t2, 'visit.depart', { orderId: barred });
    house.clock.at = faultAt - 5 * MINUTE;
    await house.done(t2, 'visit.arrive', { orderId: barred, distanceM: 5 });
    house.clock.at = faultAt;
    await house.done(t2, 'visit.turned_away', { orderId: barred, by: 'customer', reason: '今天不方便' });
    later(30 * MINUTE);
    await house.done(t2, 'contact.attempt', { orderId: barred, outcome: 'connected' });
    await house.done(DISPATCHER, 'customer.urge', { orderId: barred });

    house.clock.at = start + HOUR - 20 * MINUTE;
    await house.done(t1, 'visit.depart', { orderId: installed });
    later(MINUTE);
    await house.done(DISPATCHER, 'hold.start', { orderId: installed, reason: 'customer_wish' });
    await house.done(DISPATCHER, 'order.dispatch', { orderId: given, technicianId: 't1' });
    await house.done(DISPATCHER, 'order.reassign', { orderId: given, technicianId: 't2', reason: '顺路' });
    await house.done(DISPATCHER, 'order.lock', { orderId: given, technician: true, time: false });
    await house.done(DISPATCHER, 'order.unlock', { orderId: given });
    await house.done(DISPATCHER, 'order.dispatch', { orderId: wrong, technicianId: 't3' });
    await house.done(DISPATCHER, 'order.cancel', { orderId: wrong, by: 'customer', reason: '搬走了' });

    // the next morning
    house.clock.at = Date.parse('2026-03-11T09:00:00+08:00');
    await house.done(t1, 'contact.attempt', { orderId: installed, outcome: 'connected' });
    start = later(HOUR) + HOUR;
    await house.done(t1, 'appointment.confirm', { orderId: installed, start, proposedBy: 'customer' });
    house.clock.at = start - 20 * MINUTE;
    await house.done(t1, 'visit.depart', { orderId: installed });
    house.clock.at = start - MINUTE;
    await house.done(t1, 'visit.arrive', { orderId: installed, distanceM: 5 });
    await house.done(t1, 'visit.enter', { orderId: installed });
    await house.done(t1, 'visit.work', { orderId: installed });
    await house.done(LEAD, 'damage.report', { orderId: installed, item: '花瓶', apologised: true });
    later(30 * MINUTE);
    await house.done(t1, 'visit.test', { orderId: installed, threeOnes: true, downMbps: 500 });
    await house.done(t1, 'visit.activate', { orderId: installed });
    await house.done(t1, 'visit.sign', { orderId: installed, filledBy: 'customer' });
    await house.done(t1, 'visit.finish', { orderId: installed });
    await house.done(t1, 'order.resolve', { orderId: installed });
    await house.done(t1, 'order.reply', { orderId: installed });
    later(4 * HOUR);
    await house.done(CALLBACK, 'callback.record', {
      orderId: installed,
      agent: CALLBACK.personId,
      outcome: 'done',
      score: 9,
    });
    return [installed, barred, given, wrong];
  }

  async function told(): Promise<Map<string, Told>> {
    const log = await eventsAfter(house.database.sql, 'gulou', 0, 10_000);
    const orders = new Map<string, Told>();
    for (const event of log.filter(({ entity }) => entity === 'order')) {
      const before = orders.get(event.id);
      const order = evolveOrder(before?.order ?? null, event as never as OrderEvent, event.at);
      const endedAt = ENDED.has(order.status) ? (before?.endedAt ?? event.at) : null;
      orders.set(event.id, { order, endedAt });
    }
    return orders;
  }

  it('state, columns, promises, places in the day and timers, after a story of some forty commands', async () => {
    const ids = await story();
    const { sql } = house.database;
    expect(await verifyLog(sql)).toEqual([]);
    const replay = await told();
    const stored = await ordersById(sql, ids);
    expect(stored.map(({ status }) => status).sort()).toEqual([
      'accepted',
      'callback',
      'cancelled',
      'dispatched',
    ]);
    for (const order of stored) {
      const { order: again, endedAt } = replay.get(order.id)!;
      expect(again).toEqual(order);
      const promise = currentAppointment(again);
      const [row] = await sql`
        select number, area_id, type, status, customer_class, technician_id, estate, planned_start, planned_end,
          promised_start, promised_end, company_change_count, intake_at, ended_at, version
        from orders where id = ${order.id}`;
      expect(row).toEqual({
        number: again.number,
        area_id: again.areaId,
        type: again.type,
        status: again.status,
        customer_class: again.customerClass,
        technician_id: again.technicianId,
        estate: again.estate,
        planned_start: again.planned?.start ?? null,
        planned_end: again.planned?.end ?? null,
        promised_start: promise?.start ?? null,
        promised_end: promise?.end ?? null,
        company_change_count: again.companyChangeCount,
        intake_at: again.intakeAt,
        ended_at: endedAt,
        version: again.version,
      });
      const lines = (await promiseLedger(sql, order.id)).map(({ version, start, end, counted, cause }) => ({
        version,
        start,
        end,
        counted,
        cause,
      }));
      expect(lines).toEqual(
        again.appointments.map(({ version, start, end, change }) => ({
          version,
          start,
          end,
          // the ledger keeps what was agreed; a cause that is ruled anew later is an event of its own
          counted: version === RULED_ANEW || (change?.counted ?? false),
          cause: version === RULED_ANEW ? 'company' : (change?.cause ?? null),
        })),
      );
      const slots = await sql`
        select technician_id, (extract(epoch from lower(slot)) * 1000)::bigint as start from visit_slot
        where order_id = ${order.id} and active`;
      const open = again.planned !== null && endedAt === null && again.status !== 'on_hold_customer';
      expect(slots).toEqual(open ? [{ technician_id: again.technicianId, start: again.planned?.start }] : []);
      const standard = standardOf(again);
      expect(timersOf(again, standard, house.clock.at)).toEqual(
        timersOf(order, standardOf(order), house.clock.at),
      );
    }
  });
});
