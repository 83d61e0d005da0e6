import { currentAppointment } from '#domain/appointment/current.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { blocks } from '#domain/base/finding.ts';
import { type Finding, verdictOf } from '#domain/base/verdict.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { isPushedOffLock } from '#domain/order/place-lock.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { refusedBy } from '../command/refusal.ts';
import { samePlace } from '../order/retime-days.ts';
import type { PlanGround } from './plan-ground.ts';

export type JudgedStop =
  | { ok: true; events: readonly OrderEvent[]; warnings: readonly Finding[] }
  | CommandRefused;

interface Standing {
  before: Order;
  planned: PlannedSlot;
  technician: Technician;
  /** The other stops of that day. */
  bookings: readonly { orderId: OrderId; planned: PlannedSlot }[];
}

/** One stop of a day as the plan would have it, through the gate as if the order had been dragged there. */
export function judgeStop(ground: PlanGround, standing: Standing): JudgedStop {
  const { before, planned, technician } = standing;
  const move: OrderEvent[] = samePlace(before.planned, planned)
    ? []
    : [{ type: 'visit.planned', data: { planned } }];
  if (before.technicianId === technician.id) {
    if (!isPushedOffLock(before, planned.start)) return { ok: true, events: move, warnings: [] };
    const facts = { startAt: planned.start, lockedAt: before.lock?.start ?? null };
    return refusedBy(verdictOf([blocks('LOCK', facts, 'unlock_first')]), standardOf(before));
  }
  const command: OrderCommand = {
    type: before.technicianId === null ? 'order.dispatch' : 'order.reassign',
    payload: { orderId: before.id, technicianId: technician.id, at: planned.start },
  };
  const bookings = standing.bookings.map(({ orderId, planned: { start, end } }) => {
    const order = ground.orders.get(orderId);
    return { orderId, start, end, promised: order !== undefined && currentAppointment(order) !== null };
  });
  const slot = { start: planned.start, end: planned.end };
  return decided(ground, before, { command, technician, bookings, slot }, move);
}

/** SCHD-06: an order that makes room for a more urgent one goes back to be dispatched, through the gate like every other. */
export function judgeGivenBack(ground: PlanGround, before: Order): JudgedStop {
  const command: OrderCommand = {
    type: 'order.unassign',
    payload: { orderId: before.id, reason: ground.reason },
  };
  const leaves: OrderEvent = { type: 'visit.planned', data: { planned: null } };
  return decided(ground, before, { command, technician: null, bookings: [], slot: null }, [leaves]);
}

type DecisionFacts = Parameters<typeof decideOrder>[2];

function decided(
  { work, now, area, outages }: PlanGround,
  before: Order,
  asked: Pick<DecisionFacts, 'technician' | 'bookings' | 'slot'> & { command: OrderCommand },
  follows: readonly OrderEvent[],
): JudgedStop {
  const { command, ...place } = asked;
  const standard = standardOf(before);
  const { verdict, events } = decideOrder(before, command, {
    ...place,
    now,
    actor: work.actor,
    standard,
    area,
    approval: null,
    sibling: null,
    outage: outages.find(({ id }) => id === before.outageId) ?? null,
  });
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  return { ok: true, events: [...events, ...follows], warnings: verdict.findings };
}
