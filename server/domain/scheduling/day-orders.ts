import { currentAppointment } from '../appointment/current.ts';
import { isMoveParent } from '../order/move.ts';
import type { Order } from '../order/order.ts';
import { PLANNABLE_STATUSES } from '../order/order-status.ts';
import { DESK_TYPES } from '../order/order-type.ts';
import { localDate } from '../time/zone.ts';
import { isUnderWay } from './day-problem.ts';

/** Whether an order is planned on that local date, or may be: by its promise, its place in a day, else any day. */
export function belongsToDay(order: Order, date: string, tz: string): boolean {
  if (isUnderWay(order)) return order.planned !== null && localDate(order.planned.start, tz) === date;
  if (!PLANNABLE_STATUSES.has(order.status) || isMoveParent(order)) return false;
  const promise = currentAppointment(order);
  if (promise) return localDate(promise.start, tz) === date;
  if (order.planned) return localDate(order.planned.start, tz) === date;
  return !DESK_TYPES.has(order.type);
}
