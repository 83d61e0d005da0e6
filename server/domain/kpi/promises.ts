import { MINUTE } from '../time/zone.ts';
import { arrivalFor } from '../timer/promise-timers.ts';
import type { Kpi, KpiInput } from './figure.ts';
import { share } from './figure.ts';

/** Every arrival together with the promise it served. */
function arrivals({ orders }: KpiInput) {
  return orders.flatMap(({ order, standard }) =>
    order.appointments.flatMap((promise) => {
      const arrivedAt = arrivalFor(order, promise)?.arrivedAt ?? null;
      return arrivedAt === null ? [] : [{ promise, arrivedAt, standard }];
    }),
  );
}

/** KPI-16 一次清率: orders resolved on the first visit that entered or was blocked, among the resolved ones with a visit. */
export const firstVisitCompletion: Kpi = ({ orders }) =>
  share(
    orders.filter(({ order }) => order.completedAt !== null && order.visits.length > 0),
    ({ order }) =>
      order.visits.filter(({ enteredAt, status }) => enteredAt !== null || status === 'left_blocked')
        .length === 1,
  );

/** KPI-17a: changes of ours with two hours' notice. */
export const noticeGiven: Kpi = ({ orders }) =>
  share(
    orders.flatMap(({ order }) =>
      order.appointments.flatMap(({ change }) => (change?.counted ? [change] : [])),
    ),
    ({ shortNotice }) => !shortNotice,
  );

/** KPI-17b: late arrivals that were announced fifteen minutes before. */
export const latenessAnnounced: Kpi = (input) =>
  share(
    arrivals(input).filter(({ promise, arrivedAt }) => arrivedAt > promise.end),
    ({ promise, standard }) =>
      promise.lateness !== null &&
      promise.lateness.contactedAt <= promise.start - standard.get('late.noticeMin') * MINUTE,
  );

/** KPI-18: orders changed by us more often than allowed, among orders with a visit. */
export const overChanged: Kpi = ({ orders }) =>
  share(
    orders.filter(({ order }) => order.visits.length > 0 || order.appointments.length > 0),
    ({ order, standard }) =>
      order.companyChangeCount > (standard.get('change.max') ?? Number.POSITIVE_INFINITY),
  );

/** KPI-19: arrivals at least five minutes early. */
export const earlyArrivals: Kpi = (input) =>
  share(arrivals(input), ({ promise, arrivedAt }) => arrivedAt <= promise.start - EARLY_MIN * MINUTE);

const EARLY_MIN = 5;
