import type { Instant } from '../base/brand.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { OrderStatus } from '../order/order-status.ts';
import type { Visit, VisitStatus } from './visit.ts';

/** The event of one step of a trip; `occurredAt` is the device's own clock when it told one (ARITH-06). */
export function stepped(
  step: string,
  visit: Visit,
  change: Partial<Visit>,
  more: { status?: OrderStatus; occurredAt?: Instant } = {},
): OrderEvent {
  return {
    type: 'visit.stepped',
    data: {
      step,
      visit: { ...visit, ...change },
      status: more.status ?? null,
      occurredAt: more.occurredAt ?? null,
    },
  };
}

/** Whether the line went down again under watch and nobody has said since that it is back (SITE-10). */
export function failedUnderWatch({ activatedAt, failedAt }: Visit): boolean {
  return activatedAt === null && failedAt !== undefined;
}

/** Left with the work done. A line that was watched through after a failure was back when that watch began. */
export function finished(visit: Visit, now: Instant): Partial<Visit> {
  return {
    status: 'done',
    finishedAt: now,
    leftAt: now,
    ...(failedUnderWatch(visit) ? { activatedAt: visit.observeStartedAt } : {}),
  };
}

/** The event of a trip that ends before its work. */
export function abortVisit(
  visit: Visit,
  status: Extract<VisitStatus, 'aborted_customer' | 'aborted_safety' | 'left_blocked'>,
  now: Instant,
): OrderEvent {
  return stepped('visit.abort', visit, { status, leftAt: now });
}
