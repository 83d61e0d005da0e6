import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import { callsOf } from '#domain/order/calls.ts';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { ORDER_STATUSES, PLANNABLE_STATUSES, TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { promiseState } from '#domain/order/promise-state.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { type Timer, timersOf } from '#domain/timer/timers.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { PoolFlag } from '../state/view.ts';

/** One order as the pool lists it: the order, what presses, and the chips that it answers to. */
export interface PoolEntry {
  readonly order: Order;
  readonly card: CustomerCard | null;
  /** The last minute at which something may still be done in time, and what; null when nothing runs. */
  readonly actBy: { readonly at: Instant; readonly rule: RuleId | null; readonly what: string } | null;
  /** The nearest running limit of the standard. */
  readonly deadline: Timer | null;
  /** Company-caused changes still free before a supervisor is needed; null = the standard sets no limit. */
  readonly changesLeft: number | null;
  readonly promise: ReturnType<typeof currentAppointment>;
  readonly risk: ReturnType<typeof promiseState>;
  readonly flags: ReadonlySet<PoolFlag>;
}

/** Statuses that wait for something which no dispatcher can plan away. */
const OUT_OF_HAND: ReadonlySet<string> = new Set(['resolved', 'replied', 'callback', 'in_progress']);

/** Statuses in which an order can stand in the pool. */
export const POOL_STATUSES = ORDER_STATUSES.filter(
  (status) => !TERMINAL_STATUSES.has(status) && !OUT_OF_HAND.has(status),
);

/** May the order be given to a technician now? */
export function isPlannable(order: Order): boolean {
  return PLANNABLE_STATUSES.has(order.status) && !isMoveParent(order);
}

/** Reads one order for the pool at an instant. Pure; the same code serves cards, sorts and chips. */
export function poolEntry(
  order: Order,
  card: CustomerCard | null,
  standard: ResolvedStandard,
  now: Instant,
  expected?: ExpectedVisit,
): PoolEntry {
  const running = timersOf(order, standard, now).filter(
    ({ name, open }) => open && name !== 'T_NOTICE_CLOSE',
  );
  const deadline = earliest(running, (timer) => timer.dueEffective);
  const call = earliest(callsOf(order, standard, now, expected), ({ usable }) => usable);
  const max = standard.get('change.max');
  const risk = promiseState(order, now, standard, expected);
  const promise = currentAppointment(order);
  const warned = running.some(
    ({ state, warnAt }) => state === 'breached' || (warnAt !== null && warnAt <= now),
  );
  const flags = new Set<PoolFlag>();
  if (order.technicianId === null) flags.add('unassigned');
  if (risk.state === 'at_risk' || risk.state === 'broken' || warned) flags.add('at_risk');
  if (call) flags.add('needs_call');
  if (promise) flags.add('promised');
  if (!order.place) flags.add('no_place');
  if (order.missing.length > 0) flags.add('not_ready');
  return {
    order,
    card,
    actBy: pressing(deadline, call),
    deadline,
    changesLeft: max === null ? null : Math.max(0, max - order.companyChangeCount),
    promise,
    risk,
    flags,
  };
}

/** Does the order belong into the pool: open, and without a technician or at risk? */
export function belongsInPool({ order, flags }: PoolEntry): boolean {
  if (TERMINAL_STATUSES.has(order.status) || OUT_OF_HAND.has(order.status)) return false;
  if (isMoveParent(order)) return false;
  return flags.has('unassigned') || flags.has('at_risk');
}

function pressing(
  deadline: Timer | null,
  call: ReturnType<typeof callsOf>[number] | null,
): PoolEntry['actBy'] {
  if (call && (!deadline || call.usable <= deadline.dueEffective)) {
    return { at: call.usable, rule: null, what: call.purpose };
  }
  return deadline && { at: deadline.dueEffective, rule: deadline.rule, what: deadline.name };
}

function earliest<T>(list: readonly T[], at: (item: T) => number): T | null {
  return list.reduce<T | null>(
    (first, item) => (first === null || at(item) < at(first) ? item : first),
    null,
  );
}
