import { judgeSlot } from '#domain/appointment/judge-slot.ts';
import type { Instant } from '#domain/base/brand.ts';
import { warns } from '#domain/base/finding.ts';
import type { Order } from '#domain/order/order.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { offerSlots } from '#domain/scheduling/slots.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { addDays, localDate } from '#domain/time/zone.ts';
import { effectiveDeadlineOf } from '#domain/timer/effective-deadline.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { DaysInForce } from './day-in-force.ts';
import type { OfferedSlot, SlotQuery } from './offer-slots.ts';

const EVERY_S = 1_800;

/**
 * The promises that could be given to an order as the plan stands: each is kept by somebody without breaking another. Empty where the
 * order is not one to be visited now, or the day is past.
 */
export async function slotsOf(
  days: DaysInForce,
  order: Order,
  { date, lengthMin }: SlotQuery,
  now: Instant,
): Promise<OfferedSlot[]> {
  if (!PLANNABLE_STATUSES.has(order.status)) return [];
  const today = localDate(now, standardOf(order).get('tz'));
  const dates = (date === undefined ? [today, addDays(today, 1)] : [date]).filter((each) => each >= today);
  const offered: OfferedSlot[] = [];
  for (const each of dates) {
    const day = await days.of(order, each, now);
    if (!day) return [];
    const { work, resident, visit, clock } = day;
    const { rules, now: from } = resident.problem;
    const ask = {
      from: Math.max(Math.ceil(from / EVERY_S), Math.ceil((8 * 3600) / EVERY_S)) * EVERY_S,
      until: rules.closesAt - visit.durationSeconds,
      everySeconds: EVERY_S,
      lengthSeconds: lengthMin * 60,
    };
    for (const slot of offerSlots(resident, visit, ask)) {
      const start = clock.toInstant(slot.from);
      const end = clock.toInstant(slot.until);
      const technician = work.technicians.find(({ id: known }) => known === slot.technician) ?? null;
      offered.push({
        start,
        end,
        technicianId: slot.technician,
        technicians: slot.technicians,
        costSeconds: slot.costSeconds,
        rules: rulesOf(order, { start, end, technician }, now),
      });
    }
  }
  return offered;
}

/** What the gate would say of the time itself, and that it lies behind the order's limit (CHG-09). */
function rulesOf(
  order: Order,
  { start, end, technician }: { start: Instant; end: Instant; technician: Technician | null },
  now: Instant,
): OfferedSlot['rules'] {
  const standard = standardOf(order);
  const findings = [...judgeSlot({ order, start, end, technician, bookings: [], standard, now })];
  const due = effectiveDeadlineOf(order, standard, now);
  if (due !== null && start > due) findings.push(warns('CHG-09', { startAt: start, dueAt: due }));
  return refusalRules(findings, standard);
}
