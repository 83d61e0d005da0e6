import type { Instant } from '../base/brand.ts';
import { blocks, isGiven } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { pauseClock } from '../hold/pause.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { OrderStatus } from '../order/order-status.ts';
import type { Proposal } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { promiseServed } from './no-answer-clock.ts';
import { cameInTime } from './promise-met.ts';
import { stepped } from './step-visit.ts';
import type { Visit } from './visit.ts';

/** Whose matter it is to be turned away at `now`: nobody's before the promised time, the customer's at it, ours after it (E-37, NOAN-05). */
export type TurnedAwayMeans = 'too_early' | 'customer' | 'company';

/** What being turned away at the door means for the promise that the trip serves; the old time binds, whatever else was tried (CHG-08). */
export function turnedAwayMeans(
  order: Order,
  visit: Visit,
  standard: ResolvedStandard,
  now: Instant,
): TurnedAwayMeans {
  if (!cameInTime(order, visit, standard)) return 'company';
  return now < (promiseServed(order, visit)?.start ?? now) ? 'too_early' : 'customer';
}

/** NOAN-01: a household speaks for the customer only when the customer was called from the door, twice or until reached. */
function judgeCalls(
  order: Order,
  visit: Visit,
  { by, calls = 0 }: OrderCommands['visit.turned_away'],
  standard: ResolvedStandard,
): readonly Finding[] {
  const needed = standard.get('noAnswer.minCalls');
  if (by === 'customer' || calls >= needed) return [];
  const since = visit.arrivedAt ?? Number.POSITIVE_INFINITY;
  if (order.contacts.some(({ at, outcome }) => at >= since && outcome === 'connected')) return [];
  return [blocks('NOAN-01', { calls, needed }, 'call_again')];
}

/**
 * visit.turned_away (E-37, TRAV-07, CHG-04, CHG-08): somebody is there and does not let the crew in. Before the promised time the promise
 * stands and is gone to again. At it, in time, the visit fails by the customer, who is waited for as after a note (NOAN-05). At any
 * other time it is missed by us: the clock runs on and a new time is wanted, which is no agreed change.
 */
export function decideTurnedAway(
  order: Order,
  visit: Visit,
  payload: OrderCommands['visit.turned_away'],
  context: DecisionContext,
): Proposal {
  const { standard, now } = context;
  const { by, reason } = payload;
  const findings = isGiven(reason) ? [] : [blocks('TRAV-07', { missing: 'reason' }, 'give_reason')];
  const left = (status?: OrderStatus) =>
    stepped(
      'visit.turned_away',
      visit,
      { status: 'aborted_customer', leftAt: now, turnedAway: { by, reason } },
      { occurredAt: payload.occurredAt, ...(status ? { status } : {}) },
    );
  const ended = (outcome: 'missed_customer' | 'missed_company'): OrderEvent => ({
    type: 'appointment.ended',
    data: { outcome },
  });
  switch (turnedAwayMeans(order, visit, standard, now)) {
    case 'too_early':
      return { findings, events: [left('appointed')] };
    case 'company':
      return { findings, events: [left('pending_appointment'), ended('missed_company')] };
    case 'customer': {
      const wait = by === 'customer' ? 'customer_wish' : 'customer_absent';
      const pause = pauseClock(order, wait, null, null, standard, now);
      return {
        findings: [...findings, ...judgeCalls(order, visit, payload, standard), ...pause.findings],
        events: [
          left(),
          ended('missed_customer'),
          { type: 'hold.started', data: { reason: wait, until: null } },
          ...pause.events,
        ],
      };
    }
  }
}
