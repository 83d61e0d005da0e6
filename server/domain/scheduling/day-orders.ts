import { currentAppointment } from '../appointment/current.ts';
import type { Instant, TechnicianId } from '../base/brand.ts';
import { isMoveParent } from '../order/move.ts';
import type { Order } from '../order/order.ts';
import { PLANNABLE_STATUSES } from '../order/order-status.ts';
import { DESK_TYPES } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import { localDate } from '../time/zone.ts';
import { isUnderWay } from './day-problem.ts';
import { isMissing } from './expected-day.ts';

/** Whether an order is planned on that local date, or may be: by its promise, its place in a day, else any day. */
export function belongsToDay(order: Order, date: string, tz: string): boolean {
  if (isUnderWay(order)) return order.planned !== null && localDate(order.planned.start, tz) === date;
  if (!PLANNABLE_STATUSES.has(order.status) || isMoveParent(order)) return false;
  const promise = currentAppointment(order);
  if (promise) return localDate(promise.start, tz) === date;
  if (order.planned) return localDate(order.planned.start, tz) === date;
  return !DESK_TYPES.has(order.type);
}

/**
 * SITE-11: a removal that stands in nobody's day and whose install is promised or planned for a later one. It is not planned that day, for
 * the old line is taken down after the new one is live.
 */
export function waitsForInstall(
  order: Order,
  orders: readonly Order[],
  date: string,
  standard: ResolvedStandard,
): boolean {
  if (order.type !== 'remove' || order.parentOrderId === null || order.technicianId !== null) return false;
  if (!standard.get('move.openBeforeRemove')) return false;
  const install = orders.find(
    ({ type, parentOrderId }) => type === 'install' && parentOrderId === order.parentOrderId,
  );
  if (!install || install.activatedAt !== null) return false;
  const at = currentAppointment(install)?.start ?? install.planned?.start ?? null;
  return at !== null && localDate(at, standard.get('tz')) > date;
}

/**
 * LOCK: whether it is locked to somebody who is not among these, or somebody goes along who expects them there (E-101). Only a person may
 * undo either, so no plan gives it to another.
 */
export function isLockedAway(
  { lock, companionId, planned }: Order,
  present: ReadonlySet<TechnicianId>,
): boolean {
  const holder = lock?.technicianId ?? (companionId === null ? null : (planned?.technicianId ?? null));
  return holder !== null && !present.has(holder);
}

/**
 * Who is planned for on that date. Of today's people those who are not to be expected are left out, as soon as anybody in the area has
 * signed in: where nobody has, nobody's being off duty tells anything.
 */
export function staffOf(
  technicians: readonly Technician[],
  orders: readonly Order[],
  standard: ResolvedStandard,
  { date, now }: { readonly date: string; readonly now: Instant },
): readonly Technician[] {
  const isToday = localDate(now, standard.get('tz')) === date;
  if (!isToday || technicians.every(({ onDuty }) => !onDuty)) return technicians;
  return technicians.filter((technician) => !isMissing(technician, orders, standard, now));
}
