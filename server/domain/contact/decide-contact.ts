import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { pauseRunning } from '../hold/pause.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { insideClosed } from '../time/window.ts';

/**
 * contact.attempt: no dialling without a number (APPT-12); outside contact hours only with a warning (ARITH-10). Reaching a customer
 * who was away or unreachable ends that pause (§0.4 6).
 */
const attempt: Propose<'contact.attempt'> = (order, payload, { now, actor, standard }) => {
  const channel = payload.channel ?? 'phone';
  const findings: Finding[] = [];
  if (!order.hasPhone && channel !== 'app')
    findings.push(blocks('APPT-12', { missing: 'contactPhone' }, 'complete_fields'));
  if (channel === 'phone' && !insideClosed(now, standard.get('contact.hours'), standard.get('tz')))
    findings.push(warns('ARITH-10', { at: now, contactHours: [...standard.get('contact.hours')] }));
  const connected = payload.outcome === 'connected';
  const events: OrderEvent[] = [
    {
      type: 'contact.attempted',
      data: {
        at: now,
        by: actor.id,
        channel,
        outcome: payload.outcome,
        contentConfirmed: connected && payload.contentConfirmed !== false,
      },
    },
  ];
  const awaited = order.hold?.reason === 'customer_absent' || order.hold?.reason === 'unreachable';
  if (connected && awaited && pauseRunning(order, now))
    events.push({ type: 'clock.resumed', data: { at: now } });
  return { findings, events };
};

export const CONTACT_RULES = { 'contact.attempt': attempt };
