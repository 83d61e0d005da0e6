import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { localDate } from '#domain/time/zone.ts';
import type { CommandRefused, CommandType } from '#protocol/command.ts';
import type { LiveClient } from '../../live/live-client.ts';
import type { Inverse } from '../../live/undo.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { clock, ZONE } from '../../ui/time.ts';
import { toastDone, toastRefused, toastUndo } from '../../ui/toasts.tsx';
import { type Assigned, assignOrders, startOf } from '../assign/assign-orders.ts';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import type { DropPlace } from '../drag/drag-session.ts';
import { keepsPromise } from '../drag/target-verdict.ts';
import { isPlannable } from '../pool/pool-entry.ts';
import type { Console, ConsoleVerbs } from './console.ts';

const DROP_TOAST = 'drop';

/** The verbs of a console: everything that changes something, each shown at once, sent, and answered for in words. */
export function consoleVerbs(
  live: LiveClient,
  messages: () => Messages,
): (console: Omit<Console, keyof ConsoleVerbs>) => ConsoleVerbs {
  return (console) => {
    const { board, session, dialog, spoken } = console;
    let undoStack: readonly Inverse[] = [];
    let said = 0;

    const say = (text: string) => {
      // The same sentence twice must be heard twice: an unseen mark makes it another text.
      said += 1;
      spoken.set(said % 2 === 0 ? text : `${text}\u200b`);
    };
    const refuse = (words: string) => {
      say(words);
      toastRefused(DROP_TOAST, words);
    };
    const ordersOf = (ids: readonly OrderId[]) => ids.flatMap((id) => board.get().orders.get(id) ?? []);

    const send: ConsoleVerbs['send'] = async (type, payload, words) => {
      const answer = await live.send<CommandType>(type, payload);
      if (answer.ok) {
        say(words.done);
        toastDone(words.done);
      } else
        tellRefusal(
          `refused ${payload.orderId}`,
          words.failed,
          answer,
          (reason) => void ask(type, payload, reason),
        );
      return answer;
    };

    const ask: ConsoleVerbs['ask'] = async (type, payload, reason) => {
      const m = messages();
      const answer = await live.send('approval.request', {
        orderId: payload.orderId,
        command: { type, payload },
        reason: reason || m.dispatch.approval.reasonDefault,
      });
      if (answer.ok) {
        say(m.dispatch.approval.sent);
        toastDone(m.dispatch.approval.sent);
      } else tellRefusal(`refused ${payload.orderId}`, m.dispatch.approval.reason, answer);
      return answer.ok;
    };

    function tellRefusal(
      id: string,
      heading: string,
      refusal: CommandRefused,
      onAsk?: (reason: string) => void,
    ): void {
      const rules = refusal.rules?.map((rule) => rule.id).join(', ') ?? '';
      say([heading, messages().refusal.heading[refusal.code], rules].filter(Boolean).join('。'));
      toastRefusal({ id, heading, refusal, now: console.now.get(), ...(onAsk && { onAsk }) });
    }

    function liftable(orders: readonly Order[]): boolean {
      const m = messages();
      const stuck = orders.find((order) => !isPlannable(order));
      if (stuck) refuse(m.dispatch.drag.notPlannable(stuck.number, m.order.status[stuck.status]));
      return !stuck && orders.length > 0;
    }

    async function assign(orders: readonly Order[], place: DropPlace): Promise<void> {
      const m = messages();
      const technician = board.get().technicians.get(place.technicianId);
      if (!technician) return refuse(m.dispatch.drag.technicianGone(place.technicianId));
      if (!liftable(orders)) return;
      const { at } = place;
      const [only] = orders;
      if (orders.length === 1 && only && at !== null && !keepsPromise(only, at)) {
        dialog.set({ kind: 'change', orderId: only.id, start: at, follow: place });
        return;
      }
      const today = console.date() === localDate(console.now.get(), ZONE);
      const sent = await assignOrders({ live, orders, technician, at, today, groundOf: console.ground });
      tellAssigned(sent, caption(orders, m), technician.name);
    }

    function tellAssigned(sent: readonly Assigned[], what: string, name: string): void {
      const m = messages();
      const done = sent.filter(({ answer }) => answer.ok);
      undoStack = done.flatMap(({ inverse }) => inverse ?? []);
      if (done.length > 0) {
        const start = startOf(done[0]!, live);
        const time = start === null ? '' : clock(start);
        const words =
          done.length === sent.length
            ? m.dispatch.drag.dropped(what, name, time)
            : m.dispatch.drag.partly(done.length, sent.length);
        say(words);
        toastUndo({ id: DROP_TOAST, message: words, undoLabel: m.common.undo, onUndo: () => void undo() });
      }
      // One refusal is read in its place; several are one list, not a pile of toasts.
      if (sent.length - done.length > 1) {
        say(m.tools.outcome.title(name, done.length, sent.length));
        dialog.set({ kind: 'outcome', name, sent });
        return;
      }
      for (const { order, answer, command } of sent) {
        if (answer.ok) continue;
        const heading = m.dispatch.drag.refusedToast(order.estate ?? order.number, name);
        const { type, payload } = command;
        tellRefusal(`refused ${order.id}`, heading, answer, (reason) => void ask(type, payload, reason));
      }
    }

    async function takeBack(orderIds: readonly OrderId[]): Promise<void> {
      const m = messages();
      const orders = ordersOf(orderIds).filter(({ technicianId }) => technicianId !== null);
      const inverses: Inverse[] = [];
      const payloadOf = (orderId: OrderId): OrderCommands['order.unassign'] => ({
        orderId,
        reason: m.dispatch.drag.backReason,
      });
      let back = 0;
      for (const order of orders) {
        const predicted = [
          { ...order, technicianId: null, planned: null, status: 'pending_dispatch' } satisfies Order,
        ];
        const answer = await live.send('order.unassign', payloadOf(order.id), { predicted });
        if (answer.ok) {
          back++;
          const inverse = live.undoable.get()?.inverse;
          if (inverse) inverses.push(inverse);
        } else tellRefusal(`refused ${order.id}`, order.estate ?? order.number, answer);
      }
      if (back === 0) return;
      undoStack = inverses;
      const words = m.dispatch.drag.returned(caption(orders, m));
      say(words);
      toastUndo({ id: DROP_TOAST, message: words, undoLabel: m.common.undo, onUndo: () => void undo() });
    }

    const lock: ConsoleVerbs['lock'] = async (orderIds, what) => {
      const m = messages();
      const l = m.tools.lock;
      const all = ordersOf(orderIds);
      const orders = all.filter(({ technicianId, lock }) => (what ? technicianId !== null : lock));
      if (orders.length === 0) return refuse(what ? l.nobody : l.notLocked);
      const done: Order[] = [];
      for (const order of orders) {
        const { type, payload } = lockCommand(order, what);
        const predicted = [predictedLock(order, what, console)];
        const answer = await live.send<CommandType>(type, payload, { predicted });
        if (answer.ok) done.push(order);
        else {
          const name = order.estate ?? order.number;
          tellRefusal(`refused ${order.id}`, what ? l.failed(name) : l.unlockFailed(name), answer);
        }
      }
      if (done.length === 0) return;
      const words = what ? l.done(caption(done, m)) : l.undone(caption(done, m));
      say(words);
      toastDone(words, 'lock');
    };

    async function undo(): Promise<void> {
      const m = messages();
      const steps = undoStack;
      undoStack = [];
      if (steps.length === 0 || live.undoable.get() === null) {
        say(m.dispatch.drag.nothingToUndo);
        toastDone(m.dispatch.drag.nothingToUndo, DROP_TOAST);
        return;
      }
      // The last one goes by the client's own undo, which also forgets that there is something to take back.
      for (const [index, step] of [...steps].reverse().entries()) {
        const answer =
          index === 0
            ? await live.undoLast()
            : await live.send(step.type, step.payload, { version: step.version });
        if (answer && !answer.ok) return tellRefusal('undo', m.dispatch.drag.undoFailed, answer);
      }
      say(m.dispatch.drag.undone);
      toastDone(m.dispatch.drag.undone, DROP_TOAST);
    }

    return {
      say,
      send,
      ask,
      assign,
      takeBack,
      lock,
      undo,
      lift(orderIds, by) {
        const orders = ordersOf(orderIds);
        const [first] = orders;
        if (!first || !liftable(orders)) return false;
        session.lift({
          orders,
          by,
          technicians: board.get().technicians.values(),
          ground: console.ground(first.id),
          first: rowsInSight(),
        });
        live.drag(orderIds);
        return true;
      },
      moveOver(place) {
        const before = session.over.get()?.technicianId ?? null;
        session.moveOver(place);
        const after = place?.technicianId ?? null;
        const lifted = session.lifted.get();
        if (before !== after && lifted) live.drag(lifted.orderIds, after);
      },
      drop() {
        const lifted = session.lifted.get();
        const over = session.over.get();
        session.end();
        live.drag([]);
        if (!lifted || !over) return say(messages().dispatch.drag.cancelled);
        const technician = board.get().technicians.get(over.technicianId);
        // What was aimed at is no longer what it was: nothing is done behind the dispatcher's back.
        if (technician && lifted.onDuty.has(technician.id) && !technician.onDuty)
          return refuse(messages().tools.outcome.wentOff(technician.name));
        void assign(lifted.orders, { technicianId: over.technicianId, at: over.at });
      },
      cancelLift() {
        if (!session.lifted.get()) return;
        session.end();
        live.drag([]);
        say(messages().dispatch.drag.cancelled);
      },
    };
  };
}

function rowsInSight(): readonly string[] {
  const rows = document.querySelectorAll<HTMLElement>('li[data-technician]');
  return [...rows].flatMap((row) => row.dataset.technician ?? []);
}

type LockWhat = Parameters<ConsoleVerbs['lock']>[1];

/** A time that nobody has planned cannot be locked with the rest. */
function lockCommand(
  { id: orderId, planned }: Order,
  what: LockWhat,
): { type: 'order.lock' | 'order.unlock'; payload: OrderCommands['order.lock' | 'order.unlock'] } {
  if (!what) return { type: 'order.unlock', payload: { orderId } };
  const time = what.time && (planned !== null || !what.technician);
  return { type: 'order.lock', payload: { orderId, technician: what.technician, time } };
}

function predictedLock(
  order: Order,
  what: LockWhat,
  { viewer, now }: Pick<Console, 'viewer' | 'now'>,
): Order {
  const lock = what && {
    technicianId: what.technician ? order.technicianId : null,
    start: what.time ? (order.planned?.start ?? null) : null,
    by: viewer.personId,
    at: now.get(),
  };
  return { ...order, lock };
}

/** The orders in a sentence: the one by its 小区, several by their number. */
export function caption(orders: readonly Order[], m: Messages): string {
  const [first] = orders;
  return orders.length === 1 && first ? (first.estate ?? first.number) : m.dispatch.drag.many(orders.length);
}
