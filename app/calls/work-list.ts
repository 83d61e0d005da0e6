import type { Instant } from '#domain/base/brand.ts';
import { RULE_IDS, type RuleId } from '#domain/base/rule-id.ts';
import { isChurn } from '#domain/callback/closing.ts';
import { type CallPurpose, callsOf } from '#domain/order/calls.ts';
import type { Order } from '#domain/order/order.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { hasCallbackLimit } from '#domain/timer/care-timers.ts';
import type { TimerName } from '#domain/timer/timer.ts';
import { type Timer, timersOf } from '#domain/timer/timers.ts';
import { isWrong } from '../care/steps/steps-of.ts';

/** The desk's lists, in the order in which they are shown. */
export const WORK_GROUPS = [
  'calls',
  'remote',
  'callbacks',
  'overdue',
  'complaints',
  'coordination',
  'claims',
  'facts',
  'approvals',
] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** One thing that the desk has to do about one order. */
export interface WorkItem {
  readonly key: string;
  readonly group: Exclude<WorkGroup, 'approvals'>;
  /** What a call is for; else the timer that runs, null where none does. */
  readonly purpose: CallPurpose | null;
  readonly timer: TimerName | null;
  readonly rule: RuleId | null;
  readonly order: Order;
  /** As the standard words it, and the last instant at which it can still be done. */
  readonly literal: Instant;
  readonly usable: Instant;
  /** Years whose working days are not published: the limit may still move (ARITH-04). */
  readonly provisional?: readonly number[] | undefined;
}

/** Limits whose missing is worth an urge order (OVRD-01). */
const URGED: ReadonlySet<TimerName> = new Set<TimerName>([
  'T_FAULT',
  'T_INSTALL',
  'T_INSTALL_MAX',
  'T_REPLY',
  'T_FLOW',
  'T_COMPLAINT_MAX',
]);
/** Types that end with an answer to the customer. */
const ANSWERED = DESK_TYPES;
const RULES: ReadonlySet<string> = new Set(RULE_IDS);

/** Everything that the desk has to do about an order at `now`; `expected` is what the running day lets expect of its visit. */
export function workOf(order: Order, now: Instant, expected?: ExpectedVisit): readonly WorkItem[] {
  const standard = standardOf(order);
  const calls = callsOf(order, standard, now, expected).map((call): WorkItem => {
    const group = call.purpose === 'callback' ? 'callbacks' : 'calls';
    const rule = call.alsoCalled.find((name) => RULES.has(name)) as RuleId | undefined;
    return {
      key: `${group} ${order.id} ${call.purpose} ${call.literal}`,
      group,
      purpose: call.purpose,
      timer: null,
      rule: rule ?? null,
      order,
      literal: call.literal,
      usable: call.usable,
    };
  });
  const open = timersOf(order, standard, now).filter((timer) => timer.open);
  return [
    ...calls.filter(({ group }) => group !== 'callbacks' || isAnswered(order)),
    ...afterwards(order),
    ...remote(order, open, standard, now),
    ...overdue(order, open, now),
    ...complaints(order, open),
    ...coordination(order, open),
    ...claims(order, open),
    ...facts(order, open),
  ];
}

function byTimer(group: WorkItem['group'], order: Order, timer: Timer): WorkItem {
  const { name, rule, dueLiteral, dueEffective } = timer;
  return {
    key: `${group} ${order.id}`,
    group,
    purpose: null,
    timer: name,
    rule,
    order,
    literal: dueLiteral,
    usable: dueEffective,
    provisional: timer.provisional,
  };
}

/** Faults that the expert seat works on, and those that it may still take up: its two hours count from intake (INTK-06, DISP-03). */
function remote(
  order: Order,
  open: readonly Timer[],
  standard: ResolvedStandard,
  now: Instant,
): readonly WorkItem[] {
  if (order.type !== 'fault') return [];
  if (order.status === 'remote_handling') {
    const timer = open.find(({ name }) => name === 'T_EXPERT');
    return [timer ? byTimer('remote', order, timer) : waiting('remote', order, order.intakeAt)];
  }
  const until = order.intakeAt + standard.get('expert.maxMin') * MINUTE;
  if (order.status !== 'pending_dispatch' || order.remoteOutcome !== null || now >= until) return [];
  if (order.outageId !== null || order.firstDispatchedAt !== null) return [];
  const timer = open.find(({ name }) => name === 'T_DISPATCH_FAULT');
  return [timer ? byTimer('remote', order, timer) : waiting('remote', order, order.intakeAt)];
}

/** The limit that has been over for longest; one row an order. */
function overdue(order: Order, open: readonly Timer[], now: Instant): readonly WorkItem[] {
  const over = open.filter(
    ({ name, dueEffective, state }) => URGED.has(name) && state !== 'paused' && now > dueEffective,
  );
  const first = over.toSorted((a, b) => a.dueEffective - b.dueEffective)[0];
  return first ? [byTimer('overdue', order, first)] : [];
}

/** Complaints, suggestions, questions and business orders until they are answered, each by its next limit (§13, RESP-06). */
function complaints(order: Order, open: readonly Timer[]): readonly WorkItem[] {
  if (!ANSWERED.has(order.type) || order.repliedAt !== null || order.endedAt !== null) return [];
  const next = open.toSorted((a, b) => a.dueEffective - b.dueEffective)[0];
  return [next ? byTimer('complaints', order, next) : waiting('complaints', order, order.intakeAt)];
}

function coordination(order: Order, open: readonly Timer[]): readonly WorkItem[] {
  const block = order.blocks.at(-1);
  if (order.status !== 'blocked' || !block) return [];
  const timer = open.find(({ name }) => name === 'T_COORD');
  if (timer) return [byTimer('coordination', order, timer)];
  const at = block.acknowledgedAt ?? block.blockedAt;
  return [{ ...waiting('coordination', order, at), rule: 'BLOK-03' }];
}

function claims(order: Order, open: readonly Timer[]): readonly WorkItem[] {
  const timer = open.find(({ name }) => name === 'T_DAMAGE');
  return timer ? [byTimer('claims', order, timer)] : [];
}

/** Whoever calls back can record it: the order is answered, or the customer gives it up at the counter (CALL-04). */
function isAnswered(order: Order): boolean {
  return order.repliedAt !== null || isChurn(order);
}

/** Answered orders for whose callback no standard sets a limit: called back all the same, and filed by it (RECD-04, §22.1). */
function afterwards(order: Order): readonly WorkItem[] {
  if (order.repliedAt === null || order.callbackEnded !== null || hasCallbackLimit(order)) return [];
  if (order.status !== 'replied' && order.status !== 'callback') return [];
  return [{ ...waiting('callbacks', order, order.repliedAt), rule: 'RECD-04' }];
}

/** Orders that nobody can go to before somebody supplies, finds out, corrects or reviews something (INTK-01, INTK-08, INTK-09, DISP-04, E-55). */
function facts(order: Order, open: readonly Timer[]): readonly WorkItem[] {
  if (isWrong(order))
    return [{ ...waiting('facts', order, order.mismatches.at(-1)?.at ?? order.intakeAt), rule: 'DISP-04' }];
  const doubt = open.find(({ name }) => name === 'T_MISMATCH');
  if (doubt) return [byTimer('facts', order, doubt)];
  if (order.status !== 'draft' && order.status !== 'in_review') return [];
  const timer = open.find(({ name }) => name === 'T_REVIEW' || name.startsWith('T_DISPATCH'));
  return [timer ? byTimer('facts', order, timer) : waiting('facts', order, order.intakeAt)];
}

/** Without a limit of its own: the oldest first. */
function waiting(group: WorkItem['group'], order: Order, since: Instant): WorkItem {
  return {
    key: `${group} ${order.id}`,
    group,
    purpose: null,
    timer: null,
    rule: null,
    order,
    literal: since,
    usable: since,
  };
}
