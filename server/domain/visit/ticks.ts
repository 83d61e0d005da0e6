import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Finding } from '../base/verdict.ts';
import { CHECKLIST } from '../checklist/checklists.ts';
import type { Order } from '../order/order.ts';
import type { OrderType } from '../order/order-type.ts';
import type { Visit } from './visit.ts';

/** Steps at which ticks are looked for. */
type TickedStep = 'visit.test' | 'visit.sign' | 'visit.finish';

const WIRED: readonly OrderType[] = ['install', 'move'];
const ALL: readonly OrderType[] = ['install', 'move', 'fault'];

/** Which cards must be ticked by which step, and for which work (SITE-17, SITE-18, SITE-21, SITE-22, DONE-04). */
const REQUIRED: readonly { step: TickedStep; rule: RuleId; types: readonly OrderType[] }[] = [
  { step: 'visit.test', rule: 'SITE-21', types: WIRED },
  { step: 'visit.test', rule: 'SITE-22', types: ALL },
  { step: 'visit.sign', rule: 'SITE-17', types: WIRED },
  { step: 'visit.finish', rule: 'SITE-18', types: ALL },
  { step: 'visit.finish', rule: 'DONE-04', types: ALL },
];

/** The visit with the cards ticked now; the first tick of a card keeps its time. */
export function ticked(visit: Visit, checks: readonly string[] | undefined, now: Instant): Visit {
  if (!checks || checks.length === 0) return visit;
  return { ...visit, checks: { ...Object.fromEntries(checks.map((id) => [id, now])), ...visit.checks } };
}

/** The cards of a rule under the order's standard. */
function cardsOf(rule: RuleId, standardId: string): readonly string[] {
  return CHECKLIST.filter(
    (card) => card.rule === rule && (card.standards === null || card.standards.includes(standardId)),
  ).map(({ id }) => id);
}

/** The visit wizard asks these of the technician; who reports a step without any tick is told what is not on record. */
export function requiredCards(step: TickedStep, order: Order): readonly string[] {
  return REQUIRED.filter((one) => one.step === step && one.types.includes(order.type)).flatMap(({ rule }) =>
    cardsOf(rule, order.standardId).filter((id) => !VOLUNTARY.has(id)),
  );
}

/** Cards that are read rather than ticked. */
const VOLUNTARY: ReadonlySet<string> = new Set(['price_list']);

/**
 * Cards that a step needs and that nobody has ticked. A step that carries ticks carries all of them, else it is refused; a step without
 * any comes from a program that has no wizard: it passes, says what is missing, and the action counts as not done (KPI-02).
 */
export function judgeTicks(
  step: TickedStep,
  order: Order,
  visit: Visit,
  given: readonly string[] | undefined,
): readonly Finding[] {
  return REQUIRED.filter((one) => one.step === step && one.types.includes(order.type)).flatMap(({ rule }) => {
    const missing = cardsOf(rule, order.standardId).filter(
      (id) => !VOLUNTARY.has(id) && visit.checks?.[id] === undefined,
    );
    if (missing.length === 0) return [];
    return [
      given === undefined ? warns(rule, { missing }, 'tick_cards') : blocks(rule, { missing }, 'tick_cards'),
    ];
  });
}
