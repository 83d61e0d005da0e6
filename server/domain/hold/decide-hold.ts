import { currentAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import { asks, blocks, settleApprovals, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { effectiveDeadlineOf } from '../timer/effective-deadline.ts';
import { isNumberInDoubt } from './number-doubt.ts';
import type { PauseOutcome } from './pause.ts';
import { isPastLimit, pauseClock, pauseRunning } from './pause.ts';
import { putOffUnderWay } from './put-off.ts';
import { judgeUnreachable } from './unreachable.ts';

/**
 * hold.start (APPT-11, APPT-16, ARITH-07): the order waits for its customer and the clock stops. An area lead approves; a wish needs
 * an offer that lay inside the limit, an unreachable customer the attempts of APPT-16. Past the deadline it is a status only. A wait for
 * an invalid number has begun by itself; the area lead's review comes to it (E-55). While the crew is on its way it is CHG-10's.
 */
const start: Propose<'hold.start'> = (order, payload, context) => {
  const { standard, now, approval } = context;
  if (order.status === 'on_hold_customer' && !(order.hold?.undecided && payload.reason === 'unreachable'))
    return outOfState(order, 'hold.start', 'an order that does not wait yet');
  if (order.status === 'in_progress') return putOffUnderWay(order, payload, context);
  const until = payload.until ?? null;
  const past = isPastLimit(order, standard, now);
  const findings: Finding[] = [];
  if (until !== null && until <= now)
    findings.push(blocks('ARITH-07', { untilAt: until, nowAt: now }, 'choose_future'));
  if (!past) {
    if (payload.reason === 'customer_wish')
      findings.push(...judgeOffer(order, payload.offered ?? [], standard, now));
    if (payload.reason === 'unreachable') findings.push(...judgeUnreachable(order, standard));
    const rule = payload.reason === 'unreachable' ? 'APPT-16' : 'APPT-11';
    if (findings.every(({ kind }) => kind !== 'block'))
      findings.push(asks(rule, 'area_lead', { reason: payload.reason }, 'ask_area_lead'));
  }
  const approved = settleApprovals(findings, approval).every(({ kind }) => kind !== 'approval');
  const undecided = payload.reason === 'unreachable' && isNumberInDoubt(order);
  const pause: PauseOutcome = undecided
    ? { findings: [warns('ARITH-07', { contactPhone: 'invalid' }, 'find_source_of_number')], events: [] }
    : pauseClock(order, payload.reason, until, approved ? (approval?.by ?? null) : null, standard, now);
  const events: OrderEvent[] = [];
  if (currentAppointment(order)) events.push({ type: 'appointment.ended', data: { outcome: 'cancelled' } });
  const marked = past ? { pastLimit: true as const } : {};
  events.push(
    { type: 'hold.started', data: { reason: payload.reason, until, undecided, ...marked } },
    ...pause.events,
  );
  return { findings: [...findings, ...pause.findings], events };
};

/** APPT-11: the delay is the customer's wish only when we offered a time inside the limit. */
function judgeOffer(
  order: Order,
  offered: readonly Instant[],
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  const due = effectiveDeadlineOf(order, standard, now);
  if (offered.some((at) => at >= now && (due === null || at <= due))) return [];
  return [blocks('APPT-11', { offered: offered.length, dueAt: due }, 'offer_inside_limit')];
}

/** hold.end: the customer is reached or the reason is gone; the clock goes on from now. */
const end: Propose<'hold.end'> = (order, _payload, { now }) => {
  if (order.status !== 'on_hold_customer' && order.hold?.reachedAt === undefined)
    return outOfState(order, 'hold.end', 'on_hold_customer');
  const events: OrderEvent[] = [];
  if (pauseRunning(order, now)) events.push({ type: 'clock.resumed', data: { at: now } });
  events.push({ type: 'hold.ended', data: { status: 'accepted' } });
  return { findings: [], events };
};

export const HOLD_RULES = { 'hold.start': start, 'hold.end': end };
