import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { Order } from '#domain/order/order.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { barTimes } from './day-bars.ts';

/** Rules about a visit where it stands; those about the act of moving it say nothing of a visit that stays. */
const STANDING: ReadonlySet<RuleId> = new Set(['DISP-07', 'DISP-08', 'WIN-01', 'APPT-10', 'SCHD-10']);

/**
 * The rules that a planned visit breaks where it stands: skills or certificate gone, overlap, outside the hours, off
 * its promise. The same rule code that judges a drop. A visit begun or done is judged no more.
 */
export function barViolations(
  order: Order,
  technician: Technician,
  visits: readonly Order[],
  standard: ResolvedStandard,
  now: Instant,
): readonly RuleId[] {
  const times = barTimes(order, now);
  if (!times || times.begun || !order.planned) return [];
  const bookings = visits.flatMap((other) => {
    const otherTimes = other === order || other.completedAt !== null ? null : barTimes(other, now);
    return otherTimes
      ? [
          {
            orderId: other.id,
            start: otherTimes.from,
            end: otherTimes.to,
            promised: currentAppointment(other) !== null,
          },
        ]
      : [];
  });
  const findings = judgeAssignment({ order, technician, slot: order.planned, bookings, standard, now });
  return [...new Set(findings.map(({ rule }) => rule).filter((rule) => STANDING.has(rule)))];
}
