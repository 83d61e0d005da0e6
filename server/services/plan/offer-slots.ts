import { z } from 'zod';
import { orderById } from '#db/query/order.ts';
import type { Instant } from '#domain/base/brand.ts';
import { localDate as dateSchema, id } from '#protocol/schema-base.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { refusalRules } from '../command/refusal-rules.ts';
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
  return services.days.slots(query, services.now());
}
