import { currentAppointment } from '../appointment/current.ts';
import { blocks } from '../base/finding.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Proposal } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import { MINUTE } from '../time/zone.ts';
import { currentVisit } from '../visit/current-visit.ts';
import { abortVisit } from '../visit/step-visit.ts';
import { pauseClock } from './pause.ts';

/** Whether the crew is on its way and not at the door yet, so that the customer may still put the visit off by a call (CHG-10). */
export function isUnderWay(order: Order): boolean {
  return order.status === 'in_progress' && currentVisit(order)?.status === 'en_route';
}

/**
 * CHG-10, E-39: the customer calls while the crew is on its way, wants nobody today and names no new time. It is the customer's right
 * before entry, so nobody is asked and no slot is owed: the visit under way was the offer. The trip ends, nothing is counted, the clock
 * stops. Once the promised time is over it was missed by us and the clock runs on, whatever the customer wishes then (CHG-08).
 */
export function putOffUnderWay(
  order: Order,
  payload: OrderCommands['hold.start'],
  { standard, now }: DecisionContext,
): Proposal {
  const { reason } = payload;
  const until = payload.until ?? null;
  const visit = currentVisit(order);
  if (!visit || !isUnderWay(order) || reason !== 'customer_wish')
    return outOfState(order, 'hold.start', 'a visit not yet under way');
  const promise = currentAppointment(order);
  const inTime = promise !== null && now <= promise.end + standard.get('arrive.graceMin') * MINUTE;
  const pause = inTime ? pauseClock(order, reason, until, null, standard, now) : { findings: [], events: [] };
  const events: OrderEvent[] = [
    abortVisit(visit, 'aborted_customer', now),
    { type: 'hold.started', data: { reason, until } },
    ...pause.events,
  ];
  if (promise)
    events.push({
      type: 'appointment.ended',
      data: { outcome: inTime ? 'cancelled' : 'missed_company' },
    });
  const past = until !== null && until <= now;
  return {
    findings: [
      ...(past ? [blocks('ARITH-07', { untilAt: until, nowAt: now }, 'choose_future')] : []),
      ...pause.findings,
    ],
    events,
  };
}
