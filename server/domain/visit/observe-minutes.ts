import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';

/** How long a repaired line is watched: five minutes, longer for a repeated fault (SITE-10). */
export function observeMinutes(order: Order, standard: ResolvedStandard): number {
  return standard.get(order.repeatFault ? 'observe.repeatMin' : 'observe.min');
}
