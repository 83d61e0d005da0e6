import { currentAppointment } from '#domain/appointment/current.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import { timeDay } from '#domain/scheduling/day-route.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { requiredSkills } from '#domain/technician/required-skills.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { localDate, MINUTE } from '#domain/time/zone.ts';
import { timersOf } from '#domain/timer/timers.ts';
import type { Hands } from './hands.ts';

export interface DispatcherPace {
  /** Orders that are left in the pool for the people who try the product, as long as their limit lets them wait. */
  leaveInPool: number;
  /** At most so many dispatches in one look. */
  atOnce: number;
}

/** Orders of the pool looked at in one look. */
const MOST_LOOKED_AT = 20;
/** So long before its limit an order does not wait any more. */
const IN_TIME_MS = 3 * MINUTE;
/** One order in so many is overlooked until its limit is over by so much. */
const OVERLOOKED_ONE_IN = 40;
const OVERLOOKED_MS = 4 * MINUTE;

/**
 * The demo's dispatcher: takes the order of the pool whose limit is nearest to whoever it disturbs least. Nothing waits in the pool
 * beyond its limit (DISP-01, DISP-06) but a few that are overlooked.
 */
export function dispatcherAtWork(
  hands: Hands,
  standard: ResolvedStandard,
  centres: ReadonlyMap<AreaId, LngLat>,
) {
  return async (now: Instant, date: string, pace: DispatcherPace): Promise<void> => {
    const orders = [...hands.orders()];
    const pool = orders
      .filter(
        (order) => order.status === 'pending_dispatch' && !isMoveParent(order) && !DESK_TYPES.has(order.type),
      )
      .map((order) => ({ order, takenAt: takenAt(order, now) }))
      .filter(({ order, takenAt }) => !isOverlooked(order) || takenAt <= now)
      .sort((a, b) => a.takenAt - b.takenAt || a.order.intakeAt - b.order.intakeAt);
    let given = 0;
    // Who finds no place today does not keep the others waiting.
    for (const { order, takenAt } of pool.slice(0, MOST_LOOKED_AT)) {
      const mayWait = takenAt > now && pool.length - given <= pace.leaveInPool;
      if (mayWait || given >= pace.atOnce) return;
      const technician = leastDisturbed(order, orders, [...hands.technicians()], date, now);
      if (!technician) continue;
      await hands.send(
        'dispatcher',
        'order.dispatch',
        { orderId: order.id, technicianId: technician.id },
        order.version,
      );
      given++;
    }
  };

  /** When an order is taken out of the pool at the latest; those without a limit wait as long as there is room. */
  function takenAt(order: Order, now: Instant): Instant {
    const limit = timersOf(order, standard, now).find(({ name }) => name.startsWith('T_DISPATCH'));
    if (!limit) return Number.POSITIVE_INFINITY;
    return limit.dueLiteral + (isOverlooked(order) ? OVERLOOKED_MS : -IN_TIME_MS);
  }

  function leastDisturbed(
    order: Order,
    orders: readonly Order[],
    technicians: readonly Technician[],
    date: string,
    now: Instant,
  ): Technician | null {
    let best: { technician: Technician; cost: number } | null = null;
    for (const technician of technicians) {
      if (technician.areaId !== order.areaId) continue;
      if (!requiredSkills(order).every((skill) => technician.skills.includes(skill))) continue;
      const stops = orders.filter(
        (stop) =>
          stop.planned?.technicianId === technician.id &&
          localDate(stop.planned.start, standard.get('tz')) === date &&
          !TERMINAL_STATUSES.has(stop.status),
      );
      const day = timeDay({
        technician,
        date,
        stops,
        insert: { orders: [order] },
        standard,
        now,
        centre: centres.get(order.areaId) ?? null,
      });
      const promised = new Set(stops.filter(currentAppointment).map((stop) => stop.id));
      if (day.overtimeMin > 0 || day.late.some((late) => promised.has(late.orderId))) continue;
      const begin = day.stops.find((stop) => stop.orderId === order.id)!.planned.start;
      const cost = day.addedTravelSeconds + (begin - now) / 1000 / 20;
      if (!best || cost < best.cost) best = { technician, cost };
    }
    return best?.technician ?? null;
  }
}

function isOverlooked({ number }: Order): boolean {
  return Number(number.replaceAll(/\D/g, '')) % OVERLOOKED_ONE_IN === 0;
}
