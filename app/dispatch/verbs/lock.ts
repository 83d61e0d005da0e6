import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { CommandType } from '#protocol/command.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { caption } from '../state/caption.ts';
import type { Console, ConsoleVerbs } from '../state/console.ts';
import { type Ground, ordersOf } from './ground.ts';

type LockWhat = Parameters<ConsoleVerbs['lock']>[1];

/** Fixing technician and time as they are, and letting them go. */
export function lockVerb(ground: Ground): ConsoleVerbs['lock'] {
  const { live, messages, console, voice } = ground;
  return async (orderIds, what) => {
    const m = messages();
    const l = m.tools.lock;
    const all = ordersOf(ground, orderIds);
    const orders = all.filter(({ technicianId, lock }) => (what ? technicianId !== null : lock));
    if (orders.length === 0) return voice.refuse(what ? l.nobody : l.notLocked);
    const done: Order[] = [];
    for (const order of orders) {
      const { type, payload } = lockCommand(order, what);
      const predicted = [predictedLock(order, what, console)];
      const answer = await live.send<CommandType>(type, payload, { predicted });
      if (answer.ok) done.push(order);
      else {
        const name = order.estate ?? order.number;
        const heading = what ? l.failed(name) : l.unlockFailed(name);
        voice.tellRefusal({ id: `refused ${order.id}`, heading, refusal: answer });
      }
    }
    if (done.length === 0) return;
    const words = what ? l.done(caption(done, m)) : l.undone(caption(done, m));
    voice.say(words);
    toastDone(words, 'lock');
  };
}

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
