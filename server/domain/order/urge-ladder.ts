import type { Instant } from '../base/brand.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR } from '../time/zone.ts';
import type { Order, Urge } from './order.ts';

/** The next rung of the urge ladder: when it is due, and to whom it goes. */
export interface Rung {
  at: Instant;
  to: NonNullable<Urge['to']>;
}

/**
 * OVRD-03 (our choice): an order that is still unanswered two hours after the first urge is urged from the department's head, after
 * four from the branch. Each is a record of its own; none overwrites the one before. `alarm`: since when the reply is overdue.
 */
export function nextRung(order: Order, alarm: Instant, standard: ResolvedStandard): Rung | null {
  const issued = order.urges.filter(({ at }) => at >= alarm);
  const first = issued.find(({ to }) => (to ?? 'department') === 'department');
  if (!first) return null;
  const rungs: readonly Rung[] = [
    { at: first.at + standard.get('urge.headAfterH') * HOUR, to: 'department_head' },
    { at: first.at + standard.get('urge.branchAfterH') * HOUR, to: 'branch' },
  ];
  return rungs.find(({ to }) => !issued.some((one) => one.to === to)) ?? null;
}
