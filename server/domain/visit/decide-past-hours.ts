import { mayServeOutside } from '../appointment/judge-hours.ts';
import type { Instant } from '../base/brand.ts';
import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { Proposal } from '../order/proposal.ts';
import { passes } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { insideClosed } from '../time/window.ts';
import { stepped } from './step-visit.ts';
import type { Visit } from './visit.ts';
import { isVisitOpen } from './visit-open.ts';

/** Whether the visit window has closed on a crew at `now`; lines that may be served at any hour know no closing (WIN-02). */
function hasClosed(order: Order, standard: ResolvedStandard, now: Instant): boolean {
  return (
    !mayServeOutside(order, standard) && !insideClosed(now, standard.get('visit.window'), standard.get('tz'))
  );
}

/** WIN-01: somebody is still in the home after closing, and nobody has asked the customer yet whether the work goes on. */
export function asksPastHours(
  order: Order,
  visit: Visit | null,
  standard: ResolvedStandard,
  now: Instant,
): boolean {
  if (!visit || !isVisitOpen(visit) || visit.enteredAt === null || visit.pastHours) return false;
  return hasClosed(order, standard, now);
}

/** WIN-01: a step past the window without the customer's tick is pointed out; what has been done at the customer's is never unmade. */
export function pastWindow(
  order: Order,
  visit: Visit,
  { standard, now }: DecisionContext,
): readonly Finding[] {
  if (!asksPastHours(order, visit, standard, now)) return [];
  return [warns('WIN-01', { nowAt: now, closes: standard.get('visit.window')[1] }, 'ask_consent')];
}

/**
 * visit.past_hours (WIN-01, E-91): a visit that runs past the window goes on with the customer's consent and the reason why it did not end
 * in time, or it ends here and a new time is found: without blame to the customer, and no change, as the visit was made (CHG-06).
 */
export function decidePastHours(
  order: Order,
  visit: Visit,
  { goesOn, reason, occurredAt }: OrderCommands['visit.past_hours'],
  { standard, now }: DecisionContext,
): Proposal {
  const findings: Finding[] = [];
  const closes = standard.get('visit.window')[1];
  if (!isGiven(reason)) findings.push(blocks('WIN-01', { missing: 'reason' }, 'give_reason'));
  if (!goesOn && !hasClosed(order, standard, now))
    findings.push(blocks('WIN-01', { nowAt: now, closes }, 'finish_the_work'));
  const told = { pastHours: { goesOn, reason, at: now } };
  if (goesOn) return { ...passes(stepped('visit.past_hours', visit, told, { occurredAt })), findings };
  const left = { ...told, status: 'left_blocked' as const, leftAt: now };
  const status = 'pending_appointment';
  return { ...passes(stepped('visit.past_hours', visit, left, { occurredAt, status })), findings };
}
