import type { Queryable } from '#db/client.ts';
import { areaById } from '#db/query/area.ts';
import type { TechnicianAround } from '#db/query/order-circumstances.ts';
import { lastPositionOf } from '#db/query/position.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import { middleOf } from '#domain/geo/centre.ts';
import { presentPlace } from '#domain/geo/freshness.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { RoadTables } from '#domain/geo/road-legs.ts';
import type { Order } from '#domain/order/order.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import { type DayRoute, type DayRouteAsk, timeDay } from '#domain/scheduling/day-route.ts';
import { areaTravel } from '#domain/scheduling/day-travel.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { localDate } from '#domain/time/zone.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { RoadDesk } from '../travel/roads/road-desk.ts';

/** One technician's orders as held by a command, from which any of the technician's days can be timed. */
export interface TechnicianDays {
  technician: Technician;
  area: Area | null;
  standard: ResolvedStandard;
  now: Instant;
  orders: readonly Order[];
  /** Orders of others on which the technician goes along (E-101), and is busy for the time of the visit. */
  beside?: readonly Order[];
  /** Where the technician is, as far as that is known freshly: today's route begins there. */
  position: LngLat | null;
  /** Who knows of ways what road servers have told so far. */
  roads: Pick<RoadDesk, 'known'>;
}

/** Loads what the days of a technician need beside the orders. */
export async function daysFor(
  sql: Queryable,
  given: Omit<TechnicianDays, 'area' | 'position'>,
): Promise<TechnicianDays> {
  const [area, position] = await Promise.all([
    areaById(sql, given.technician.areaId),
    lastPositionOf(sql, given.technician.id),
  ]);
  return daysWith(given, { area, position });
}

/** The days of a technician whose area and last position are known. */
export function daysWith(
  given: Omit<TechnicianDays, 'area' | 'position'>,
  { area, position }: { area: Area | null; position: TechnicianAround['position'] },
): TechnicianDays {
  return { ...given, area, position: presentPlace(position, given.now) };
}

/** The technician's day of that local date, with orders put in. */
export function routeOf(days: TechnicianDays, date: string, insert?: DayRouteAsk['insert']): DayRoute {
  const today = date === localDate(days.now, days.standard.get('tz'));
  const inserted = new Set((insert?.orders ?? []).map(({ id }) => id));
  return timeDay({
    technician: days.technician,
    date,
    stops: stopsOf(days, date).filter(({ id }) => !inserted.has(id)),
    standard: days.standard,
    now: days.now,
    beside: days.beside ?? [],
    centre: areaCentre(days.area),
    travel: areaTravel(days.area, knownRoads(days)),
    position: today ? days.position : null,
    ...(insert ? { insert } : {}),
  });
}

/** Ways of the technician's days that a road server has told; a command asks nobody. */
function knownRoads({ roads, orders, technician, position, area }: TechnicianDays): RoadTables | null {
  const points = [...orders.map((order) => order.place?.point), technician.home, position, areaCentre(area)];
  return roads.known(
    points.filter((point) => point != null),
    technician.vehicle,
  );
}

/** The orders that stand in the technician's day of that local date: visits to come and the one under way, not those done. */
export function stopsOf(days: TechnicianDays, date: string): Order[] {
  return days.orders.filter(
    (order) =>
      (PLANNABLE_STATUSES.has(order.status) || isUnderWay(order)) &&
      standsIn(order.planned, days.technician.id, date, days.standard),
  );
}

function standsIn(
  planned: PlannedSlot | null,
  technicianId: TechnicianId,
  date: string,
  standard: ResolvedStandard,
): boolean {
  if (planned === null || planned.technicianId !== technicianId) return false;
  return localDate(planned.start, standard.get('tz')) === date;
}

/** Where orders of the area without coordinates are taken to be; null where the area was never drawn. */
function areaCentre(area: Area | null): LngLat | null {
  const ring = area?.polygon?.coordinates[0];
  if (!ring) return null;
  return middleOf(ring.map(([lng, lat]) => ({ lng, lat }))) ?? null;
}
