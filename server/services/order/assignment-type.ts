import { orderHolder } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { Services } from '../context.ts';

/** Whether giving this order to somebody is a dispatch or a reassignment. */
export async function assignmentType(
  services: Services,
  orderId: OrderId,
): Promise<'order.dispatch' | 'order.reassign'> {
  const holder = await orderHolder(services.database.sql, orderId);
  return holder?.technicianId ? 'order.reassign' : 'order.dispatch';
}
