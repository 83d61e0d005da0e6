import { asks, blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import { shows } from '../photo/photo.ts';
import type { HandOverFacts, SiteStepGiven, WorkFacts } from './step-given.ts';
import type { Visit } from './visit.ts';

/** SITE-07: position and routing are agreed before the work; where the customer's wish would harm it, the advice given is on record. */
export function judgeRouting(order: Order, { routingAgreed, advice }: WorkFacts): readonly Finding[] {
  if (order.type !== 'install' && order.type !== 'move') return [];
  if (routingAgreed === undefined) return [warns('SITE-07', { missing: 'routingAgreed' }, 'agree_routing')];
  if (routingAgreed || isGiven(advice)) return [];
  return [blocks('SITE-07', { routingAgreed, missing: 'advice' }, 'agree_routing')];
}

/** SITE-14: work with a risk begins only when it was explained and the customer consented. */
export function judgeRisk({ risk }: WorkFacts): readonly Finding[] {
  if (!risk || (risk.explained && risk.consent)) return [];
  return [blocks('SITE-14', { explained: risk.explained, consent: risk.consent }, 'ask_consent')];
}

/** SITE-13: nothing that touches customers in service without the maintenance department. */
export function judgeServiceAffecting({ serviceAffecting }: WorkFacts): readonly Finding[] {
  return serviceAffecting ? [asks('SITE-13', 'noc', { serviceAffecting }, 'ask_noc')] : [];
}

/** SITE-19: a fee needs the number of its invoice. */
export function judgeFee({ chargedAmount, invoiceNo }: HandOverFacts): readonly Finding[] {
  const charged = chargedAmount ?? 0;
  if (charged <= 0 || isGiven(invoiceNo)) return [];
  return [blocks('SITE-19', { chargedAmount: charged, missing: 'invoiceNo' }, 'write_invoice')];
}

/** SITE-23: a customer who is not satisfied is served until satisfied; leaving all the same needs the reason. */
export function judgeSatisfied(
  order: Order,
  { satisfied, opined }: HandOverFacts,
  reason: string | undefined,
): readonly Finding[] {
  if (order.type !== 'fault' || satisfied !== false) return [];
  return [
    isGiven(reason) || opined
      ? warns('SITE-23', { satisfied }, 'follow_up')
      : blocks('SITE-23', { satisfied, missing: 'reason' }, 'keep_working'),
  ];
}

/** SITE-21: workmanship is shown by photos where the program has a camera; without one the step goes on and says so. */
export function judgeWorkmanshipPhoto(
  order: Order,
  visit: Visit,
  given: SiteStepGiven['photos'],
): readonly Finding[] {
  if ((order.type !== 'install' && order.type !== 'move') || given === undefined) return [];
  return shows(visit.photos, 'workmanship') ? [] : [warns('SITE-21', { missing: ['photo'] }, 'take_photo')];
}
