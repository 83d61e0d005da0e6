import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { passes } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { SiteFinding } from './site-facts.ts';
import { learn } from './site-facts.ts';

/**
 * What was found out about the home (INTK-04, APPT-13, VRFY-04), and what it makes of the planned time: fibre that has still to be
 * laid into the home takes longer (SCHD-04, SKIL-02).
 */
export function siteRecorded(order: Order, found: SiteFinding, standard: ResolvedStandard): OrderEvent {
  const facts = learn(order.site, found);
  const leadIn = standard.get('plan.leadInMin');
  const laid = (fibre: string) => (order.type === 'install' && fibre === 'no' ? leadIn : 0);
  const durationMin = order.durationMin + laid(facts.fibreToHome) - laid(order.site.fibreToHome);
  return { type: 'site.recorded', data: { facts, durationMin } };
}

/** site.record: what anybody learns of the home or of the network before the visit. */
const record: Propose<'site.record'> = (order, { orderId: _id, ...found }, { standard }) =>
  passes(siteRecorded(order, found, standard));

export const SITE_RULES = { 'site.record': record };
