import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CommandAnswer, Commands } from '#protocol/command.ts';
import type { LiveClient } from '../../live/live-client.ts';
import type { Inverse } from '../../live/undo.ts';
import { type DayGround, judgeTarget, type TargetVerdict } from '../drag/target-verdict.ts';

/** What became of one of the orders that were dropped together. */
export interface Assigned {
  readonly order: Order;
  readonly command: { type: 'order.dispatch' | 'order.reassign'; payload: Commands['order.dispatch'] };
  readonly answer: CommandAnswer;
  /** What takes it back, while it may be taken back. */
  readonly inverse: Inverse | null;
  /** Visits that nobody was promised and that must wait for it. */
  readonly pushed: readonly Pushed[];
}

/** A visit that a drop puts off, and when it was to begin before. */
export interface Pushed {
  readonly orderId: OrderId;
  readonly from: Instant;
}

interface Assignment {
  readonly live: LiveClient;
  /** As they were when they were lifted: what has changed since makes the drop stale. */
  readonly orders: readonly Order[];
  readonly technician: Technician;
  readonly at: Instant | null;
  readonly groundOf: (orderId: OrderId, at: Instant | null) => DayGround;
  /** The shown local date is the present one, so "the best place" needs no time said. */
  readonly today: boolean;
}

/**
 * Sends the orders to a technician one behind the other, each shown at once where it will stand. The first takes the
 * place asked for, the next ones follow it; one that is refused does not hold up the rest.
 */
export async function assignOrders(assignment: Assignment): Promise<readonly Assigned[]> {
  const { live, orders, technician, groundOf } = assignment;
  const sent: Assigned[] = [];
  let before: OrderId | null = null;
  for (const order of orders) {
    const ground = groundOf(order.id, assignment.at);
    const first = sent.length === 0;
    const verdict = judgeTarget(
      [order],
      technician,
      ground,
      first ? (assignment.at ?? undefined) : undefined,
    );
    const payload = {
      orderId: order.id,
      technicianId: technician.id,
      ...placeOf(assignment, verdict, order, before),
    };
    const type = order.technicianId === null ? 'order.dispatch' : 'order.reassign';
    const others = ground.visitsOf(technician.id);
    const predicted = predictedBy(verdict, order, others);
    const answer = await live.send(type, payload, { predicted, version: order.version });
    const inverse = answer.ok ? (live.undoable.get()?.inverse ?? null) : null;
    const pushed = answer.ok ? pushedBy(verdict, order, others) : [];
    sent.push({ order, command: { type, payload }, answer, inverse, pushed });
    if (answer.ok) before = order.id;
  }
  return sent;
}

function placeOf(
  { at, today }: Assignment,
  verdict: TargetVerdict,
  order: Order,
  before: OrderId | null,
): { at?: Instant; after?: OrderId } {
  if (before !== null) return { after: before };
  if (at !== null) return { at };
  // What is seen is what is got: on another day, or past the shift, the server would look elsewhere by itself.
  const start = verdict.slots.get(order.id)?.start;
  return start !== undefined && (!today || verdict.overtimeMin > 0) ? { at: start } : {};
}

/** The order and the visits it pushes as they will stand if the command passes. */
function predictedBy(verdict: TargetVerdict, dropped: Order, others: readonly Order[]): readonly Order[] {
  const moved = [...verdict.slots].flatMap(([orderId, planned]) => {
    const order = orderId === dropped.id ? dropped : others.find(({ id }) => id === orderId);
    return order && order.planned?.start !== planned.start ? [{ ...order, planned }] : [];
  });
  const { technicianId } = verdict;
  return moved.map((order) =>
    order.id === dropped.id
      ? { ...order, technicianId, status: order.status === 'pending_dispatch' ? 'dispatched' : order.status }
      : order,
  );
}

function pushedBy({ slots }: TargetVerdict, dropped: Order, others: readonly Order[]): readonly Pushed[] {
  return others.flatMap((order) => {
    const from = order.planned?.start;
    const to = slots.get(order.id)?.start;
    const waits = order.id !== dropped.id && currentAppointment(order) === null;
    return waits && from !== undefined && to !== undefined && to > from ? [{ orderId: order.id, from }] : [];
  });
}

/** The place as the console was told it, for the sentence about it. */
export function startOf(assigned: Assigned, live: LiveClient): Instant | null {
  for (const { orders } of live.board.get().areas.values()) {
    const order = orders.get(assigned.order.id);
    if (order) return order.planned?.start ?? null;
  }
  return null;
}
