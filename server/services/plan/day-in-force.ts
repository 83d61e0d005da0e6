import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { middleOf } from '#domain/geo/centre.ts';
import { freshnessOf } from '#domain/geo/freshness.ts';
import type { Order } from '#domain/order/order.ts';
import { belongsToDay } from '#domain/scheduling/day-orders.ts';
import { type DayClock, dayProblem } from '#domain/scheduling/day-problem.ts';
import { areaTravel } from '#domain/scheduling/day-travel.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Visit } from '#domain/scheduling/model.ts';
import { publishedOrders } from '#domain/scheduling/read-plan.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import type { Services } from '../context.ts';

/** The day of an area as it is planned now, and one order as a visit that may be asked about. */
export interface DayInForce {
  resident: ResidentPlan;
  visit: Visit;
  clock: DayClock;
}

/** Reads the days of the order's area, each ready for questions about the order. Changes nothing. */
export async function daysInForce(
  services: Services,
  order: Order,
  dates: readonly string[],
): Promise<DayInForce[]> {
  const now = services.now();
  const read = await areaSnapshot(services.database.sql, order.areaId, now);
  if (!read) return [];
  const { area, orders, technicians, positions } = read.state;
  const standard = resolveStandard(order.standardId, order.standardVersion);
  const tz = standard.get('tz');
  const ring = area.polygon?.coordinates[0];
  const centre = ring && middleOf(ring.map(([lng, lat]) => ({ lng, lat })));
  const fresh = positions.filter(({ receivedAt }) => freshnessOf(now - receivedAt) !== 'stale');
  return dates.flatMap((date): DayInForce[] => {
    const others = orders.filter((one) => one.id !== order.id && belongsToDay(one, date, tz));
    const { problem, clock } = dayProblem({
      date,
      now,
      technicians,
      orders: [...others, order],
      standard,
      travel: areaTravel(area),
      ...(date === localDate(now, tz)
        ? { positions: new Map(fresh.map(({ technicianId, lng, lat }) => [technicianId, { lng, lat }])) }
        : {}),
      ...(centre ? { centres: new Map([[order.areaId, centre]]) } : {}),
    });
    const visit = problem.visits.find(({ id }) => id === order.id);
    return visit ? [{ resident: new ResidentPlan(problem, publishedOrders(problem)), visit, clock }] : [];
  });
}
