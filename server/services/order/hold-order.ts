import { lockTechnicianDays } from '#db/query/lock.ts';
import { lockOrders, orderHolder } from '#db/query/order.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand, OrderCommandType } from '#domain/order/order-command.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { mayActOn, seesOrder } from '#server/access/may-command.ts';
import { HolderChanged, type Work } from '../command/change.ts';
import { forbidden, notFound, stale } from '../command/refusal.ts';

/** Commands after which a technician's day must be timed anew; they hold every open order of that day's technician. */
const RETIMING: ReadonlySet<OrderCommandType> = new Set<OrderCommandType>([
  'order.dispatch',
  'order.reassign',
  'order.unassign',
  'order.return',
  'order.mismatch',
  'order.merge',
  'order.cancel',
  'order.place',
  'appointment.confirm',
  'appointment.change',
  'appointment.draft_move',
  'appointment.reached',
  'appointment.cancel',
  'hold.start',
  'hold.end',
]);

/** An order and, where the day will be timed anew, the other open orders of the technicians concerned. All held. */
export interface HeldOrder {
  ok: true;
  order: Order;
  others: readonly Order[];
}

/** The technician that a command names, if it names one. */
export function namedTechnician(command: OrderCommand): string | undefined {
  return 'technicianId' in command.payload ? command.payload.technicianId : undefined;
}

/**
 * Takes the locks of a command about one order, in the order that everything takes them: technicians' days, then orders,
 * each ascending. Answers with a refusal when the order is not there for this viewer or has moved on.
 */
export async function holdOrder(work: Work, command: OrderCommand): Promise<HeldOrder | CommandRefused> {
  const { tx, viewer } = work;
  const { orderId } = command.payload;
  const holder = await orderHolder(tx, orderId);
  if (!holder || !seesOrder(viewer, holder)) return notFound('order');

  const technicianIds = [holder.technicianId, namedTechnician(command)].filter((id) => id != null);
  await lockTechnicianDays(tx, technicianIds);
  const held = await lockOrders(tx, [orderId], RETIMING.has(command.type) ? technicianIds : []);
  const order = held.find(({ id }) => id === orderId);
  if (!order || order.technicianId !== holder.technicianId) throw new HolderChanged();
  await work.services.at('after-locks');

  if (!mayActOn(viewer, command, order)) return forbidden(command.type);
  if (work.version !== undefined && work.version !== order.version) return stale('order', order);
  return { ok: true, order, others: held.filter(({ id }) => id !== orderId) };
}
