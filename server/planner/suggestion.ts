import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Improvement } from '#domain/scheduling/improve.ts';
import type { Route, Stop } from '#domain/scheduling/model.ts';
import { MOVED_SECONDS } from '#domain/scheduling/objective.ts';
import type { PresentDay } from '#domain/scheduling/present-day.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import { openStops, visitOf, worthOf } from './plan-worth.ts';

/**
 * An improvement as a proposal. It changes only days in which somebody comes, goes, or moves by more than a quarter of an hour: times
 * that would be a minute better are left as they are. Null when nothing is left of it, or when it would take a visit out of the day.
 */
export function suggestionOf(
  { before, after, gain, iterations }: Improvement,
  day: PresentDay,
  orders: readonly Order[],
): Suggestion | null {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const stood = new Set(day.promised.published?.map(({ visit }) => visit));
  if (after.unserved.some(({ visit }) => stood.has(visit))) return null;
  const routes = after.routes.map((route) => ({
    technicianId: route.technician,
    stops: openStops(route).map((stop) => {
      const planned = slotOf(stop, route, day);
      return { orderId: visitOf(stop), planned, lateMinutes: Math.ceil(stop.lateSeconds / 60) };
    }),
  }));
  const asItRuns = new Map(
    before.routes.flatMap((route) =>
      openStops(route).map((stop) => [visitOf(stop), slotOf(stop, route, day)]),
    ),
  );
  /** Does it come about otherwise than it would if nothing were done? By more than that many milliseconds. */
  const differs = (orderId: OrderId, { technicianId, start }: PlannedSlot, by: number): boolean => {
    const was = asItRuns.get(orderId);
    return was?.technicianId !== technicianId || Math.abs(was.start - start) > by;
  };
  const touched = new Set<string>();
  for (const { stops } of routes) {
    for (const { orderId, planned } of stops) {
      if (!differs(orderId, planned, MOVED_SECONDS * 1000)) continue;
      touched.add(planned.technicianId).add(asItRuns.get(orderId)?.technicianId ?? planned.technicianId);
    }
  }
  const changed = routes
    .filter(({ technicianId }) => touched.has(technicianId))
    .flatMap(({ stops }) => stops.filter(({ orderId, planned }) => differs(orderId, planned, 0)))
    .map(({ orderId }) => orderId);
  if (changed.length === 0) return null;
  const lateNow = new Set(
    before.routes.flatMap((route) =>
      openStops(route)
        .filter((stop) => stop.lateSeconds > 0)
        .map(visitOf),
    ),
  );
  const nowhere = new Set(before.unserved.map(({ visit }) => visit));
  return {
    routes,
    unassigned: after.unserved.map(({ visit, reasons }) => ({ orderId: visit, reasons })),
    before: worthOf(before, day.promised),
    after: worthOf(after, day.promised),
    changed,
    givenBack: [],
    iterations,
    estimatedTravel: day.promised.travel.estimated,
    gain,
    versions: Object.fromEntries(changed.map((orderId) => [orderId, byId.get(orderId)?.version ?? 0])),
    troubled: changed.filter((orderId) => lateNow.has(orderId) || nowhere.has(orderId)),
  };
}

function slotOf(stop: Stop, route: Route, { clock }: PresentDay): PlannedSlot {
  return {
    technicianId: route.technician,
    start: clock.toInstant(stop.begin),
    end: clock.toInstant(stop.leave),
    travelSeconds: stop.travelSeconds,
    travelMetres: Math.round(stop.travelMetres),
  };
}
