import type { AreaId, OrderId } from '../base/brand.ts';
import type { Order, OrderPlace } from './order.ts';
import type { OrderCommands, OrderCommandType } from './order-command.ts';
import type { OrderEvent } from './order-event.ts';
import { TERMINAL_STATUSES } from './order-status.ts';

type Intake = OrderCommands['order.intake'];

/** Where the old line stands that a move takes down. */
export interface OldAddress {
  areaId: AreaId;
  place: OrderPlace | null;
  estate: string | null;
}

/**
 * The intakes of a move (§22.1, SITE-11): the parent, which nobody works on, the install at the new address and the removal at the old
 * one. Each child has its own clocks, promises and counters. Without an old address the removal waits for it as a draft.
 */
export function splitMove(move: Intake, old: OldAddress | null): readonly [Intake, Intake, Intake] {
  const install: OrderId = `${move.orderId}.install`;
  const remove: OrderId = `${move.orderId}.remove`;
  return [
    { ...move, type: 'move', childIds: [install, remove] },
    { ...move, type: 'install', orderId: install, number: `${move.number}-装`, parentOrderId: move.orderId },
    {
      ...move,
      ...(old ?? { place: null, estate: null, missing: [...(move.missing ?? []), 'address'] }),
      type: 'remove',
      orderId: remove,
      number: `${move.number}-拆`,
      parentOrderId: move.orderId,
    },
  ];
}

/**
 * Steps that a move's parent may take: what the customer says of the whole. Everything else is done to one of its children, and is refused
 * here with that reason; the parent follows them by itself (`moveOutcome`).
 */
export const MOVE_PARENT_STEPS: ReadonlySet<OrderCommandType> = new Set<OrderCommandType>([
  'contact.attempt',
  'customer.urge',
  'progress.feedback',
  'progress.promise_finish',
  'first_ask.hand_over',
  'first_ask.take_over',
  'question.ask',
  'question.settle',
  'question.answer',
  'complaint.refer_up',
  'damage.report',
  'damage.agree',
  'damage.compensate',
]);

/** Whether an order is a move's parent, at which nobody works and which nobody plans. */
export function isMoveParent({ childIds }: Pick<Order, 'childIds'>): boolean {
  return childIds.length > 0;
}

/** How a child of a move ended, as its parent sees it. */
type ChildEnd = 'open' | 'closed' | 'given_up';

/** What the parent becomes when both children have ended (§22.1): one closed child is a move that was done as far as it went. */
export const MOVE_ENDS: Readonly<
  Record<ChildEnd, Readonly<Record<ChildEnd, 'open' | 'closed' | 'cancelled'>>>
> = {
  open: { open: 'open', closed: 'open', given_up: 'open' },
  closed: { open: 'open', closed: 'closed', given_up: 'closed' },
  given_up: { open: 'open', closed: 'closed', given_up: 'cancelled' },
};

function endOf({ status }: Pick<Order, 'status'>): ChildEnd {
  if (status === 'closed') return 'closed';
  return TERMINAL_STATUSES.has(status) ? 'given_up' : 'open';
}

/** The event that a move's parent goes through once both of its children have ended, install first; null while one is open. */
export function moveOutcome(
  parent: Order,
  children: readonly [Pick<Order, 'status'>, Pick<Order, 'status'>],
): OrderEvent | null {
  if (parent.endedAt !== null) return null;
  const [install, remove] = children;
  const end = MOVE_ENDS[endOf(install)][endOf(remove)];
  if (end === 'open') return null;
  return end === 'closed'
    ? { type: 'order.closed', data: {} }
    : { type: 'order.cancelled', data: { by: 'company', reason: 'both children of the move ended undone' } };
}
