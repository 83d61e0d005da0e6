import { asks, blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { pauseClock } from '../hold/pause.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { startsInside } from '../time/window.ts';
import { HOUR, localDate, MINUTE } from '../time/zone.ts';
import { workDueOf } from '../timer/effective-deadline.ts';
import { currentVisit } from '../visit/current-visit.ts';
import type { Appointment, AppointmentChangeRecord } from './appointment.ts';
import { currentAppointment, nextVersion, servableAppointment } from './current.ts';
import { change, reached, withdraw, withoutRequester } from './decide-change.ts';
import { judgeCount } from './judge-change.ts';
import { mayServeOutside } from './judge-hours.ts';
import { judgeSlot } from './judge-slot.ts';

/** INTK-02: nothing is confirmed before the order's content was checked with the customer in a real contact. */
function judgeContentChecked(order: Order): readonly Finding[] {
  if (order.contacts.some(({ outcome, contentConfirmed }) => outcome === 'connected' && contentConfirmed))
    return [];
  const reached = order.contacts.some(({ outcome }) => outcome === 'connected');
  return [blocks('INTK-02', { connected: reached, contentConfirmed: false }, 'check_content_first')];
}

/** APPT-08: the customer's own wish comes first; another time needs a reason. */
function judgeWish(
  start: number,
  preferred: readonly number[],
  reason: string | undefined,
): readonly Finding[] {
  const wish = preferred[0];
  if (wish === undefined || wish === start || isGiven(reason)) return [];
  return [blocks('APPT-08', { wishAt: wish, startAt: start, missing: 'reason' }, 'give_reason')];
}

/** APPT-10: a wish from 24 hours after dispatch on, inside the window, is one that we promised to be able to serve. */
function turnsDownPromisedRoom(
  order: Order,
  { start, preferred }: { start: number; preferred?: readonly number[] },
  standard: ResolvedStandard,
): boolean {
  const wish = (preferred ?? order.preferredStarts)[0];
  if (wish === undefined || wish === start || order.firstDispatchedAt === null) return false;
  const promisedFrom = order.firstDispatchedAt + standard.get('install.freeChoiceAfterH') * HOUR;
  return wish >= promisedFrom && startsInside(wish, standard.get('visit.window'), standard.get('tz'));
}

/** appointment.confirm: a first promise, or a new one after a hold, a block or a promise taken back (APPT-08…12, INTK-02, SITE-01). */
const confirm: Propose<'appointment.confirm'> = (order, payload, context) => {
  const { standard, now, actor, technician, bookings } = context;
  const second = order.status === 'appointed';
  if (second && order.type !== 'install' && order.type !== 'move')
    return outOfState(order, 'appointment.confirm', 'appointment.change');
  const { start } = payload;
  const end = payload.end ?? start;
  const findings: Finding[] = [
    ...judgeContentChecked(order),
    ...judgeSlot({ order, start, end, technician, bookings, standard, now }),
    ...judgeWish(start, payload.preferred ?? order.preferredStarts, payload.reason),
  ];
  if (second) findings.push(...judgeSecondVisit(order, start, standard, now));
  // nobody could be asked at the gate: its change is allowed with the new time (E-45)
  if (order.cancelledPromise?.atGate) findings.push(...judgeCount(order, standard));
  const pause = wishPause(order, payload, context);
  const appointment: Appointment = {
    version: nextVersion(order),
    start,
    end,
    proposedBy: payload.proposedBy,
    confirmedAt: now,
    confirmedBy: actor.id,
    channel: order.contacts.findLast(({ outcome }) => outcome === 'connected')?.channel ?? 'phone',
    outcome: null,
    endedAt: null,
    change: second ? splitRecord(order, start, context) : takenBackRecord(order, start, context),
    lateness: null,
  };
  return {
    findings: [...findings, ...pause.findings],
    events: [
      ...pause.events,
      {
        type: 'appointment.confirmed',
        data: {
          appointment,
          ...(turnsDownPromisedRoom(order, payload, standard) ? { cause: 'company' as const } : {}),
        },
      },
    ],
  };
};

/** SITE-01: cable today, activation tomorrow is a second promise; the supervisor decides, and it counts like a change. */
function judgeSecondVisit(
  order: Order,
  start: number,
  standard: ResolvedStandard,
  now: number,
): readonly Finding[] {
  const findings: Finding[] = [
    asks('SITE-01', 'supervisor', { startAt: start }, 'one_visit'),
    ...judgeCount(order, standard),
  ];
  const standing = currentAppointment(order);
  const noticeLeadMin = (Math.min(standing?.start ?? start, start) - now) / MINUTE;
  const noticeMin = standard.get('change.noticeMin');
  if (noticeLeadMin < noticeMin)
    findings.push(asks('CHG-01', 'area_lead', { noticeLeadMin, noticeMin }, 'ask_area_lead'));
  return findings;
}

function splitRecord(
  order: Order,
  start: number,
  { actor, now, approval, standard }: DecisionContext,
): AppointmentChangeRecord {
  const standing = currentAppointment(order);
  const noticeLeadMin = (Math.min(standing?.start ?? start, start) - now) / MINUTE;
  return {
    cause: 'company',
    reason: approval?.reason ?? '',
    requestedBy: actor.id,
    requestedAt: now,
    notifiedAt: now,
    noticeLeadMin,
    shortNotice: noticeLeadMin < standard.get('change.noticeMin'),
    counted: true,
    approval: withoutRequester(approval),
  };
}

/** CHG-06: the new time of a promise that was taken back is the change that it is, counted unless the customer caused it. */
function takenBackRecord(
  order: Order,
  start: number,
  { standard, approval: given }: DecisionContext,
): AppointmentChangeRecord | null {
  const taken = order.cancelledPromise;
  if (!taken) return null;
  const { cause, reason, at, requestedBy, approval, atGate } = taken;
  // at a gate the new time is not known yet, and the earlier of both is what notice is owed to (CHG-01)
  const noticeLeadMin = atGate ? Math.min(taken.noticeLeadMin, (start - at) / MINUTE) : taken.noticeLeadMin;
  const counted = cause !== 'customer';
  return {
    cause,
    reason,
    requestedBy,
    requestedAt: at,
    notifiedAt: at,
    noticeLeadMin,
    shortNotice: counted && noticeLeadMin < standard.get('change.noticeMin'),
    counted,
    ...(atGate ? { approval: withoutRequester(given), atGate } : { approval }),
  };
}

/**
 * APPT-11: a time after the limit is the customer's cause when the customer proposed it and we had offered one inside; then the clock
 * stops until it. A pause that ran while the order waited for its customer ends at the new start (§0.4 6).
 */
function wishPause(
  order: Order,
  { start, proposedBy, offered }: { start: number; proposedBy: string; offered?: readonly number[] },
  { standard, now }: DecisionContext,
): { findings: readonly Finding[]; events: readonly OrderEvent[] } {
  const held = order.pauses.at(-1);
  const waited = order.status === 'on_hold_customer' || order.hold?.reachedAt !== undefined;
  if (waited && held && order.hold && held.from >= order.hold.since)
    return { findings: [], events: [{ type: 'clock.resumed', data: { at: start } }] };
  const due = workDueOf(order, standard, now);
  if (due === null || !(start > due)) return { findings: [], events: [] };
  const inside = (offered ?? []).some((at) => at >= now && at <= due);
  if (proposedBy === 'customer' && inside)
    return pauseClock(order, 'customer_wish', start, null, standard, now);
  return { findings: [warns('APPT-11', { startAt: start, dueAt: due, offeredInside: inside })], events: [] };
}

const draftMove: Propose<'appointment.draft_move'> = (order, { start }, context) => {
  const { standard, now, technician, bookings } = context;
  const findings = judgeSlot({ order, start, end: start, technician, bookings, standard, now });
  return {
    // never told to the customer: only the draft that is proposed in the end must hold (CHG-06, E-28)
    findings: findings.map(({ rule, facts, advice }) =>
      Number.isFinite(start) ? warns(rule, facts, advice) : blocks(rule, facts, advice),
    ),
    events: [{ type: 'appointment.draft_moved', data: { start } }],
  };
};

/** A promise taken back without a new time: notice and cap hold as for a change, it counts when the new time is agreed (CHG-06). */
const cancel: Propose<'appointment.cancel'> = (
  order,
  { cause, reason },
  { standard, now, actor, approval },
) => {
  const promise = servableAppointment(order);
  if (!promise) return outOfState(order, 'appointment.cancel', 'appointment');
  const findings: Finding[] = [];
  if (cause === undefined) findings.push(blocks('CHG-04', { missing: 'cause' }, 'state_cause'));
  if (!isGiven(reason)) findings.push(blocks('CHG-02', { missing: 'reason' }, 'give_reason'));
  if (cause !== 'customer') {
    const noticeLeadMin = (promise.start - now) / MINUTE;
    const noticeMin = standard.get('change.noticeMin');
    if (noticeLeadMin < noticeMin)
      findings.push(asks('CHG-01', 'area_lead', { noticeLeadMin, noticeMin }, 'ask_area_lead'));
    findings.push(...judgeCount(order, standard));
  }
  const taken = {
    cause,
    reason,
    requestedBy: actor.id,
    noticeLeadMin: (promise.start - now) / MINUTE,
    approval: withoutRequester(approval),
  };
  return { findings, events: [{ type: 'appointment.cancelled', data: taken }] };
};

/** WIN-01: nobody is told of an arrival at which no home may be entered any more; the exceptions of WIN-02 are. */
function judgeLateArrival(order: Order, eta: number, standard: ResolvedStandard): readonly Finding[] {
  const window = standard.get('visit.window');
  if (startsInside(eta, window, standard.get('tz'))) return [];
  const facts = { etaAt: eta, window: [...window] };
  return mayServeOutside(order, standard)
    ? [warns('WIN-02', facts)]
    : [blocks('APPT-10', facts, 'choose_inside_window')];
}

/**
 * CHG-05, TRAV-03: lateness is no change while it is declared inside the last two hours (or after the start), for the same date, and
 * by no more than an hour; the customer is told fifteen minutes before, or as soon as it is known.
 */
const late: Propose<'appointment.late'> = (order, { eta, reason, contactedAt }, { standard, now }) => {
  const promise = servableAppointment(order);
  const visit = currentVisit(order);
  if (!promise || (visit && visit.arrivedAt !== null))
    return outOfState(order, 'appointment.late', 'not yet arrived');
  const tz = standard.get('tz');
  const told = contactedAt ?? now;
  const findings: Finding[] = [];
  const facts = { etaAt: eta, startAt: promise.start, endAt: promise.end, nowAt: now };
  const tooEarly = promise.start - now > standard.get('late.declareWithinMin') * MINUTE;
  const tooMuch = eta > promise.end + standard.get('late.maxShiftMin') * MINUTE;
  const otherDate = localDate(eta, tz) !== localDate(promise.start, tz);
  if (!Number.isFinite(eta) || eta < now || eta <= promise.start || tooEarly || tooMuch || otherDate)
    findings.push(blocks('CHG-05', { ...facts, tooEarly, tooMuch, otherDate }, 'change_instead'));
  else findings.push(...judgeLateArrival(order, eta, standard));
  if (!isGiven(reason)) findings.push(blocks('TRAV-03', { missing: 'reason' }, 'give_reason'));
  if (told > now) findings.push(blocks('TRAV-03', { contactedAt: told, nowAt: now }, 'time_in_future'));
  const due = promise.start - standard.get('late.noticeMin') * MINUTE;
  if (told > due) findings.push(warns('TRAV-03', { contactedAt: told, dueAt: due }, 'late_discovery'));
  return {
    findings,
    events: [{ type: 'appointment.late_declared', data: { eta, reason, contactedAt: told } }],
  };
};

export const APPOINTMENT_RULES = {
  'appointment.confirm': confirm,
  'appointment.change': change,
  'appointment.draft_move': draftMove,
  'appointment.reached': reached,
  'appointment.withdraw': withdraw,
  'appointment.cancel': cancel,
  'appointment.late': late,
};
