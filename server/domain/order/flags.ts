import type { Instant } from '../base/brand.ts';
import { hasOpenQuestion } from '../first-ask/first-ask.ts';
import { openNumberDoubt } from '../hold/number-doubt.ts';
import { firstLimits } from '../kpi/limits.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { timersOf } from '../timer/timers.ts';
import type { Order } from './order.ts';

/** Marks beside the status (service-standard §22.1). */
export const ORDER_FLAGS = [
  'temporaryRestored',
  'overdue',
  'urged',
  'repeatFault',
  'falseReceipt',
  'reopened',
  'overChangeLimit',
  'outage',
  'emergencyLine',
  'escalated',
  'mismatch',
  'excluded',
  'followUp',
  'customerUrged',
  'major',
  'openQuestion',
  'safety',
  'shortNotice',
  'unreached',
] as const;
export type OrderFlag = (typeof ORDER_FLAGS)[number];

/** The flags of an order at `now`, derived and never stored. */
export function flagsOf(order: Order, standard: ResolvedStandard, now: Instant): readonly OrderFlag[] {
  const late = timersOf(order, standard, now).some(
    ({ name, state }) => state === 'breached' && firstLimits.has(name),
  );
  const max = standard.get('change.max');
  const held: Record<OrderFlag, boolean> = {
    temporaryRestored: order.temporaryRestored,
    overdue: late,
    urged: order.urges.length > 0,
    repeatFault: order.repeatFault,
    falseReceipt: order.voidedReplies.some(({ reason }) => reason === 'false_receipt'),
    reopened: order.voidedReplies.length > 0,
    overChangeLimit: max !== null && order.companyChangeCount > max,
    outage: order.outageId !== null,
    emergencyLine: order.emergencyLine,
    escalated: order.escalated,
    mismatch:
      order.mismatches.some(({ correctedAt }) => correctedAt === null) || openNumberDoubt(order) !== null,
    excluded: order.exclusion !== null,
    followUp: order.followUps.length > 0,
    customerUrged: order.customerUrges.length > 0,
    major: order.major !== null,
    openQuestion: hasOpenQuestion(order),
    shortNotice: order.appointments.some(({ change }) => change?.shortNotice === true),
    unreached: order.status === 'closed' && order.callbacks.at(-1)?.outcome === 'not_reached',
    safety: order.visits.at(-1)?.status === 'aborted_safety',
  };
  return ORDER_FLAGS.filter((flag) => held[flag]);
}
