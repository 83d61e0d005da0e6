import { blocks, isGiven } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import { causeScript } from './cause-script.ts';
import { judgeText } from './forbidden.ts';
import type { RenderedScript, ScriptValues } from './render-script.ts';
import { renderScript } from './render-script.ts';

/** A message about a fault, ready to go out or with what keeps it back. */
export interface FaultWord {
  rendered: RenderedScript | null;
  findings: readonly Finding[];
}

/**
 * What goes to the customer of a fault, chosen by its phase and cause (ATTR-02…06). Words about the cause are held back until the cause
 * was recorded; forbidden phrases are pointed out (RECD-03). A phrase with a gap in it does not go out: what is missing is named.
 */
export function faultWord(order: Order, values: ScriptValues): FaultWord {
  const script = causeScript(order, order.standardId);
  const rendered = script && renderScript(script, order.standardId, values);
  const findings: Finding[] = [];
  if (isGiven(values.cause) && order.cause === null)
    findings.push(blocks('ATTR-02', { phase: script?.step ?? null, cause: false }, 'name_cause'));
  return { rendered, findings: [...findings, ...judgeText(rendered?.text ?? '', order.standardId)] };
}
