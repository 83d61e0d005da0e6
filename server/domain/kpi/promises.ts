import { MINUTE } from '../time/zone.ts';
import { arrivalFor } from '../timer/promise-timers.ts';
import { held } from './cases.ts';
import type { Kpi, KpiInput } from './figure.ts';

/** Every arrival together with the promise it served. */
function arrivals({ orders }: KpiInput) {
  return orders.flatMap(({ order, standard }) =>
    order.appointments.flatMap((promise) => {
      const arrivedAt = arrivalFor(order, promise)?.arrivedAt ?? null;
      return arrivedAt === null ? [] : [{ id: order.id, promise, arrivedAt, standard }];
    }),
  );
}

/** KPI-16 一次清率: orders resolved on the first visit that entered or was blocked, among the resolved ones with a visit. */
export const firstVisitCompletion: Kpi = ({ orders }) =>
  orders.flatMap(({ order: { id, completedAt, visits } }) => {
    if (completedAt === null || visits.length === 0) return [];
    const made = visits.filter(({ enteredAt, status }) => enteredAt !== null || status === 'left_blocked');
    return [held(id, completedAt, made.length === 1)];
  });

/** KPI-17a: changes of ours with two hours' notice, by the instant at which they took effect. */
export const noticeGiven: Kpi = ({ orders }) =>
  orders.flatMap(({ order }) =>
    order.appointments.flatMap(({ change, confirmedAt }) =>
      change?.counted ? [held(order.id, confirmedAt, !change.shortNotice)] : [],
    ),
  );

/** KPI-17b: late arrivals that were announced fifteen minutes before, by arrival. */
export const latenessAnnounced: Kpi = (input) =>
  arrivals(input)
    .filter(({ promise, arrivedAt }) => arrivedAt > promise.end)
    .map(({ id, promise, arrivedAt, standard }) => {
      const due = promise.start - standard.get('late.noticeMin') * MINUTE;
      return held(id, arrivedAt, promise.lateness !== null && promise.lateness.contactedAt <= due);
    });

/** KPI-18: orders changed by us more often than allowed, among orders with a visit; by the last promised time. */
export const overChanged: Kpi = ({ orders }) =>
  orders.flatMap(({ order, standard }) => {
    const last = order.appointments.at(-1);
    const at = last?.end ?? order.visits.at(-1)?.enRouteAt ?? null;
    if (at === null) return [];
    const max = standard.get('change.max') ?? Number.POSITIVE_INFINITY;
    return [held(order.id, at, order.companyChangeCount > max)];
  });

/** Five minutes early is early (TRAV-01), whatever a standard judges by. */
const EARLY_MIN = 5;

/** KPI-19: arrivals at least five minutes early, by arrival. */
export const earlyArrivals: Kpi = (input) =>
  arrivals(input).map(({ id, promise, arrivedAt }) =>
    held(id, arrivedAt, arrivedAt <= promise.start - EARLY_MIN * MINUTE),
  );
