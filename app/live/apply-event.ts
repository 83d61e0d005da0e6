import { type ApprovalEvent, evolveApproval } from '#domain/approval/approval-event.ts';
import type { Area } from '#domain/area/area.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { CutoverEvent } from '#domain/cutover/cutover.ts';
import { evolveCutover } from '#domain/cutover/evolve-cutover.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import { evolveOutage } from '#domain/outage/evolve-outage.ts';
import type { OutageEvent } from '#domain/outage/outage.ts';
import { evolveTechnician, type TechnicianEvent } from '#domain/technician/technician-event.ts';
import type { TimerEvent } from '#domain/timer/timer-notice.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { AreaBoard } from './board.ts';

/**
 * The area after one more event of its log. Throws when the event does not fit: an event about something never
 * introduced, or a version that differs from the server's; both mean that this copy cannot be trusted any longer.
 */
export function applyEvent(area: AreaBoard, event: LogEvent): AreaBoard {
  const next = { ...area, seq: event.seq };
  switch (event.entity) {
    case 'order':
      return {
        ...next,
        orders: foldOrder(area.orders, event.id, event.version, [event as OrderEventOfLog], event.at),
        cards: event.card ? new Map(area.cards).set(event.id, event.card) : area.cards,
      };
    case 'plan': {
      let { orders } = area;
      for (const part of (event.data as PlanPublished).orders)
        orders = foldOrder(orders, part.orderId, part.version, part.events, event.at);
      return { ...next, orders, suggestion: suggestionAfter(area.suggestion, event) };
    }
    case 'technician': {
      const before = area.technicians.get(event.id) ?? null;
      const after = evolveTechnician(before, event as TechnicianEventOfLog, event.at);
      expectVersion(event.id, after.version, event.version);
      const technicians = new Map(area.technicians).set(event.id, after);
      if (after.leftAt == null) return { ...next, technicians };
      technicians.delete(event.id);
      const { id, number, name } = after;
      return { ...next, technicians, former: new Map(area.former).set(id, { id, number, name }) };
    }
    case 'approval': {
      const before = area.approvals.get(event.id) ?? null;
      const after = evolveApproval(before, event as ApprovalEventOfLog, event.at);
      return { ...next, approvals: new Map(area.approvals).set(event.id, after) };
    }
    case 'timer': {
      const { notice } = event.data as TimerEvent['data'];
      return { ...next, notices: new Map(area.notices).set(notice.id, notice) };
    }
    case 'outage': {
      const before = area.outages.get(event.id) ?? null;
      const after = evolveOutage(before, event.id, event as OutageEventOfLog, event.at);
      expectVersion(event.id, after.version, event.version);
      return { ...next, outages: new Map(area.outages).set(event.id, after) };
    }
    case 'cutover': {
      const before = area.cutovers.get(event.id) ?? null;
      const after = evolveCutover(before, event.id, event as CutoverEventOfLog, event.at);
      expectVersion(event.id, after.version, event.version);
      return { ...next, cutovers: new Map(area.cutovers).set(event.id, after) };
    }
    case 'reveal':
      return event.type === 'customer.revealed_often'
        ? { ...next, toldOfLooks: (area.toldOfLooks ?? 0) + 1 }
        : next;
    case 'area':
      return { ...next, area: { ...area.area, ...(event.data as { area?: Partial<Area> }).area } };
  }
}

/** A suggestion stands until it is taken, put aside or taken back, or another takes its place. */
function suggestionAfter(standing: AreaBoard['suggestion'], { type, id }: LogEvent): AreaBoard['suggestion'] {
  if (type === 'plan.suggested') return id;
  return standing === id ? null : standing;
}

type OrderEventOfLog = LogEvent & OrderEvent;
type TechnicianEventOfLog = LogEvent & TechnicianEvent;
type ApprovalEventOfLog = LogEvent & ApprovalEvent;
type CutoverEventOfLog = LogEvent & CutoverEvent;
type OutageEventOfLog = LogEvent & OutageEvent;

function foldOrder(
  orders: ReadonlyMap<OrderId, Order>,
  orderId: OrderId,
  version: number,
  events: readonly OrderEvent[],
  at: number,
): ReadonlyMap<OrderId, Order> {
  let order = orders.get(orderId) ?? null;
  for (const event of events) order = evolveOrder(order, event, at);
  if (!order) return orders;
  expectVersion(orderId, order.version, version);
  return new Map(orders).set(orderId, order);
}

function expectVersion(id: string, mine: number, theirs: number): void {
  if (mine !== theirs)
    throw new Error(`${id} is at version ${mine} here and at ${theirs} on the server after the same event.`);
}
