import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { LiveClient } from '../../live/live-client.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { toastRefused } from '../../ui/toasts.tsx';
import { isPlannable } from '../pool/pool-entry.ts';
import type { Console, ConsoleVerbs } from '../state/console.ts';
import type { Voice } from './voice.ts';

/** What every verb of the console works with. */
export interface Ground {
  readonly live: LiveClient;
  readonly messages: () => Messages;
  readonly console: Omit<Console, keyof ConsoleVerbs>;
  readonly voice: Voice;
}

export function ordersOf({ console }: Ground, ids: readonly OrderId[]): readonly Order[] {
  return ids.flatMap((id) => console.board.get().orders.get(id) ?? []);
}

/** So many that cannot go along are named. */
const NAMED = 5;

/** Those of the orders that may be given to somebody now. Says which may not, and why; they hold up none of the others. */
export function liftable({ messages, voice }: Ground, orders: readonly Order[]): readonly Order[] {
  const m = messages();
  const d = m.dispatch.drag;
  const stuck = orders.filter((order) => !isPlannable(order));
  const [first] = stuck;
  if (!first) return orders;
  if (orders.length === 1) voice.refuse(d.notPlannable(first.number, m.order.status[first.status]));
  else {
    const names = stuck.slice(0, NAMED).map(({ number, status }) => d.stuck(number, m.order.status[status]));
    const words = d.leftBehind(stuck.length, m.common.list(names), stuck.length > NAMED);
    voice.say(words);
    // A toast of its own: what comes of the others does not take its place.
    toastRefused('left behind', words);
  }
  return orders.filter(isPlannable);
}
