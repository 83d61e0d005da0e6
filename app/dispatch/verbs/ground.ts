import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { LiveClient } from '../../live/live-client.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
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

/** May these be given to anybody now? Says which may not, and why. */
export function liftable({ messages, voice }: Ground, orders: readonly Order[]): boolean {
  const m = messages();
  const stuck = orders.find((order) => !isPlannable(order));
  if (stuck) voice.refuse(m.dispatch.drag.notPlannable(stuck.number, m.order.status[stuck.status]));
  return !stuck && orders.length > 0;
}
