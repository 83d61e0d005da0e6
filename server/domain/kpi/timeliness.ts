import { lastAnnouncement } from '../cutover/judge-cutover.ts';
import { isOutageChild } from '../outage/outage-child.ts';
import { HOUR } from '../time/zone.ts';
import type { LeftOut } from './cases.ts';
import { exclusionOf, held, timerCases } from './cases.ts';
import type { Kpi, OrderFacts } from './figure.ts';
import { firstLimits } from './limits.ts';

/** KPI-05 工单转派及时率: orders of the hot-line forwarded in time, faults and complaints in their own limits (DISP-05). */
export const forwardedInTime: Kpi = ({ orders }) =>
  timerCases(orders, ['T_DISPATCH_FAULT', 'T_DISPATCH_COMPLAINT', 'T_FORWARD']);

/**
 * KPI-06 工单及时率: orders none of whose limits is overdue, among all but duplicates; by the first of their limits. An order that
 * its customer withdrew in time is left out (§27 36).
 */
export const ordersInTime: Kpi = ({ orders }) =>
  orders.flatMap(({ order, timers }) => {
    if ((order.status === 'merged' && !isOutageChild(order)) || order.childIds.length > 0) return [];
    const limits = timers.filter(({ name }) => firstLimits.has(name));
    const late = limits.some(({ state }) => state === 'breached');
    const at = limits.length === 0 ? order.intakeAt : Math.min(...limits.map(({ dueLiteral }) => dueLiteral));
    const withdrawn = order.status === 'cancelled' && order.lastCause === 'customer' && !late;
    const leftOut: LeftOut | null = withdrawn ? { rule: 'KPI-06', reason: 'cancelled_by_customer' } : null;
    return [held(order.id, at, !late, leftOut)];
  });

/** KPI-08 上门施工预约及时率: a visit time agreed inside the first-contact limit; a call alone is not enough. */
export const appointedInTime: Kpi = ({ orders, now }) =>
  orders.flatMap(({ order, timers }) => {
    const limit = timers.find(({ name }) => name === 'T_CONTACT_INSTALL');
    const agreedAt = order.appointments[0]?.confirmedAt ?? null;
    if (!limit) return [];
    const due = Math.max(limit.dueLiteral, limit.dueEffective);
    if (agreedAt === null && (now <= due || limit.state === 'cancelled')) return [];
    return [held(order.id, due, agreedAt !== null && agreedAt <= due)];
  });

/** KPI-09 上门施工开通及时率: activated inside the limit, without what the customer caused. */
export const activatedInTime: Kpi = ({ orders }) => timerCases(orders, ['T_INSTALL'], exclusionOf);

/** KPI-11 网络障碍修复及时率: restored, if only for now, inside the limit, without what the customer caused. */
export const restoredInTime: Kpi = ({ orders }) => timerCases(orders, ['T_FAULT'], exclusionOf);

/** KPI-12 首次回应时限: complaints first answered within eight hours. */
export const firstAnswers: Kpi = ({ orders }) => timerCases(orders, ['T_COMPLAINT_FIRST']);

/** KPI-13 割接提前公告: cutovers announced 72 hours ahead, by the last instant of the announcement. */
export const cutoversAnnounced: Kpi = ({ cutovers, now }) =>
  cutovers.flatMap(({ cutover, standard }) => {
    const { id, status, announcedAt } = cutover;
    const due = lastAnnouncement(cutover, standard);
    // there is still time
    if (announcedAt === null && now <= due) return [];
    const calledOff = status === 'cancelled' ? { rule: 'CUTV-01' as const, reason: 'cancelled' } : null;
    return [held(id, due, announcedAt !== null && announcedAt <= due, calledOff)];
  });

/** KPI-14: faults and complaints dispatched in time. */
export const dispatchedInTime: Kpi = ({ orders }) =>
  timerCases(orders, ['T_DISPATCH_FAULT', 'T_DISPATCH_COMPLAINT']);

/** KPI-15: orders accepted in time. */
export const acceptedInTime: Kpi = ({ orders }) => timerCases(orders, ['T_ACCEPT']);

/** KPI-20: twelve-hour feedbacks given in time. */
export const progressInTime: Kpi = ({ orders }) => timerCases(orders, ['T_PROGRESS']);

/** KPI-21: urge orders within thirty minutes of the alarm. */
export const urgedInTime: Kpi = ({ orders }) => timerCases(orders, ['T_URGE']);

/** KPI-22: service live within two hours on site. */
export const liveInTwoHours: Kpi = ({ orders }) => timerCases(orders, ['T_ONSITE']);

/** KPI-23a: callbacks inside their target. */
export const calledBackInTarget: Kpi = ({ orders }) =>
  timerCases(orders, ['T_CALLBACK_INSTALL', 'T_CALLBACK_FAULT', 'T_CALLBACK_COMPLAINT', 'T_CALLBACK_CHURN']);

/** KPI-23b: callbacks inside their hard limit. */
export const calledBackInLimit: Kpi = ({ orders }) =>
  timerCases(orders, ['T_CALLBACK_INSTALL_MAX', 'T_CALLBACK_FAULT_MAX']);

/** KPI-10 网络障碍处理平均时间, in hours: from the start of the fault clock to restoration, pauses taken out; by restoration. */
export const averageRestoration: Kpi = ({ orders }) =>
  orders.flatMap((facts) => {
    const { order, timers } = facts;
    const clock = timers.find(({ name }) => name === 'T_FAULT');
    if (order.type !== 'fault' || order.restoredAt === null || !clock) return [];
    const elapsed = order.restoredAt - clock.startedAt - pausedMs(order, clock.startedAt);
    return [{ id: order.id, at: order.restoredAt, value: elapsed / HOUR, leftOut: exclusionOf(facts) }];
  });

/** How long pauses stopped the clock between its start and the restoration; overlapping ones count once. */
function pausedMs({ pauses, restoredAt }: OrderFacts['order'], start: number): number {
  const end = restoredAt ?? start;
  let until = start;
  let sum = 0;
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, until);
    const to = Math.min(pause.until ?? end, end);
    if (to <= from) continue;
    sum += to - from;
    until = to;
  }
  return sum;
}
