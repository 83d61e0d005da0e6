import { z } from 'zod';
import { cutoversAhead } from '#db/query/cutover.ts';
import { orderById } from '#db/query/order.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import { judgeSlotInCutover } from '#domain/cutover/judge-cutover.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { localDate as dateSchema, id } from '#protocol/schema-base.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';

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

/**
 * The promises that could be given to an order as the plan stands, each with its cost and what the rules say of it. Null when it does
 * not exist for the viewer. Changes nothing.
 */
export async function offeredSlots(
  services: Services,
  viewer: Viewer,
  query: SlotQuery,
): Promise<readonly OfferedSlot[] | null> {
  const order = await orderById(services.database.sql, query.orderId);
  if (!order || !seesOrder(viewer, order) || !mayCommand(viewer, 'appointment.confirm')) return null;
  const [slots, cutovers] = await Promise.all([
    services.days.slots(query, services.now()),
    cutoversAhead(services.database.sql, [order.areaId]),
  ]);
  return slots?.map((slot) => inCutover(slot, order, cutovers)) ?? null;
}

/** The same slot with word of the cutovers that its visit would fall into (CUTV-01). */
function inCutover(slot: OfferedSlot, order: Order, cutovers: readonly Cutover[]): OfferedSlot {
  const visit = { start: slot.start, end: slot.start + order.durationMin * MINUTE };
  const findings = judgeSlotInCutover(order, visit, cutovers);
  if (findings.length === 0) return slot;
  const standard = standardOf(order);
  return { ...slot, rules: [...slot.rules, ...refusalRules(findings, standard)] };
}
