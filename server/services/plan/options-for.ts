import { orderById } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/**
 * What can be done about an order of today, best first. `no_order` when it does not exist for the viewer, `not_today` when it is none of
 * today that may still be moved.
 */
export async function optionsFor(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
): Promise<RepairOptions | 'no_order' | 'not_today'> {
  const order = await orderById(services.database.sql, orderId);
  if (!order || !seesOrder(viewer, order) || !mayCommand(viewer, 'order.reassign')) return 'no_order';
  return (await services.days.options(orderId, services.now())) ?? 'not_today';
}
