import type { AreaId, Instant, PersonId, TechnicianId } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { TimerName } from '../timer/timer.ts';
import { timersOf } from '../timer/timers.ts';

/** One thing for which a unit and a person have to answer (RESP-05): a limit that passed, or an order that was given back. */
export interface ResponsibilityEntry {
  at: Instant;
  kind: 'overdue' | 'returned';
  rule: RuleId;
  /** The limit that passed; null for an order given back. */
  timer: TimerName | null;
  unit: AreaId;
  /** Who had it in hand at that moment; null where nobody had. */
  personId: PersonId | TechnicianId | null;
}

/** Limits of the desk that took the order in; its first-ask owner answers for them, not the crew that gets it later. */
const OF_THE_DESK: ReadonlySet<TimerName> = new Set<TimerName>([
  'T_REVIEW',
  'T_DISPATCH_FAULT',
  'T_DISPATCH_COMPLAINT',
  'T_DISPATCH_INSTALL',
  'T_FORWARD',
  'T_EXPERT',
  'T_FIRSTASK',
  'T_ANSWER',
]);

/** Everything of an order that somebody answers for, oldest first; derived, so that nobody can leave themselves out (RESP-05). */
export function responsibilityLog(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
): readonly ResponsibilityEntry[] {
  const overdue = timersOf(order, standard, now).flatMap(
    ({ name, rule, breachedAt }): readonly ResponsibilityEntry[] =>
      breachedAt === null
        ? []
        : [
            {
              at: breachedAt,
              kind: 'overdue',
              rule,
              timer: name,
              unit: order.areaId,
              personId: OF_THE_DESK.has(name)
                ? (order.firstAsk?.ownerId ?? null)
                : inHandAt(order, breachedAt),
            },
          ],
  );
  const returned = order.assignments.flatMap(
    ({ technicianId, endedAt, returned: gaveBack }): readonly ResponsibilityEntry[] =>
      gaveBack && endedAt !== null
        ? [
            {
              at: endedAt,
              kind: 'returned',
              rule: 'ACPT-02',
              timer: null,
              unit: order.areaId,
              personId: technicianId,
            },
          ]
        : [],
  );
  return [...overdue, ...returned].toSorted((a, b) => a.at - b.at);
}

/** The technician in charge at an instant, or null. */
function inHandAt(order: Order, at: Instant): TechnicianId | null {
  const held = order.assignments.findLast(
    (one) => one.at <= at && (one.endedAt === null || at <= one.endedAt),
  );
  return held?.technicianId ?? null;
}
