import { servableAppointment } from '../appointment/current.ts';
import { asks, blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { judgeKit } from '../checklist/judge-kit.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';
import { missingResources, unknownFacts } from '../readiness/site-facts.ts';
import { judgeCertification } from '../technician/judge-certification.ts';
import { beginTrip } from './begin-trip.ts';
import { workedOn } from './device.ts';
import { stepped } from './step-visit.ts';
import { ticked } from './ticks.ts';
import type { Visit } from './visit.ts';

/** VRFY-01: nobody sets out to a home whose data were not verified since they were last found wrong. */
function judgeVerified(order: Order): readonly Finding[] {
  const open = order.mismatches.filter(({ correctedAt }) => correctedAt === null).map(({ field }) => field);
  if (order.verifiedAt !== null && open.length === 0) return [];
  return [blocks('VRFY-01', { verifiedAt: order.verifiedAt, mismatched: open }, 'correct_and_verify')];
}

/** SITE-11: the new address is live before the old one is taken down. */
function judgeOpenBeforeRemove(order: Order, { sibling, standard }: DecisionContext): readonly Finding[] {
  if (order.type !== 'remove' || order.parentOrderId === null || !standard.get('move.openBeforeRemove'))
    return [];
  if (sibling?.activatedAt != null) return [];
  return [
    asks('SITE-11', 'supervisor', { installOrder: sibling?.id ?? null, activated: false }, 'activate_first'),
  ];
}

/** DISP-07 again at the door of the depot; who was approved to go with a colleague stays so. */
function judgeStillCertified(
  order: Order,
  { technician, standard, now }: DecisionContext,
): readonly Finding[] {
  const findings = judgeCertification(order, technician, now, standard);
  if (!order.assignments.at(-1)?.accompanied) return findings;
  return findings.map(({ rule, facts, advice, kind }) =>
    kind === 'approval' ? warns(rule, facts, advice) : { rule, facts, advice, kind },
  );
}

/** INTK-04, VRFY-04: what nobody asked of the home, and what is known to be missing, is pointed out before anybody sets out. */
function judgeSiteReady(order: Order): readonly Finding[] {
  const unknown = unknownFacts(order);
  const missing = missingResources(order.site);
  return [
    ...(unknown.length > 0 ? [warns('INTK-04', { unknown }, 'ask_customer')] : []),
    ...(missing.length > 0 ? [warns('VRFY-04', { missing }, 'solve_or_reappoint')] : []),
  ];
}

/** visit.depart: a trip begins (VRFY-01, VRFY-02, VRFY-04, INTK-04, DISP-07, CHG-07, SITE-11). */
export const decideDepart: Propose<'visit.depart'> = (order, payload, context) => {
  const promise = servableAppointment(order);
  if (!promise || order.technicianId === null) return outOfState(order, 'visit.depart', 'appointment');
  const assignment = order.assignments.at(-1);
  const findings: Finding[] = [
    ...judgeVerified(order),
    ...judgeStillCertified(order, context),
    ...judgeOpenBeforeRemove(order, context),
    ...judgeKit(order, payload.kitMissing, payload.reason, context.standard),
    ...judgeSiteReady(order),
  ];
  if (assignment?.insideNotice && assignment.acceptedAt === null)
    findings.push(blocks('CHG-07', { technician: assignment.technicianId, accepted: false }, 'accept_first'));
  const visit: Visit = {
    ...beginTrip({
      id: `${order.id}.${order.visits.length + 1}`,
      technicianId: order.technicianId,
      promiseVersion: promise.version,
      at: context.now,
    }),
    ...(order.companionId === null ? {} : { companionId: order.companionId }),
    ...(payload.kitMissing === undefined
      ? {}
      : { kit: { missing: payload.kitMissing, reason: payload.reason ?? null } }),
  };
  const begun = workedOn(ticked(visit, payload.checks, context.now), 'visit.depart', payload.device);
  return {
    findings,
    events: passes(stepped('visit.depart', begun, {}, { ...payload, status: 'in_progress' })).events,
  };
};
