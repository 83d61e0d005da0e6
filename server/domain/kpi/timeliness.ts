import type { Figure, Kpi } from './figure.ts';
import { figure, metShare, share, withoutExcluded } from './figure.ts';
import { firstLimits } from './limits.ts';

/** KPI-05 工单转派及时率: orders of the hot-line forwarded in time (DISP-05: as a fault is dispatched). */
export const forwardedInTime: Kpi = ({ orders }) =>
  metShare(orders, 'T_DISPATCH_FAULT', 'T_DISPATCH_COMPLAINT');

/** KPI-06 工单及时率: orders none of whose limits is overdue, among all that were not merged. */
export const ordersInTime: Kpi = ({ orders }) =>
  share(
    orders.filter(({ order }) => order.status !== 'merged' && order.childIds.length === 0),
    ({ timers }) => !timers.some(({ name, state }) => state === 'breached' && firstLimits.has(name)),
  );

/** KPI-08 上门施工预约及时率: a visit time agreed inside the first-contact limit; a call alone is not enough. */
export const appointedInTime: Kpi = ({ orders }) => {
  const judged = orders.flatMap(({ order, timers }) => {
    const limit = timers.find(({ name }) => name === 'T_CONTACT_INSTALL');
    const agreedAt = order.appointments[0]?.confirmedAt ?? null;
    if (!limit || (agreedAt === null && limit.state !== 'breached')) return [];
    return [agreedAt !== null && agreedAt <= Math.max(limit.dueLiteral, limit.dueEffective)];
  });
  return share(judged, (inTime) => inTime);
};

/** KPI-09 上门施工开通及时率: activated inside the limit, without what the customer caused. */
export const activatedInTime: Kpi = ({ orders }) => metWithoutExcluded(orders, 'T_INSTALL');

/** KPI-11 网络障碍修复及时率: restored, if only for now, inside the limit, without what the customer caused. */
export const restoredInTime: Kpi = ({ orders }) => metWithoutExcluded(orders, 'T_FAULT');

function metWithoutExcluded(orders: Parameters<Kpi>[0]['orders'], name: 'T_INSTALL' | 'T_FAULT'): Figure {
  const concerned = orders.filter(({ timers }) => timers.some((timer) => timer.name === name));
  const { kept, excluded } = withoutExcluded(concerned);
  return { ...metShare(kept, name), excluded: excluded.length };
}

/** KPI-12 首次回应时限: complaints first answered within eight hours. */
export const firstAnswers: Kpi = ({ orders }) => metShare(orders, 'T_COMPLAINT_FIRST');

/** KPI-13 割接提前公告: cutovers announced 72 hours ahead. */
export const cutoversAnnounced: Kpi = ({ cutovers }) =>
  share(
    cutovers,
    ({ cutover, standard }) =>
      cutover.announcedAt <= cutover.start - standard.get('cutover.noticeHours') * 3_600_000,
  );

/** KPI-14: faults and complaints dispatched in time. */
export const dispatchedInTime: Kpi = ({ orders }) =>
  metShare(orders, 'T_DISPATCH_FAULT', 'T_DISPATCH_COMPLAINT');

/** KPI-15: orders accepted in time. */
export const acceptedInTime: Kpi = ({ orders }) => metShare(orders, 'T_ACCEPT');

/** KPI-20: twelve-hour feedbacks given in time. */
export const progressInTime: Kpi = ({ orders }) => metShare(orders, 'T_PROGRESS');

/** KPI-21: urge orders within thirty minutes of the alarm. */
export const urgedInTime: Kpi = ({ orders }) => metShare(orders, 'T_URGE');

/** KPI-22: service live within two hours on site. */
export const liveInTwoHours: Kpi = ({ orders }) => metShare(orders, 'T_ONSITE');

/** KPI-23a: callbacks inside their target. */
export const calledBackInTarget: Kpi = ({ orders }) =>
  metShare(orders, 'T_CALLBACK_INSTALL', 'T_CALLBACK_FAULT', 'T_CALLBACK_COMPLAINT', 'T_CALLBACK_CHURN');

/** KPI-23b: callbacks inside their hard limit. */
export const calledBackInLimit: Kpi = ({ orders }) =>
  metShare(orders, 'T_CALLBACK_INSTALL_MAX', 'T_CALLBACK_FAULT_MAX');

/** KPI-10 网络障碍处理平均时间, in hours: from the start of the fault clock to restoration, pauses taken out. */
export const averageRestoration: Kpi = ({ orders }) => {
  const faults = orders.filter(({ order }) => order.type === 'fault' && order.restoredAt !== null);
  const { kept, excluded } = withoutExcluded(faults);
  const hours = kept.flatMap(({ order, timers }) => {
    const clock = timers.find(({ name }) => name === 'T_FAULT');
    return clock
      ? [(order.restoredAt! - clock.startedAt - pausedMs(order, clock.startedAt)) / 3_600_000]
      : [];
  });
  return figure(
    hours.reduce((sum, one) => sum + one, 0),
    hours.length,
    excluded.length,
  );
};

/** How long pauses stopped the clock between its start and the restoration; overlapping ones count once. */
function pausedMs(
  order: { pauses: readonly { from: number; until: number | null }[]; restoredAt: number | null },
  start: number,
): number {
  let until = start;
  let sum = 0;
  for (const pause of order.pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, until);
    const end = Math.min(pause.until ?? order.restoredAt!, order.restoredAt!);
    if (end <= from) continue;
    sum += end - from;
    until = end;
  }
  return sum;
}
