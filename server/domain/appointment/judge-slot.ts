import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Booking } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { judgeBookings } from '../technician/judge-bookings.ts';
import { judgeCertification } from '../technician/judge-certification.ts';
import type { Technician } from '../technician/technician.ts';
import { insideClosed } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import { judgeVisitHours } from './judge-hours.ts';

export interface SlotQuestion {
  order: Order;
  start: Instant;
  end: Instant;
  technician: Technician | null;
  bookings: readonly Booking[];
  standard: ResolvedStandard;
  now: Instant;
}

/**
 * What every promised time must satisfy, first or changed (APPT-09, APPT-10, CHG-09, DISP-08): a specific time that is still to
 * come, inside the visit window, with the technician free. An expired certificate warns here and refuses at departure (DISP-07).
 */
export function judgeSlot(question: SlotQuestion): readonly Finding[] {
  const { order, start, end, technician, bookings, standard, now } = question;
  if (!Number.isFinite(start) || !Number.isFinite(end))
    return [blocks('APPT-09', { start: Number.isFinite(start) ? start : null }, 'name_hour_and_minute')];
  if (end < start) return [blocks('APPT-09', { startAt: start, endAt: end }, 'end_after_start')];
  if (start < now) return [blocks('APPT-09', { startAt: start, nowAt: now }, 'choose_future')];
  const expectedEnd = start + order.durationMin * MINUTE;
  const findings: Finding[] = [
    ...judgeVisitHours(order, start, end, standard),
    ...judgeBookings(order, { start, end: expectedEnd }, bookings),
  ];
  if (technician)
    for (const finding of judgeCertification(order, technician, start, standard))
      findings.push(warns(finding.rule, finding.facts, finding.advice));
  if (findings.length === 0 && !insideClosed(expectedEnd, standard.get('visit.window'), standard.get('tz')))
    findings.push(warns('SCHD-08', { expectedEndAt: expectedEnd }));
  return findings;
}
