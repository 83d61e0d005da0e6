import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandAnswer, CommandEnvelope, Commands, CommandType } from '#protocol/command.ts';

/** How long a drag may be taken back, milliseconds. */
export const UNDO_WITHIN_MS = 10_000;

/** Commands of which the customer knows once they are done: only another call could take them back. */
const TELL_CUSTOMER: ReadonlySet<CommandType> = new Set([
  'appointment.confirm',
  'appointment.change',
  'appointment.late',
]);

/** Does the customer know of it? */
export function tellsCustomer(type: CommandType): boolean {
  return TELL_CUSTOMER.has(type);
}

/** A committed command that this person may take back, and what would do so. */
export interface Undoable {
  orderId: OrderId;
  inverse: Inverse;
  until: Instant;
}

export type Inverse = {
  [T in 'order.dispatch' | 'order.reassign' | 'order.unassign']: {
    type: T;
    payload: Commands[T];
    version: number;
  };
}['order.dispatch' | 'order.reassign' | 'order.unassign'];

/**
 * What takes a committed command back, worked out from the order as it was before. It is a command like any other and goes
 * through the same gate: whoever has touched the order since makes it stale. Null for commands that cannot be taken back.
 */
export function undoableOf(
  envelope: CommandEnvelope,
  before: Order | undefined,
  answer: CommandAnswer,
  now: Instant,
  reason: string,
): Undoable | null {
  if (!answer.ok || !before || answer.data.version === undefined) return null;
  const inverse = inverseOf(envelope, before, answer.data.version, reason);
  return inverse && { orderId: before.id, inverse, until: now + UNDO_WITHIN_MS };
}

function inverseOf(
  envelope: CommandEnvelope,
  before: Order,
  version: number,
  reason: string,
): Inverse | null {
  const orderId = before.id;
  const { technicianId, planned } = before;
  switch (envelope.type) {
    case 'order.dispatch':
      return { type: 'order.unassign', payload: { orderId, reason }, version };
    case 'order.reassign':
      if (!technicianId) return null;
      return {
        type: 'order.reassign',
        payload: { orderId, technicianId, reason, ...(planned ? { at: planned.start } : {}) },
        version,
      };
    case 'order.unassign':
      if (!technicianId) return null;
      return {
        type: 'order.dispatch',
        payload: { orderId, technicianId, ...(planned ? { at: planned.start } : {}) },
        version,
      };
    default:
      return null;
  }
}
