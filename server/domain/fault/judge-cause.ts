import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR } from '../time/zone.ts';
import type { CauseCode, CauseSide } from './cause-code.ts';
import { CAUSE_MEANING } from './cause-code.ts';

/** ATTR-01: a fault has its side, and a code lies on that side. */
export function judgeCause(
  order: Order,
  side: CauseSide | undefined,
  code: CauseCode | undefined,
): readonly Finding[] {
  if (order.type !== 'fault') return [];
  if (side === undefined) return [blocks('ATTR-01', { missing: 'causeSide' }, 'name_cause')];
  const belongs = code === undefined ? null : CAUSE_MEANING[code].side;
  return belongs === null || belongs === side
    ? []
    : [blocks('ATTR-01', { causeSide: side, causeCode: code ?? null, belongsTo: belongs }, 'name_cause')];
}

/**
 * ATTR-04, ATTR-06: what the phrase promises (we are in touch as soon as it is done) is kept as a follow-up with a limit, and the order
 * does not close before. The limit is that of a consultation (our choice).
 */
export function promisedContact(
  code: CauseCode | undefined,
  standard: ResolvedStandard,
  now: number,
): readonly OrderEvent[] {
  const rule = code === undefined ? null : CAUSE_MEANING[code].promises;
  if (rule === null || code === undefined) return [];
  const dueAt = now + standard.get('flow.hours').consult * HOUR;
  return [{ type: 'follow_up.noted', data: { rule, reason: code, dueAt } }];
}
