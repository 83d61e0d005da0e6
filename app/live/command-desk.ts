import type { CommandId, Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandAnswer, CommandEnvelope, Commands, CommandType } from '#protocol/command.ts';
import { type Board, findOrder } from './board.ts';
import { type CommandLine, createLanes, sendUntilAnswered } from './command-sender.ts';
import type { Pending } from './overlay.ts';
import type { Store } from './store.ts';
import { tellsCustomer, type Undoable, undoableOf } from './undo.ts';

export interface SendOptions {
  /** The version of the order or technician that the person saw; the order's own on this screen unless told. */
  version?: number;
  /** The orders as they will be if the command passes, shown at once. Each keeps the `version` it was worked out on. */
  predicted?: readonly Order[];
  /** Takes something back, which is not itself something to take back. */
  isUndo?: boolean;
}

export interface CommandDeskParts {
  line: CommandLine;
  now(): Instant;
  newId(): CommandId;
  random(): number;
  wait(milliseconds: number): Promise<void>;
  /** What the server has committed, without predictions. */
  board(): Board;
  pending: Store<readonly Pending[]>;
  undoable: Store<Undoable | null>;
  /** The order whose customer was told of this person's last step, so that it cannot be taken back. */
  told: Store<OrderId | null>;
  /** The reason that goes with taking something back, in the person's language. */
  undoReason: string;
  /** The server answered a command, or could not (`retry`), or no answer came. */
  onOutcome(outcome: 'answered' | 'retry' | 'too_many' | 'no_answer'): void;
}

export interface CommandDesk {
  send<T extends CommandType>(type: T, payload: Commands[T], options?: SendOptions): Promise<CommandAnswer>;
  /** Takes the last drag back within ten seconds; null when there is nothing (any more) to take back. */
  undoLast(): Promise<CommandAnswer | null>;
}

/**
 * Where a screen's commands go out. What the person did is shown at once and stays only if the server commits it;
 * commands about the same thing go one after the other, and a later one builds on the version that an earlier one made.
 */
export function createCommandDesk(parts: CommandDeskParts): CommandDesk {
  const inLane = createLanes();
  const ownVersions = new Map<string, number>();
  const { pending } = parts;

  const amend = (id: CommandId, change: (command: Pending) => Pending) =>
    pending.set(pending.get().map((command) => (command.id === id ? change(command) : command)));

  async function send<T extends CommandType>(
    type: T,
    payload: Commands[T],
    options: SendOptions = {},
  ): Promise<CommandAnswer> {
    const id = parts.newId();
    const orderId = orderIdOf(payload);
    const seen = orderId === null ? undefined : findOrder(parts.board(), orderId);
    const version = options.version ?? (type === 'order.intake' ? undefined : seen?.version);
    let envelope: CommandEnvelope = { id, type, payload, ...(version === undefined ? {} : { version }) };
    const predicted = options.predicted ?? [];
    pending.set([...pending.get(), { id, envelope, since: parts.now(), predicted, committed: null }]);

    const key = orderId ?? laneOf(type, payload, id);
    return inLane([key], async () => {
      const own = ownVersions.get(key);
      if (own !== undefined && version !== undefined && own > version) {
        envelope = { ...envelope, version: own };
        amend(id, (command) => ({ ...command, envelope, predicted: rebased(command.predicted, key, own) }));
      }
      const before = orderId === null ? undefined : findOrder(parts.board(), orderId);
      const answer = await sendUntilAnswered(envelope, {
        line: parts.line,
        wait: parts.wait,
        random: parts.random,
        onUnanswered: (_id, code) => parts.onOutcome(code),
      });
      parts.onOutcome('answered');
      settle(id, answer);
      if (answer.ok && answer.data.version !== undefined) ownVersions.set(key, answer.data.version);
      if (answer.ok && !options.isUndo)
        remember(undoableOf(envelope, before, answer, parts.now(), parts.undoReason), type, orderId);
      return answer;
    });
  }

  /** What of the last step may be taken back. A customer who was told keeps it, and with it the steps before. */
  function remember(undoable: Undoable | null, type: CommandType, orderId: OrderId | null): void {
    if (undoable) {
      parts.undoable.set(undoable);
      if (undoable.orderId !== parts.told.get()) parts.told.set(null);
    } else if (tellsCustomer(type)) {
      parts.undoable.set(null);
      parts.told.set(orderId);
    } else if (orderId === parts.undoable.get()?.orderId) parts.undoable.set(null);
  }

  /** A refused command is gone from the screen at once; a committed one when the board has come so far. */
  function settle(id: CommandId, answer: CommandAnswer): void {
    const { areas } = parts.board();
    if (answer.ok && (areas.get(answer.data.areaId)?.seq ?? Number.POSITIVE_INFINITY) < answer.data.seq) {
      const { areaId, seq } = answer.data;
      amend(id, (command) => ({ ...command, committed: { areaId, seq } }));
    } else {
      pending.set(pending.get().filter((command) => command.id !== id));
    }
  }

  return {
    send,
    async undoLast() {
      const last = parts.undoable.get();
      if (!last) return null;
      parts.undoable.set(null);
      if (parts.now() > last.until) return null;
      const { type, payload, version } = last.inverse;
      return send(type, payload, { version, isUndo: true });
    },
  };
}

function orderIdOf(payload: unknown): OrderId | null {
  const { orderId } = payload as { orderId?: OrderId };
  return orderId ?? null;
}

function laneOf(type: CommandType, payload: unknown, id: CommandId): string {
  const { technicianId } = payload as { technicianId?: string };
  return technicianId === undefined ? id : `${type.split('.', 1)[0]}:${technicianId}`;
}

function rebased(predicted: readonly Order[], orderId: string, version: number): readonly Order[] {
  return predicted.map((order) => (order.id === orderId ? { ...order, version } : order));
}
