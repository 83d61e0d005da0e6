import type { CallbackRecord, Order } from '../order/order.ts';
import { isChurn } from './closing.ts';

/** States of the callback of a reply (service-standard §22.4). */
export const CALLBACK_STATUSES = ['scheduled', 'attempting', 'done', 'unreached', 'refused'] as const;
export type CallbackStatus = (typeof CALLBACK_STATUSES)[number];

/** The callback's state machine, by what came of a call; three vain attempts end it as unreached (CALL-13). */
export const CALLBACK_STEPS: Readonly<
  Record<CallbackRecord['outcome'], { from: readonly CallbackStatus[]; to: readonly CallbackStatus[] }>
> = {
  done: { from: ['scheduled', 'attempting'], to: ['done'] },
  not_reached: { from: ['scheduled', 'attempting'], to: ['attempting', 'unreached'] },
  refused: { from: ['scheduled', 'attempting'], to: ['refused'] },
};

/** How far the callback is; null while there is nothing to call back about. A new reply begins a new one. */
export function callbackStatus(order: Order): CallbackStatus | null {
  const since = isChurn(order) ? order.intakeAt : order.repliedAt;
  if (since === null) return null;
  if (order.callbackEnded !== null) return order.callbackEnded;
  const calls = order.callbacks.filter(({ at }) => at >= since);
  if (calls.some(({ outcome }) => outcome === 'done')) return 'done';
  return calls.length > 0 ? 'attempting' : 'scheduled';
}
