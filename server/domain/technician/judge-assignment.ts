import { currentAppointment } from '../appointment/current.ts';
import { judgeVisitHours } from '../appointment/judge-hours.ts';
import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Booking } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import { judgeLock } from '../order/place-lock.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { insideClosed, startsInside } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import { judgeBookings } from './judge-bookings.ts';
import { judgeCertification } from './judge-certification.ts';
import type { Technician } from './technician.ts';

export interface AssignmentQuestion {
  order: Order;
  technician: Technician;
  /** Where the visit would stand in the technician's day; null while nobody has worked it out. */
  slot: { start: Instant; end: Instant } | null;
  bookings: readonly Booking[];
  standard: ResolvedStandard;
  now: Instant;
}

/**
 * May this person be given this order, in this slot? (DISP-07, DISP-08, DISP-09, WIN-01, APPT-10, CHG-07, SCHD-10.)
 * The server's gate and the drag preview ask this same function.
 */
export function judgeAssignment(question: AssignmentQuestion): readonly Finding[] {
  const { order, technician, bookings, standard, now } = question;
  const promise = currentAppointment(order);
  const slot =
    question.slot ?? (promise && { start: promise.start, end: promise.start + order.durationMin * MINUTE });
  return [
    ...judgeArea(order, technician),
    ...judgeLock(order, technician.id, question.slot),
    ...judgeCertification(order, technician, slot?.start ?? now, standard),
    ...judgeBookings(order, slot, bookings),
    ...(question.slot ? judgePlannedSlot(order, technician, question.slot, standard) : []),
    ...judgePromiseKept(order, question.slot),
    ...judgeSwapInsideNotice(question),
  ];
}

/**
 * Whether somebody may go along on the order's visit (E-101): of the area, certified, and free at the time of the visit. That the visit stays
 * where it is leaves nothing else to judge.
 */
export function judgeCompanion(question: Omit<AssignmentQuestion, 'slot'>): readonly Finding[] {
  const { order, technician, bookings, standard, now } = question;
  const slot = visitTime(order);
  return [
    ...judgeArea(order, technician),
    ...judgeCertification(order, technician, slot?.start ?? now, standard),
    ...judgeBookings(order, slot, bookings),
    ...(slot ? judgeOnShift(technician, slot, standard) : []),
  ];
}

/** When the visit stands: as planned, else by its promise. */
function visitTime(order: Order): { start: Instant; end: Instant } | null {
  const promise = currentAppointment(order);
  return (
    order.planned ?? (promise && { start: promise.start, end: promise.start + order.durationMin * MINUTE })
  );
}

/** DISP-09: an order is served inside its responsibility area. */
function judgeArea(order: Order, technician: Technician): readonly Finding[] {
  const leftAt = technician.leftAt ?? null;
  if (technician.areaId === order.areaId && leftAt === null) return [];
  const technicianArea = leftAt === null ? technician.areaId : null;
  return [
    blocks(
      'DISP-09',
      {
        area: order.areaId,
        technician: technician.id,
        technicianArea,
        ...(leftAt === null ? {} : { leftAt }),
      },
      'choose_in_area',
    ),
  ];
}

/** APPT-10 and WIN-01 for a planned slot: it starts inside the visit window and ends by its close; outside the shift warns. */
function judgePlannedSlot(
  order: Order,
  technician: Technician,
  slot: { start: Instant; end: Instant },
  standard: ResolvedStandard,
): readonly Finding[] {
  const tz = standard.get('tz');
  const window = standard.get('visit.window');
  const findings = [...judgeVisitHours(order, slot.start, slot.start, standard)];
  if (findings.length === 0 && startsInside(slot.start, window, tz) && !insideClosed(slot.end, window, tz))
    findings.push(blocks('WIN-01', { endAt: slot.end, closes: window[1] }, 'choose_earlier'));
  return [...findings, ...judgeOnShift(technician, slot, standard)];
}

/** SCHD-08: outside the shift is pointed out. */
function judgeOnShift(
  technician: Technician,
  slot: { start: Instant; end: Instant },
  standard: ResolvedStandard,
): readonly Finding[] {
  const tz = standard.get('tz');
  const shift = [technician.shift.start, technician.shift.end] as const;
  const onShift = [slot.start, slot.end].every((at) =>
    insideClosed(at, shift as readonly [`${number}:${number}`, `${number}:${number}`], tz),
  );
  return onShift ? [] : [warns('SCHD-08', { startAt: slot.start, endAt: slot.end, shift: [...shift] })];
}

/** SCHD-10: a promised time is moved through the change dialog, never by planning. */
function judgePromiseKept(order: Order, slot: { start: Instant } | null): readonly Finding[] {
  const promise = currentAppointment(order);
  if (!promise || !slot || (slot.start >= promise.start && slot.start <= promise.end)) return [];
  return [
    blocks(
      'SCHD-10',
      { promisedAt: promise.start, promisedUntilAt: promise.end, startAt: slot.start },
      'open_change_dialog',
    ),
  ];
}

/** CHG-07: inside the last two hours a swap of technicians needs the newcomer's acceptance. */
function judgeSwapInsideNotice({ order, technician, standard, now }: AssignmentQuestion): readonly Finding[] {
  if (order.technicianId === technician.id || !isInsideNotice(order, standard, now)) return [];
  return [
    warns('CHG-07', { technician: technician.id, promisedAt: currentAppointment(order)?.start ?? null }),
  ];
}

/** Whether less than the notice time is left before the promise (CHG-01, CHG-07). */
export function isInsideNotice(order: Order, standard: ResolvedStandard, now: Instant): boolean {
  const promise = currentAppointment(order);
  return promise !== null && promise.start - now < standard.get('change.noticeMin') * MINUTE;
}
