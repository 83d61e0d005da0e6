import { evolveAppointment } from '../appointment/evolve-appointment.ts';
import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { openNumberDoubt } from '../hold/number-doubt.ts';
import { pauseRunning } from '../hold/pause.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { OrderStatus } from '../order/order-status.ts';
import type { Propose } from '../order/proposal.ts';
import { siteRecorded } from '../readiness/decide-site.ts';
import { learn } from '../readiness/site-facts.ts';
import { insideClosed } from '../time/window.ts';

/** INTK-03: once in the talks with a customer the limits that we promise are told. */
function judgePromiseTold(order: Order, told: boolean): readonly Finding[] {
  if (told || order.contacts.some(({ promiseTold }) => promiseTold === true)) return [];
  return [warns('INTK-03', { promiseTold: false }, 'tell_limits')];
}

/** APPT-13: the call finds out what saves a trip: is there a modem already, can the customer put it right alone? */
function judgePreHandled(order: Order, found: OrderCommands['contact.attempt']['site']): readonly Finding[] {
  const site = learn(order.site, found ?? {});
  if (order.type === 'install' && site.hasOnt === 'unknown')
    return [warns('APPT-13', { unknown: ['hasOnt'] }, 'ask_customer')];
  if (order.type === 'fault' && site.selfRepair === 'unknown' && site.remoteSteps.length === 0)
    return [warns('APPT-13', { unknown: ['selfRepair', 'remoteSteps'] }, 'ask_customer')];
  return [];
}

/** A wish for a time that was named is waited for until then, an own line until it is mended; the others until the customer is reached. */
function waitsForContact({ status, hold }: Order, now: Instant): boolean {
  if (status !== 'on_hold_customer' || hold === null || hold.reason === 'customer_owned_line') return false;
  return hold.reason !== 'customer_wish' || hold.until === null || hold.until <= now;
}

/** Nothing is promised yet, and nobody sets out before the right number is known (E-55). */
const WAITS_FOR_NUMBER: ReadonlySet<OrderStatus> = new Set<OrderStatus>(['accepted', 'pending_appointment']);

/** E-55: with this attempt the number has proved invalid so often that it is looked into. */
function provesInvalid(order: Order, [attempted]: readonly OrderEvent[], now: Instant): boolean {
  if (!attempted || openNumberDoubt(order)) return false;
  const after = evolveAppointment(order, attempted, now);
  return after !== null && openNumberDoubt(after) !== null;
}

/**
 * contact.attempt: no dialling without a number (APPT-12); outside contact hours only with a warning (ARITH-10, WIN-05). Reaching the
 * customer for whom the order waits ends the wait and its pause (§0.4 6, §22.1); a number that proves invalid begins one, without blame
 * and with the clock running, until its source is known (E-55).
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
        promiseTold: connected && payload.promiseTold === true,
      },
    },
  ];
  if (connected) {
    findings.push(...judgePromiseTold(order, payload.promiseTold === true));
    findings.push(...judgePreHandled(order, payload.site));
  }
  if (connected && payload.site) events.push(siteRecorded(order, payload.site, standard));
  if (connected && waitsForContact(order, now)) {
    if (pauseRunning(order, now)) events.push({ type: 'clock.resumed', data: { at: now } });
    events.push({ type: 'hold.ended', data: { status: 'accepted', reached: true } });
  }
  if (WAITS_FOR_NUMBER.has(order.status) && provesInvalid(order, events, now)) {
    findings.push(warns('DISP-04', { contactPhone: 'invalid' }, 'find_source_of_number'));
    events.push({ type: 'hold.started', data: { reason: 'unreachable', until: null, undecided: true } });
  }
  return { findings, events };
};

export const CONTACT_RULES = { 'contact.attempt': attempt };
