import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { addDays, localDate } from '#domain/time/zone.ts';
import type { CommandOk } from '#protocol/command.ts';
import { caughtUp } from '../../live/caught-up.ts';
import type { Inverse } from '../../live/undo.ts';
import type { Messages } from '../../ui/i18n/zh-cn.ts';
import { clock, isoDay, ZONE } from '../../ui/time.ts';
import { toastDone, toastUndo } from '../../ui/toasts.tsx';
import { type Assigned, assignOrders, type Pushed, startOf } from '../assign/assign-orders.ts';
import { keepsPromise } from '../drag/target-verdict.ts';
import { caption } from '../state/caption.ts';
import type { ConsoleVerbs } from '../state/console.ts';
import { type Ground, liftable, ordersOf } from './ground.ts';
import { DROP_TOAST } from './voice.ts';

/** Giving orders to a technician, taking them back, and undoing either. */
export function givingVerbs(
  ground: Ground,
  ask: ConsoleVerbs['ask'],
): Pick<ConsoleVerbs, 'assign' | 'takeBack' | 'undo'> {
  const { live, messages, console, voice } = ground;
  let undoStack: readonly Inverse[] = [];
  let pushed: readonly Pushed[] = [];
  let underWay: Promise<unknown> = Promise.resolve();
  /** What is on its way when taking back is asked for is what is meant: the asking waits for its answer. */
  const known = <A extends unknown[]>(giving: (...args: A) => Promise<void>) => {
    return (...args: A): Promise<void> => {
      const given = giving(...args);
      underWay = Promise.allSettled([underWay, given]);
      return given;
    };
  };
  const offerUndo = (words: string) => {
    const undoLabel = messages().common.undo;
    voice.say(words);
    toastUndo({ id: DROP_TOAST, message: words, undoLabel, onUndo: () => void undo() });
  };

  const assign: ConsoleVerbs['assign'] = async (asked, place) => {
    const m = messages();
    const technician = console.board.get().technicians.get(place.technicianId);
    if (!technician) return voice.refuse(m.dispatch.drag.technicianGone(place.technicianId));
    const orders = liftable(ground, asked);
    if (orders.length === 0) return;
    const { at } = place;
    const [only] = orders;
    if (orders.length === 1 && only && at !== null && !keepsPromise(only, at)) {
      console.dialog.set({ kind: 'change', orderId: only.id, start: at, follow: place });
      return;
    }
    const today = console.date() === localDate(console.now.get(), ZONE);
    const sent = await assignOrders({ live, orders, technician, at, today, groundOf: console.ground });
    tellAssigned(sent, caption(orders, m), technician.name);
  };

  function tellAssigned(sent: readonly Assigned[], what: string, name: string): void {
    const m = messages();
    const done = sent.filter(({ answer }) => answer.ok);
    undoStack = done.flatMap(({ inverse }) => inverse ?? []);
    pushed = done.flatMap((one) => one.pushed);
    if (done.length > 0) {
      const start = startOf(done[0]!, live);
      const all = done.length === sent.length;
      offerUndo(
        all
          ? m.dispatch.drag.dropped(what, name, start === null ? '' : dayTime(start, console.now.get(), m))
          : m.dispatch.drag.partly(done.length, sent.length),
      );
    }
    // One refusal is read in its place; several are one list, not a pile of toasts.
    if (sent.length - done.length > 1) {
      voice.say(m.tools.outcome.title(name, done.length, sent.length));
      console.dialog.set({ kind: 'outcome', name, sent });
      return;
    }
    for (const { order, answer, command } of sent) {
      if (answer.ok) continue;
      const heading = m.dispatch.drag.refusedToast(order.estate ?? order.number, name);
      const { type, payload } = command;
      const onAsk = (reason: string) => void ask(type, payload, reason);
      voice.tellRefusal({ id: `refused ${order.id}`, heading, refusal: answer, onAsk });
    }
  }

  const takeBack: ConsoleVerbs['takeBack'] = async (orderIds) => {
    const m = messages();
    const orders = ordersOf(ground, orderIds).filter(({ technicianId }) => technicianId !== null);
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
      } else
        voice.tellRefusal({
          id: `refused ${order.id}`,
          heading: order.estate ?? order.number,
          refusal: answer,
        });
    }
    if (back === 0) return;
    undoStack = inverses;
    pushed = [];
    offerUndo(m.dispatch.drag.returned(caption(orders, m)));
  };

  const undo: ConsoleVerbs['undo'] = async () => {
    await underWay;
    const m = messages();
    const d = m.dispatch.drag;
    const steps = undoStack;
    undoStack = [];
    const toldOf = live.told.get();
    const told = toldOf === null ? null : caption(ordersOf(ground, [toldOf]), m);
    const tell = (words: string) => {
      voice.say(words);
      toastDone(words, DROP_TOAST);
    };
    if (steps.length === 0 || live.undoable.get() === null)
      return tell(told === null ? d.nothingToUndo : d.undoTold(told));
    let done: CommandOk['data'] | null = null;
    // The last one goes by the client's own undo, which also forgets that there is something to take back.
    for (const [index, step] of [...steps].reverse().entries()) {
      const answer =
        index === 0
          ? await live.undoLast()
          : await live.send(step.type, step.payload, { version: step.version, isUndo: true });
      if (answer === null) return tell(d.undoTooLate);
      if (!answer.ok) return voice.tellRefusal({ id: 'undo', heading: d.undoFailed, refusal: answer });
      done = answer.data;
    }
    tell(told === null ? d.undone : d.undoneButTold(told));
    if (done !== null) await bringBack(done);
  };

  /** What had to wait for the drop gets its time again, unless it has left that technician or come forward meanwhile. */
  async function bringBack({ areaId, seq }: CommandOk['data']): Promise<void> {
    if (pushed.length === 0) return;
    // Taking the drop back has timed the visits around it anew: they are moved as they are now.
    await caughtUp(live.committed, areaId, seq);
    const reason = messages().dispatch.drag.backReason;
    const firstPushes = new Map([...pushed].reverse().map(({ orderId, from }) => [orderId, from]));
    pushed = [];
    for (const [orderId, at] of firstPushes) {
      const [order] = ordersOf(ground, [orderId]);
      if (!order?.planned || order.planned.start <= at) continue;
      const payload = { orderId, technicianId: order.planned.technicianId, at, reason };
      const answer = await live.send('order.reassign', payload, { isUndo: true });
      if (!answer.ok)
        voice.tellRefusal({
          id: `refused ${orderId}`,
          heading: order.estate ?? order.number,
          refusal: answer,
        });
    }
  }

  return { assign: known(assign), takeBack: known(takeBack), undo };
}

/** The clock alone for today; an order given at night begins on another day. */
function dayTime(at: Instant, now: Instant, m: Messages): string {
  const day = isoDay(at);
  if (day === isoDay(now)) return clock(at);
  return `${day === addDays(isoDay(now), 1) ? m.common.tomorrow : day.slice(5)} ${clock(at)}`;
}
