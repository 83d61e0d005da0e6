import { z } from 'zod';
import { orderById } from '#db/query/order.ts';
import { technicianById } from '#db/query/technician.ts';
import { judgeSlot } from '#domain/appointment/judge-slot.ts';
import type { Instant } from '#domain/base/brand.ts';
import { warns } from '#domain/base/finding.ts';
import type { Order } from '#domain/order/order.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { offerSlots } from '#domain/scheduling/slots.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { addDays, localDate } from '#domain/time/zone.ts';
import { effectiveDeadlineOf } from '#domain/timer/effective-deadline.ts';
import { localDate as dateSchema, id } from '#protocol/schema-base.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';
import { daysInForce } from './day-in-force.ts';

export const slotQuery = z.strictObject({
  orderId: id,
  /** Local date; today and tomorrow when not given. */
  date: dateSchema.optional(),
  /** Length of the promised window, minutes; 0 = points in time. */
  lengthMin: z.coerce.number().int().min(0).max(240).default(0),
});
export type SlotQuery = z.output<typeof slotQuery>;

/** A time that could be promised now, with whom it would cost least and what the rules say of it. */
export interface OfferedSlot {
  start: Instant;
  end: Instant;
  technicianId: string;
  /** How many technicians could keep it. */
  technicians: number;
  /** Travel and penalties that it adds, seconds. */
  costSeconds: number;
  rules: ReturnType<typeof refusalRules>;
}

const EVERY_S = 1_800;

/**
 * The promises that could be given to an order as the plan stands: each is kept by somebody without breaking another. Empty where the
 * order is not one to be visited now. Null when it does not exist for the viewer. Changes nothing.
 */
export async function offeredSlots(
  services: Services,
  viewer: Viewer,
  { orderId, date, lengthMin }: SlotQuery,
): Promise<OfferedSlot[] | null> {
  const order = await orderById(services.database.sql, orderId);
  if (!order || !seesOrder(viewer, order) || !mayCommand(viewer, 'appointment.confirm')) return null;
  if (!PLANNABLE_STATUSES.has(order.status)) return [];
  const now = services.now();
  const tz = resolveStandard(order.standardId, order.standardVersion).get('tz');
  const today = localDate(now, tz);
  const dates = date === undefined ? [today, addDays(today, 1)] : [date];
  const offered: OfferedSlot[] = [];
  for (const { resident, visit, clock } of await daysInForce(services, order, dates)) {
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
      offered.push({
        start,
        end,
        technicianId: slot.technician,
        technicians: slot.technicians,
        costSeconds: slot.costSeconds,
        rules: await rulesOf(services, order, { start, end, technicianId: slot.technician }, now),
      });
    }
  }
  return offered;
}

/** What the gate would say of the time itself, and that it lies behind the order's limit (CHG-09). */
async function rulesOf(
  { database: { sql } }: Services,
  order: Order,
  { start, end, technicianId }: { start: Instant; end: Instant; technicianId: string },
  now: Instant,
): Promise<OfferedSlot['rules']> {
  const standard = resolveStandard(order.standardId, order.standardVersion);
  const technician = await technicianById(sql, technicianId);
  const findings = [...judgeSlot({ order, start, end, technician, bookings: [], standard, now })];
  const due = effectiveDeadlineOf(order, standard, now);
  if (due !== null && start > due) findings.push(warns('CHG-09', { startAt: start, dueAt: due }));
  return refusalRules(findings, standard);
}
