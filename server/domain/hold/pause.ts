import type { Instant, PersonId } from '../base/brand.ts';
import { warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order, Pause } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { workDueOf } from '../timer/effective-deadline.ts';
import { timersOf } from '../timer/timers.ts';

/** The pause that stops the clock at `now`, or null. */
export function pauseRunning(order: Order, now: Instant): Pause | null {
  const last = order.pauses.at(-1);
  return last && last.from <= now && (last.until === null || last.until > now) ? last : null;
}

/** Whether the limit of the order's work has passed; for types without one, its flow limit. */
export function isPastLimit(order: Order, standard: ResolvedStandard, now: Instant): boolean {
  const due = workDueOf(order, standard, now) ?? flowDue(order, standard, now);
  return due !== null && now > due;
}

function flowDue(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  return timersOf(order, standard, now).find(({ name }) => name === 'T_FLOW')?.dueLiteral ?? null;
}

/** What stopping the clock amounts to: the events, and a warning when the deadline had passed and nothing stops any more. */
export interface PauseOutcome {
  findings: readonly Finding[];
  events: readonly OrderEvent[];
}

/**
 * Stops the clock from `now` on, or until a time already agreed (ARITH-07). A pause that still runs ends first. After the deadline it
 * is only a status, changes no clock, and warns (§0.4 6).
 */
export function pauseClock(
  order: Order,
  reason: Pause['reason'],
  until: Instant | null,
  approvedBy: PersonId | null,
  standard: ResolvedStandard,
  now: Instant,
): PauseOutcome {
  if (isPastLimit(order, standard, now))
    return {
      findings: [warns('ARITH-07', { nowAt: now, dueAt: workDueOf(order, standard, now) })],
      events: [],
    };
  const events: OrderEvent[] = [];
  if (pauseRunning(order, now)) events.push({ type: 'clock.resumed', data: { at: now } });
  if (until === null || until > now)
    events.push({ type: 'clock.paused', data: { pause: { from: now, until, reason, approvedBy } } });
  return { findings: [], events };
}
