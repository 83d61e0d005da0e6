import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { armFault, armInstall } from './completion-timers.ts';

/** The limits of the order's work itself: fault restored, installation live. Due instants with pauses taken out. */
export function workLimits(order: Order, standard: ResolvedStandard, now: Instant) {
  const arming = { order, standard, now };
  return [...armFault(arming), ...armInstall(arming)];
}

interface Worked {
  readonly standard: ResolvedStandard;
  /** The moment for which it holds; null where it is the same at any, since no pause is running. */
  readonly now: Instant | null;
  readonly deadline: Instant | null;
}
/** The last answer for each order, which never changes itself: every drag asks it of all orders of a day. */
const worked = new WeakMap<Order, Worked>();

/** The last instant at which a visit may still finish the work in time; null while no limit runs. */
export function effectiveDeadlineOf(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  const known = worked.get(order);
  if (known?.standard === standard && (known.now === null || known.now === now)) return known.deadline;
  const deadline = deadlineOf(order, standard, now);
  const pausing = order.pauses.some(({ until }) => until === null);
  worked.set(order, { standard, now: pausing ? now : null, deadline });
  return deadline;
}

function deadlineOf(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  const open = workLimits(order, standard, now).filter(({ doneAt }) => doneAt === null);
  return open.length === 0 ? null : Math.min(...open.map(({ dueEffective }) => dueEffective));
}

/** The first literal limit of the order's work, done or not; null while none has begun. */
export function workDueOf(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  const limits = workLimits(order, standard, now);
  return limits.length === 0 ? null : Math.min(...limits.map(({ dueLiteral }) => dueLiteral));
}
