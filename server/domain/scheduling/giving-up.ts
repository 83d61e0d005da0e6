import { type Visit, type VisitClass, visitClasses } from './model.ts';

/**
 * Whom a plan gives up last: no promise for an unpromised visit (SCHD-10), no visit that already stands in somebody's day but for an
 * emergency (SCHD-06), then class by class (SCHD-05).
 */
export const givingUpOrder = ['promised', 'emergency', 'standing', ...visitClasses.slice(1)] as const;

/** The places of a visit in that order; a visit that is given up counts in each of them. */
export function placesInGivingUp(
  visit: Pick<Visit, 'class' | 'window'>,
  standing: boolean,
): readonly number[] {
  const of = (kind: VisitClass | 'promised' | 'standing') => givingUpOrder.indexOf(kind);
  return [
    ...(visit.window.kind === 'promised' ? [of('promised')] : []),
    ...(standing ? [of('standing')] : []),
    of(visit.class),
  ];
}
