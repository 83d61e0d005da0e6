import { orderById } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';

/** Why an order stands where it stands on its day. */
export interface OrderWhy {
  orderId: OrderId;
  date: string;
  /** What keeps it from being dispatched at all (INTK-01, INTK-06, INTK-08, INTK-09). */
  rules: ReturnType<typeof refusalRules>;
  /** Technicians who could take it as the plan stands, the cheapest first. */
  fits: readonly { technicianId: string; beginAt: number; leaveAt: number; travelSeconds: number }[];
  /** For each other technician the first constraint that binds. */
  technicians: readonly { technicianId: string; reason: Readonly<Record<string, unknown>> }[];
  /** The smallest change that was really tried and checked; null when none was found or none is needed. */
  repair: Readonly<Record<string, unknown>> | null;
}

/** The per-technician reasons and the smallest tried repair for an order on its day. Null when it does not exist for the viewer. */
export async function explainOrder(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
): Promise<OrderWhy | null> {
  const order = await orderById(services.database.sql, orderId);
  if (!order || !seesOrder(viewer, order) || !mayCommand(viewer, 'order.dispatch')) return null;
  return services.days.why(orderId, services.now());
}
