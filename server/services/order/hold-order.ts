import { type OrderCircumstances, orderCircumstances } from '#db/query/order-circumstances.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand, OrderCommandType } from '#domain/order/order-command.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { mayActOn, seesOrder } from '#server/access/may-command.ts';
import { HolderChanged, type Work } from '../command/change.ts';
import { forbidden, notFound, stale } from '../command/refusal.ts';
import type { RoadDesk } from '../travel/roads/road-desk.ts';

/** Commands after which a technician's day must be timed anew; they hold every open order of that day's technician. */
const RETIMING: ReadonlySet<OrderCommandType> = new Set<OrderCommandType>([
  'order.dispatch',
  'order.reassign',
  'order.unassign',
  'order.accompany',
  'order.unaccompany',
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

/** An order that this command holds, with what is around it. */
export interface HeldOrder extends Pick<OrderCircumstances, 'area' | 'cutovers' | 'technicians'> {
  ok: true;
  order: Order;
  /** The other open orders of the technicians concerned, held where their days will be timed anew. */
  others: readonly Order[];
  /** Whether they are. */
  holdsOthers: boolean;
  roads: Pick<RoadDesk, 'known'>;
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
  const holdOthers = RETIMING.has(command.type);
  const named = namedTechnician(command) ?? null;
  const { order, heldDays, ...around } = await orderCircumstances(tx, { orderId, named, holdOthers });
  if (!order || !seesOrder(viewer, order)) return notFound('order');
  const goers = [order.technicianId, order.companionId];
  if (goers.some((id) => id !== null && !heldDays.has(id))) throw new HolderChanged();
  await work.services.at('after-locks');

  if (!mayActOn(viewer, command, order)) return forbidden(command.type);
  if (work.version !== undefined && work.version !== order.version) return stale('order', order);
  return { ok: true, order, holdsOthers: holdOthers, roads: work.services.roads, ...around };
}
