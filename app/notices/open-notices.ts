import type { AreaId, Instant, TechnicianId } from '#domain/base/brand.ts';
import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { isTold } from '#domain/timer/audience.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import { timersOf } from '#domain/timer/timers.ts';
import type { AreaBoard } from '../live/board.ts';

/** Who looks. */
export interface NoticeViewer {
  readonly role: Role;
  readonly technicianId?: TechnicianId | undefined;
}

/** An alarm that still waits for its act. */
export interface OpenNotice {
  readonly notice: TimerNotice;
  readonly order: Order;
}

/**
 * What timers have told this person and what is still to be done, what is overdue first, then by its limit. Of one run of a timer the
 * last word counts; an alarm whose act was done has gone.
 */
export function openNotices(
  areas: ReadonlyMap<AreaId, AreaBoard>,
  viewer: NoticeViewer,
  now: Instant,
): readonly OpenNotice[] {
  const open = [...areas.values()].flatMap((area) => {
    const latest = new Map<string, TimerNotice>();
    for (const notice of area.notices.values())
      if (isTold(notice.audience, viewer))
        latest.set(`${notice.orderId} ${notice.timer} ${notice.startedAt}`, notice);
    const runs = new Map<string, ReadonlySet<string>>();
    return [...latest.values()].flatMap((notice): readonly OpenNotice[] => {
      const order = area.orders.get(notice.orderId);
      if (!order) return [];
      if (!runs.has(order.id)) runs.set(order.id, openRuns(order, now));
      return runs.get(order.id)?.has(`${notice.timer} ${notice.startedAt}`) ? [{ notice, order }] : [];
    });
  });
  return open.sort(
    (a, b) =>
      Number(b.notice.level === 'due') - Number(a.notice.level === 'due') ||
      a.notice.dueEffective - b.notice.dueEffective,
  );
}

/** The runs of an order's timers whose act is still to be done. */
function openRuns(order: Order, now: Instant): ReadonlySet<string> {
  const standard = resolveStandard(order.standardId, order.standardVersion);
  return new Set(
    timersOf(order, standard, now)
      .filter(({ open }) => open)
      .map(({ name, startedAt }) => `${name} ${startedAt}`),
  );
}
