import { CAUSE_MEANING } from '../fault/cause-code.ts';
import type { Order } from '../order/order.ts';
import { faultPhaseOf } from './fault-phase.ts';
import { scriptFor } from './render-script.ts';
import type { Script } from './scripts.ts';

/**
 * What the customer of a fault may be told now: the phrase of the recorded cause (ATTR-03 own device, ATTR-04 slow at peak hours, ATTR-05
 * egress or cutover with its expected end, ATTR-06 another operator), else that of the fault's phase. No cause is named before it was
 * recorded (ATTR-02); once the service is back and no cause is on record there is nothing to be told: nobody looks for it any more.
 */
export function causeScript(order: Order, standardId: string): Script | null {
  const code = order.cause?.code;
  const own = code === undefined ? null : CAUSE_MEANING[code].script;
  if (order.restoredAt !== null && order.cause === null) return null;
  return scriptFor(own ?? faultPhaseOf(order), standardId);
}
