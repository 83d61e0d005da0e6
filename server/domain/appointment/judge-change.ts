import type { Instant } from '../base/brand.ts';
import type { ApprovalForCommand } from '../base/finding.ts';
import { asks, blocks, isGiven, settleApprovals, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Booking } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { Cause } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import { insideClosed, lastInside } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import { workDueOf } from '../timer/effective-deadline.ts';
import type { Appointment } from './appointment.ts';
import { servableAppointment } from './current.ts';
import { judgeSlot } from './judge-slot.ts';

/** A wish to move a promise; `notifiedAt` is when the customer was really reached. */
export interface ChangeWish {
  start: Instant;
  end?: Instant;
  cause?: Cause;
  reason?: string;
  notifiedAt?: Instant;
  agreed?: boolean;
  reached?: boolean;
  earlyOffer?: boolean;
  appointmentVersion?: number;
}

export interface ChangeQuestion {
  order: Order;
  request: ChangeWish;
  standard: ResolvedStandard;
  now: Instant;
  technician?: Technician | null;
  bookings?: readonly Booking[];
  /** An approval given already; without it the findings tell what must still be approved. */
  approval?: ApprovalForCommand | null;
}

/** What the rules say of a change, and the figures that its dialog shows. */
export interface ChangeJudgement {
  findings: readonly Finding[];
  /** min(old start, new start) − notice, in minutes; null while the customer has not been reached. */
  noticeLeadMin: number | null;
  /** When notice closes: min(old start, new start) − change.noticeMin. */
  closesAt: Instant | null;
  /** The last contact hour up to then; the alarm goes by it. */
  usableUntil: Instant | null;
  /** Would it count against the two changes (CHG-03)? */
  counted: boolean;
  shortNotice: boolean;
}

const NOTHING = {
  noticeLeadMin: null,
  closesAt: null,
  usableUntil: null,
  counted: false,
  shortNotice: false,
};

/**
 * CHG-01…11: judges a change of the promised time. A change that is not agreed, or whose customer was not reached, never becomes
 * effective; it is recorded and the old promise stands (CHG-08).
 */
export function judgeChange(question: ChangeQuestion): ChangeJudgement {
  const { order, request, standard, now } = question;
  const promise = servableAppointment(order);
  if (!promise)
    return { ...NOTHING, findings: [blocks('STATE', { status: order.status, needs: 'appointment' })] };
  const stale = judgeVersion(promise, request);
  if (stale) return { ...NOTHING, findings: [stale] };
  const { start } = request;
  const end = request.end ?? start;
  const earlier = Number.isFinite(start) ? Math.min(promise.start, start) : promise.start;
  const closesAt = earlier - standard.get('change.noticeMin') * MINUTE;
  const usableUntil = lastInside(closesAt, [standard.get('contact.hours')], standard.get('tz'));
  const notified = request.notifiedAt ?? now;
  const effective = request.reached !== false && request.agreed !== false;
  const noticeLeadMin = request.reached === false ? null : (earlier - notified) / MINUTE;
  const offer = request.earlyOffer === true && start < promise.start;
  const ours = request.cause !== 'customer' && !offer;
  const shortNotice = ours && noticeLeadMin !== null && noticeLeadMin < standard.get('change.noticeMin');

  const findings: Finding[] = [
    ...judgeRequest(order, promise, request, now),
    ...(request.agreed === false
      ? []
      : judgeSlot({
          order,
          start,
          end,
          technician: question.technician ?? null,
          bookings: question.bookings ?? [],
          standard,
          now,
        })),
    ...judgeNotified(promise, request, standard, now),
  ];
  if (ours && effective && shortNotice)
    findings.push(
      asks(
        'CHG-01',
        'area_lead',
        { noticeLeadMin, noticeMin: standard.get('change.noticeMin'), closesAt },
        'ask_area_lead',
      ),
    );
  if (ours && request.agreed !== false) findings.push(...judgeCount(order, standard));
  if (ours && effective) findings.push(...judgeLimit(order, start, standard, now));
  if (request.reached === false)
    findings.push(warns('CHG-08', { closesAt, usableUntilAt: usableUntil }, 'keep_trying'));
  return {
    findings: settleApprovals(findings, question.approval ?? null),
    noticeLeadMin,
    closesAt,
    usableUntil,
    counted: ours && effective,
    shortNotice,
  };
}

/** CHG-11: what was seen is not what stands; nothing else can be said of a wish that was made from it. */
function judgeVersion({ version }: Appointment, { appointmentVersion: seen }: ChangeWish): Finding | null {
  if (seen === undefined || seen === version) return null;
  return blocks('CHG-11', { seen, current: version }, 'reload');
}

/** CHG-02, CHG-04, CHG-06, CHG-11: cause and reason stated, the time really moves, no other request is open. */
function judgeRequest(
  order: Order,
  promise: Appointment,
  request: ChangeWish,
  now: Instant,
): readonly Finding[] {
  const findings: Finding[] = [];
  const open = order.changeRequest;
  if (open?.state === 'notifying' && now <= open.lapsesAt)
    findings.push(blocks('CHG-11', { openRequestStartAt: open.start }, 'finish_open_request'));
  const end = request.end ?? request.start;
  if (request.start === promise.start && end === promise.end)
    findings.push(blocks('CHG-06', { startAt: promise.start }, 'nothing_moves'));
  if (request.cause === undefined) findings.push(blocks('CHG-04', { missing: 'cause' }, 'state_cause'));
  if (request.cause !== 'customer' && !isGiven(request.reason))
    findings.push(blocks('CHG-02', { missing: 'reason' }, 'give_reason'));
  return findings;
}

/** CHG-01: the notice is a real two-way contact, neither in the future nor before the promise; quiet hours and late entries warn. */
function judgeNotified(
  promise: Appointment,
  request: ChangeWish,
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  if (request.reached === false) return [];
  const notified = request.notifiedAt ?? now;
  if (notified > now) return [blocks('CHG-01', { notifiedAt: notified, nowAt: now }, 'time_in_future')];
  if (notified < promise.confirmedAt)
    return [blocks('CHG-01', { notifiedAt: notified, confirmedAt: promise.confirmedAt }, 'before_promise')];
  const findings: Finding[] = [];
  const customerAsked = request.cause === 'customer';
  if (!customerAsked && !insideClosed(notified, standard.get('contact.hours'), standard.get('tz'))) {
    const facts = { notifiedAt: notified, contactHours: [...standard.get('contact.hours')] };
    findings.push(warns('ARITH-10', facts), warns('CHG-01', facts));
  }
  if (now - notified > standard.get('offline.maxSkewMin') * MINUTE)
    findings.push(warns('ARITH-06', { notifiedAt: notified, recordedAt: now }));
  return findings;
}

/** CHG-03: two changes that the customer did not cause; the second is the last free one, the third needs the supervisor. */
export function judgeCount(order: Order, standard: ResolvedStandard): readonly Finding[] {
  const max = standard.get('change.max');
  if (max === null) return [];
  const facts = { companyChangeCount: order.companyChangeCount, max };
  if (order.companyChangeCount >= max)
    return [asks('CHG-03', standard.get('change.overMaxApprover'), facts, 'ask_supervisor')];
  return order.companyChangeCount === max - 1 ? [warns('CHG-03', facts, 'last_change')] : [];
}

/** CHG-09: a new time beyond the order's own limit stays our breach; the supervisor sees it. */
function judgeLimit(
  order: Order,
  start: Instant,
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  const due = workDueOf(order, standard, now);
  return due !== null && start > due ? [warns('CHG-09', { startAt: start, dueAt: due })] : [];
}
