import { servableAppointment } from '#domain/appointment/current.ts';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { isoDay } from '../ui/time.ts';
import { stepOf } from './steps.ts';

/** A technician's orders as the phone lists them. */
export interface Day {
  /** The one to do now: a visit under way, else the first in the route. */
  next: Order | null;
  /** In route order. */
  later: readonly Order[];
  /** Finished today, latest first. */
  done: readonly Order[];
}

/** The instant by which an order stands in the route: its planned start, else its promise, else its dispatch. */
export function routeAt(order: Order): Instant {
  return order.planned?.start ?? servableAppointment(order)?.start ?? order.dispatchedAt ?? order.intakeAt;
}

/** Sorts a technician's orders, and those on which they go along (E-101), into next, later and done; finished ones of earlier days are left out. */
export function dayOf(orders: Iterable<Order>, technicianId: TechnicianId, now: Instant): Day {
  const leads = (order: Order) => order.technicianId === technicianId;
  const mine = [...orders].filter((order) => leads(order) || order.companionId === technicianId);
  const open = mine.filter((order) => stepOf(order) !== 'closed').sort(byRoute);
  const today = isoDay(now);
  const done = mine
    .filter((order) => stepOf(order) === 'closed' && isoDay(endedAt(order)) === today)
    .sort((a, b) => endedAt(b) - endedAt(a));
  const underWay = open.filter((order) => currentVisit(order) !== null);
  const toDo = open.find((order) => leads(order) && stepOf(order) !== 'waiting');
  const next = underWay.find(leads) ?? underWay[0] ?? toDo ?? open[0] ?? null;
  return { next, later: open.filter((order) => order !== next), done };
}

function byRoute(a: Order, b: Order): number {
  return routeAt(a) - routeAt(b) || (a.id < b.id ? -1 : 1);
}

function endedAt(order: Order): Instant {
  return order.closedAt ?? order.repliedAt ?? order.endedAt ?? order.completedAt ?? order.intakeAt;
}
