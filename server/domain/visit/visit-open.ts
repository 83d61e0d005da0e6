import type { Visit, VisitStatus } from './visit.ts';

/** States after which nothing more happens on this trip (service-standard §22.3). */
export const ENDED_VISIT_STATUSES: ReadonlySet<VisitStatus> = new Set([
  'done',
  'no_answer_left',
  'left_blocked',
  'aborted_customer',
  'aborted_safety',
]);

/** Whether the trip still goes on. */
export function isVisitOpen(visit: Visit): boolean {
  return !ENDED_VISIT_STATUSES.has(visit.status);
}
