import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { DecisionContext } from './decision.ts';
import type { Order } from './order.ts';
import type { OrderCommands, OrderCommandType } from './order-command.ts';
import type { OrderEvent } from './order-event.ts';

/** What the rules say of a command, and the events that follow if they let it pass. */
export interface Proposal {
  findings: readonly Finding[];
  events: readonly OrderEvent[];
}

/** The rules of one command: values in, proposal out. */
export type Propose<T extends OrderCommandType> = (
  order: Order,
  payload: OrderCommands[T],
  context: DecisionContext,
) => Proposal;

/** Nothing in the way. */
export function passes(...events: readonly OrderEvent[]): Proposal {
  return { findings: [], events };
}

/** Refused because no state table allows the step here; `needs` says what would (§0.4 1). */
export function outOfState(order: Order, step: string, needs?: string): Proposal {
  return {
    findings: [blocks('STATE', { step, status: order.status, ...(needs ? { needs } : {}) })],
    events: [],
  };
}
