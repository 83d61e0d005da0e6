import type { Appointment } from '../appointment/appointment.ts';
import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import type { Instant, OrderId } from '../base/brand.ts';
import { newcomerOf } from '../contact/newcomer.ts';
import { retryOf } from '../contact/retry.ts';
import type { ExpectedVisit } from '../scheduling/expected-day.ts';
import { reminderOf } from '../script/customer-messages.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { firstInside, lastInside } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import { breaksPromise, unannounced } from '../timer/predicted-lateness.ts';
import { arrivalFor } from '../timer/promise-timers.ts';
import type { Timer, TimerName } from '../timer/timer.ts';
import { timersOf } from '../timer/timers.ts';
import type { Order } from './order.ts';

/** What a call to the customer is for. */
export type CallPurpose =
  | 'first_contact'
  | 'complaint_contact'
  | 'change_notice'
  | 'late_notice'
  | 'progress'
  | 'four_hours'
  | 'day_five'
  | 'callback'
  | 'reminder'
  | 'negotiate'
  | 'answer'
  | 'delay'
  | 'follow_up'
  | 'retry'
  | 'newcomer';

/** Who must be told what by when: `literal` as the standard words it, `usable` the last instant at which one may call. */
export interface Call {
  orderId: OrderId;
  purpose: CallPurpose;
  literal: Instant;
  usable: Instant;
  /** Other words for the purpose that a scenario may use: the timer, its rule, a shorter name. */
  alsoCalled: readonly string[];
}

const PURPOSE: Partial<Record<TimerName, CallPurpose>> = {
  T_CONTACT_INSTALL: 'first_contact',
  T_CONTACT_FAULT: 'first_contact',
  T_CONTACT_COMPLAINT: 'complaint_contact',
  T_DEPT_CONTACT: 'complaint_contact',
  T_PROGRESS: 'progress',
  T_FAULT_4H_CONTACT: 'four_hours',
  T_INSTALL_DAY5: 'day_five',
  T_CALLBACK_INSTALL: 'callback',
  T_CALLBACK_FAULT: 'callback',
  T_CALLBACK_COMPLAINT: 'callback',
  T_CALLBACK_CHURN: 'callback',
  T_ANSWER: 'answer',
  T_DELAY: 'delay',
  T_FOLLOW_UP: 'follow_up',
};

/** Other words for a purpose. */
export const ALSO_CALLED: Readonly<Record<CallPurpose, readonly string[]>> = {
  first_contact: ['contact', 'appointment', 'appoint', 'install_contact', 'fault_contact'],
  complaint_contact: ['contact', 'complaint', 'dept_contact'],
  change_notice: [
    'change_notice',
    'change',
    'notice',
    'notice_close',
    'two_hour_notice',
    'appointment_change',
  ],
  late_notice: ['late', 'lateness', 'lateness_notice'],
  progress: ['feedback', 'progress_feedback'],
  four_hours: ['four_hour', 'fault_4h', 'fault_4h_contact', 'unrestored'],
  day_five: ['day5', 'day_5', 'install_day5'],
  reminder: ['evening_before'],
  negotiate: ['at_risk'],
  answer: ['question'],
  delay: ['delay_report'],
  follow_up: ['promised_contact'],
  retry: ['try_again', 'no_answer', 'unreachable'],
  newcomer: ['new_technician', 'technician_change', 'reassigned'],
  callback: ['callback_install', 'callback_fault', 'callback_complaint', 'callback_churn'],
};

/**
 * The calls that an order still needs, earliest first. A change request that waits for its customer is called for by the
 * last contact hour before the notice closes (CHG-01, CHG-08). With what the running day lets expect of the visit, whoever will be
 * late or not come at all is called for, too.
 */
export function callsOf(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
  expected?: ExpectedVisit,
): readonly Call[] {
  const calls = timersOf(order, standard, now).flatMap((timer): readonly Call[] => {
    const purpose = PURPOSE[timer.name];
    if (!purpose || (timer.state !== 'running' && timer.state !== 'breached')) return [];
    if (timer.startedAt > now) return [];
    if (purpose === 'callback' && order.callbackEnded !== null) return [];
    if ((purpose === 'day_five' || purpose === 'delay') && (timer.warnAt === null || now < timer.warnAt))
      return [];
    if (timer.state === 'breached' && isOver(order, timer)) return [];
    return [
      {
        orderId: order.id,
        purpose,
        literal: timer.dueLiteral,
        usable: timer.dueEffective,
        alsoCalled: [purpose, timer.name, timer.rule, ...ALSO_CALLED[purpose]],
      },
    ];
  });
  return [
    ...calls,
    ...noticeCall(order, standard, now),
    ...reminderCall(order, standard, now),
    ...retryCall(order, standard, now),
    ...newcomerCall(order, standard),
    ...negotiation(order, standard, now, expected),
    ...missedCall(order, standard, now),
    ...newTimeCall(order, standard),
    ...lateCall(order, standard, now, expected),
  ].toSorted((a, b) => a.usable - b.usable);
}

/** The customer of an open change request is called before the notice closes, by the last contact hour (CHG-01, CHG-08). */
function noticeCall(order: Order, standard: ResolvedStandard, now: Instant): readonly Call[] {
  const open = order.changeRequest;
  if (open?.state !== 'notifying' || now > open.lapsesAt) return [];
  return [
    {
      orderId: order.id,
      purpose: 'change_notice',
      literal: open.lapsesAt,
      usable: lastInside(open.lapsesAt, [standard.get('contact.hours')], standard.get('tz')),
      alsoCalled: ['change_notice', 'T_NOTICE_CLOSE', 'CHG-01', ...ALSO_CALLED.change_notice],
    },
  ];
}

/** APPT-17: the customer is reminded of tomorrow's promise, a wish of courtesy and no limit (script/customer-messages.ts). */
function reminderCall(order: Order, standard: ResolvedStandard, now: Instant): readonly Call[] {
  const reminder = reminderOf(order, standard);
  if (reminder === null || now < reminder.opensAt || now >= reminder.startAt) return [];
  return [
    {
      orderId: order.id,
      purpose: 'reminder',
      literal: reminder.closesAt,
      usable: reminder.closesAt,
      alsoCalled: ['reminder', 'APPT-17', ...ALSO_CALLED.reminder],
    },
  ];
}

/** NOAN-05, APPT-16: whoever did not answer is tried again; literal is the instant at which the retry opens. */
function retryCall(order: Order, standard: ResolvedStandard, now: Instant): readonly Call[] {
  const retry = retryOf(order, standard, now);
  if (!retry) return [];
  return [
    {
      orderId: order.id,
      purpose: 'retry',
      literal: retry.opensAt,
      usable: retry.closesAt,
      alsoCalled: ['retry', retry.rule, ...ALSO_CALLED.retry],
    },
  ];
}

/** CHG-06, SCHD-10: the customer hears who comes instead, by the last contact hour before the promise; no limit of any document. */
function newcomerCall(order: Order, standard: ResolvedStandard): readonly Call[] {
  const newcomer = newcomerOf(order);
  if (!newcomer) return [];
  return [
    {
      orderId: order.id,
      purpose: 'newcomer',
      literal: newcomer.startAt,
      usable: lastInside(newcomer.startAt, [standard.get('contact.hours')], standard.get('tz')),
      alsoCalled: ['newcomer', 'CHG-06', ...ALSO_CALLED.newcomer],
    },
  ];
}

/**
 * SCHD-02: a promise that cannot be kept, by the plan in force or as the day goes, is negotiated before it breaks, while two hours'
 * notice can still be given; the times to offer come with GET /slots. Nothing is moved behind the customer's back.
 */
function negotiation(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
  expected: ExpectedVisit | undefined,
): readonly Call[] {
  const promise = order.status === 'appointed' ? currentAppointment(order) : null;
  if (!promise || promise.lateness !== null || order.changeRequest?.state === 'notifying') return [];
  const isPlannedLate = order.planned !== null && order.planned.start > promise.end;
  if (!(isPlannedLate || breaksPromise(expected)) || now >= promise.start) return [];
  const literal = promise.start - standard.get('change.noticeMin') * MINUTE;
  const usable = lastInside(literal, [standard.get('contact.hours')], standard.get('tz'));
  // Too late for notice: the day's lateness is called for below.
  if (!isPlannedLate && now > usable) return [];
  return [
    {
      orderId: order.id,
      purpose: 'negotiate',
      literal,
      usable,
      alsoCalled: ['negotiate', 'SCHD-02', ...ALSO_CALLED.negotiate],
    },
  ];
}

/**
 * CHG-05: nobody came within the shift that lateness may have, and the promise is broken: what is agreed with the customer now is another
 * time, a change like any other.
 */
function missedCall(order: Order, standard: ResolvedStandard, now: Instant): readonly Call[] {
  const promise = order.status === 'appointed' ? servableAppointment(order) : null;
  if (!promise || arrivalFor(order, promise) || order.changeRequest?.state === 'notifying') return [];
  const literal = latestArrival(promise, standard);
  // the same before and after the log tells that it was missed
  if (promise.outcome === null && now <= literal) return [];
  return [
    {
      orderId: order.id,
      purpose: 'negotiate',
      literal,
      usable: literal,
      alsoCalled: ['negotiate', 'CHG-05', ...ALSO_CALLED.negotiate],
    },
  ];
}

/**
 * E-37, E-91: who turned the crew away at a time that was not agreed, or sent it home at closing time, is asked for another time from the next
 * contact hour on.
 */
function newTimeCall(order: Order, standard: ResolvedStandard): readonly Call[] {
  const last = order.visits.at(-1);
  if (order.status !== 'pending_appointment' || !last || last.leftAt === null) return [];
  const rule = last.turnedAway ? 'TRAV-07' : last.pastHours?.goesOn === false ? 'WIN-01' : null;
  if (rule === null) return [];
  const usable = firstInside(last.leftAt, standard.get('contact.hours'), standard.get('tz'));
  return [
    {
      orderId: order.id,
      purpose: 'negotiate',
      literal: last.leftAt,
      usable,
      alsoCalled: ['negotiate', rule, ...ALSO_CALLED.negotiate],
    },
  ];
}

/**
 * TRAV-03: who will come late, or not at all, and can no longer be asked for another time with notice: the customer hears of it fifteen
 * minutes before the promised time. Word of it is owed as long as it may be declared (CHG-05) and nobody stands at the door.
 */
function lateCall(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
  expected: ExpectedVisit | undefined,
): readonly Call[] {
  const promise = breaksPromise(expected) ? unannounced(order) : null;
  if (!promise || now > latestArrival(promise, standard)) return [];
  if (promise.start - now > standard.get('late.declareWithinMin') * MINUTE) return [];
  const notice = promise.start - standard.get('change.noticeMin') * MINUTE;
  if (now <= lastInside(notice, [standard.get('contact.hours')], standard.get('tz'))) return [];
  const literal = promise.start - standard.get('late.noticeMin') * MINUTE;
  return [
    {
      orderId: order.id,
      purpose: 'late_notice',
      literal,
      usable: literal,
      alsoCalled: ['late_notice', 'T_LATE_NOTICE', 'TRAV-03', ...ALSO_CALLED.late_notice],
    },
  ];
}

/** The last arrival that is lateness and not another time (CHG-05). */
function latestArrival({ end }: Appointment, standard: ResolvedStandard): Instant {
  return end + standard.get('late.maxShiftMin') * MINUTE;
}

/** A missed call that nobody can make good any more: the act has happened late, or its occasion is gone. */
function isOver(order: Order, { name, startedAt, open }: Timer): boolean {
  if (name === 'T_ANSWER') return !open;
  // a reply after a voided one is called back anew
  if (name.startsWith('T_CALLBACK'))
    return order.callbacks.some(({ at, outcome }) => at >= startedAt && outcome === 'done');
  if (name === 'T_PROGRESS' || name === 'T_FAULT_4H_CONTACT') return order.restoredAt !== null;
  if (name === 'T_INSTALL_DAY5') return order.activatedAt !== null;
  const reached = order.contacts.some(({ at, outcome }) => at >= startedAt && outcome === 'connected');
  return reached || order.endedAt !== null;
}
