import fc from 'fast-check';
import type { Role } from '#domain/base/role.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Decision } from '#domain/order/decision.ts';
import { nextDueEvent } from '#domain/order/due-events.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommandType } from '#domain/order/order-command.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { addDays, instantOf, localDate, MINUTE } from '#domain/time/zone.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { VISIT_STEPS } from '#domain/visit/visit-states.ts';
import { beijing, TZ, technician } from '#tests/support/story.ts';

/** Chance, drawn before anything is known of the order: what is done with it depends on the state at that moment. */
export interface Draw {
  /** Minutes since the one before. */
  after: number;
  /** Chooses among the commands that the state allows, or, when `wild`, among all. */
  pick: number;
  wild: boolean;
  role: Role;
  approval: { by: Role; reason: string } | null;
  day: number;
  hour: number;
  cause: 'customer' | 'company' | 'third_party' | 'force_majeure';
  reason: string;
  yes: boolean;
  often: boolean;
}

/** One thing somebody tried. */
export interface Try {
  type: OrderCommandType;
  payload: Record<string, unknown>;
}

/** What came of one try or of time itself. */
export interface Entry {
  at: number;
  before: Order | null;
  after: Order | null;
  attempt: Try | null;
  decision: Decision | null;
  events: readonly OrderEvent[];
}

export interface History {
  entries: readonly Entry[];
  log: readonly { at: number; event: OrderEvent }[];
  order: Order | null;
  standard: ResolvedStandard;
  end: number;
}

const role = fc.constantFrom<Role>('dispatcher', 'technician', 'supervisor', 'area_lead', 'csr');

export const draws: fc.Arbitrary<readonly Draw[]> = fc.array(
  fc.record({
    after: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
      fc.integer({ min: 0, max: 600 }),
    ),
    pick: fc.noBias(fc.nat(1_000_000)),
    wild: fc.constantFrom(false, false, false, false, true),
    role,
    approval: fc.option(
      fc.record({
        by: fc.constantFrom<Role>('supervisor', 'supervisor', 'area_lead', 'dispatcher', 'csr'),
        reason: fc.constantFrom('seen', 'seen', 'seen', ''),
      }),
      { nil: null, freq: 2 },
    ),
    day: fc.noBias(fc.integer({ min: 0, max: 4 })),
    hour: fc.noBias(fc.integer({ min: 7, max: 20 })),
    cause: fc.constantFrom('customer', 'company', 'company', 'third_party', 'force_majeure'),
    reason: fc.constantFrom('overrun', 'overrun', 'overrun', ''),
    yes: fc.boolean(),
    often: fc.constantFrom(true, true, true, false),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

type Make = (draw: Draw, now: number) => Record<string, unknown>;
const NOTHING: Make = () => ({});
const someone: Make = ({ yes }) => ({ technicianId: yes ? 't1' : 't2' });
const start = ({ day, hour }: Draw, now: number) =>
  instantOf(addDays(localDate(now, TZ), day), `${hour}:00`, TZ);

/** What each command carries, from the draw. */
const MAKE: Partial<Record<OrderCommandType, Make>> = {
  'order.remote': ({ yes }) => ({ result: yes ? 'started' : 'unsolved' }),
  'order.dispatch': someone,
  'order.reassign': someone,
  'order.accompany': someone,
  'order.unaccompany': NOTHING,
  'order.unassign': ({ reason }) => ({ reason }),
  'order.return': ({ reason }) => ({ reason }),
  'order.mismatch': ({ yes }) => ({ field: 'address', causedBy: yes ? 'customer' : 'company' }),
  'order.complete': NOTHING,
  'order.merge': () => ({ into: 'o2' }),
  'order.cancel': () => ({ by: 'customer', reason: 'moves away' }),
  'contact.attempt': ({ often, yes }) => ({
    outcome: often ? 'connected' : yes ? 'no_answer' : 'invalid',
  }),
  'appointment.confirm': (draw, now) => ({
    start: start(draw, now),
    proposedBy: 'customer',
    offered: [now + MINUTE],
  }),
  'appointment.change': (draw, now) => ({
    start: start(draw, now),
    cause: draw.cause,
    reason: draw.reason,
    agreed: draw.often || draw.yes,
    reached: draw.often || !draw.yes,
    earlyOffer: !draw.often && draw.pick % 3 === 0,
  }),
  'appointment.draft_move': (draw, now) => ({ start: start(draw, now) }),
  'appointment.reached': ({ often }) => ({ agreed: often }),
  'appointment.cancel': ({ cause }) => ({ cause, reason: 'no port' }),
  'appointment.late': ({ hour, reason }, now) => ({ eta: now + hour * 4 * MINUTE, reason }),
  'hold.start': ({ yes, often }, now) => ({
    reason: yes ? 'customer_wish' : 'customer_owned_line',
    offered: often ? [now + 30 * MINUTE] : [],
  }),
  'visit.arrive': ({ yes }) => ({ distanceM: yes ? 20 : 300, reason: 'no signal' }),
  'visit.leave_no_answer': ({ often }) => ({ calls: often ? 2 : 1, note: 'full' }),
  'visit.turned_away': ({ yes, often, reason }) => ({
    by: yes ? 'customer' : 'household',
    reason,
    calls: often ? 2 : 1,
  }),
  'visit.past_hours': ({ yes, reason }) => ({ goesOn: yes, reason }),
  'visit.test': () => ({ threeOnes: true }),
  'visit.sign': ({ often }) => ({ filledBy: often ? 'customer' : 'technician' }),
  'visit.block': ({ yes }) => ({
    reason: yes ? 'property' : 'no port',
    department: 'noc',
    expectedReturnDate: '2026-03-20',
  }),
  'order.resolve': ({ often }) => ({ causeSide: often ? 'central_office' : undefined }),
  'callback.record': ({ yes, often }) => ({
    agent: 'c1',
    outcome: often ? 'done' : 'not_reached',
    repairedOnDay: yes,
  }),
};
/** How often a command is tried when the state allows it; the others once. */
const WEIGHT: Partial<Record<OrderCommandType, number>> = {
  'order.review': 8,
  'order.dispatch': 12,
  'order.accept': 12,
  'contact.attempt': 6,
  'appointment.confirm': 12,
  'appointment.change': 14,
  'appointment.reached': 3,
  'visit.depart': 8,
  'visit.arrive': 8,
  'visit.enter': 6,
  'visit.work': 4,
  'visit.test': 4,
  'visit.activate': 4,
  'visit.observe': 4,
  'visit.sign': 6,
  'visit.finish': 6,
  'order.resolve': 8,
  'order.reply': 8,
  'callback.record': 8,
  'coordination.done': 8,
  'hold.end': 4,
};
const RARE: ReadonlySet<string> = new Set(['order.cancel', 'order.merge', 'damage.report', 'order.mismatch']);
const EVERY = Object.keys(ORDER_STEPS) as (keyof typeof ORDER_STEPS)[];

/** The command that a draw stands for in the state at hand. */
function chosen(draw: Draw, order: Order, now: number): Try {
  const visit = currentVisit(order);
  const fits = (type: (typeof EVERY)[number]) => {
    if (RARE.has(type)) return draw.pick % 17 === 0;
    if (!ORDER_STEPS[type].from.includes(order.status)) return false;
    const step = VISIT_STEPS[type as keyof typeof VISIT_STEPS];
    return step === undefined || (visit !== null && step.from.includes(visit.status));
  };
  const legal = EVERY.filter(fits).flatMap((type) => Array.from({ length: WEIGHT[type] ?? 2 }, () => type));
  const list = draw.wild || legal.length === 0 ? EVERY : legal;
  const type = list[draw.pick % list.length]!;
  return { type, payload: (MAKE[type] ?? NOTHING)(draw, now) };
}

export const kinds = fc.record({
  type: fc.constantFrom('install', 'install', 'fault', 'fault', 'complaint', 'remove'),
  standardId: fc.constantFrom('tietong-fujian-2015', 'mobile-2015', 'telecom'),
  /** Whether the story begins with an appointment already promised. */
  promised: fc.constantFrom(true, true, false),
});

export interface Kind {
  type: string;
  standardId: string;
  promised: boolean;
}

/** An ordinary morning, up to a promise for the afternoon. */
const MORNING: readonly Try[] = [
  { type: 'order.review', payload: {} },
  { type: 'order.dispatch', payload: { technicianId: 't1' } },
  { type: 'order.accept', payload: {} },
  { type: 'contact.attempt', payload: { outcome: 'connected' } },
  { type: 'appointment.confirm', payload: { start: beijing('2026-03-09 15:00'), proposedBy: 'customer' } },
];

/**
 * Plays draws through the gate, with time acting in between, and keeps everything that happened. `decide` is the rules' own unless
 * somebody measures it.
 */
export function play(
  { type, standardId, promised }: Kind,
  list: readonly Draw[],
  decide: typeof decideOrder = decideOrder,
): History {
  const standard = resolveStandard(standardId);
  let now = beijing('2026-03-09 09:00');
  let order: Order | null = null;
  const entries: Entry[] = [];
  const log: { at: number; event: OrderEvent }[] = [];
  const fold = (
    events: readonly OrderEvent[],
    at: number,
    attempt: Try | null,
    decision: Decision | null,
  ) => {
    const before = order;
    for (const event of events) {
      order = evolveOrder(order, event, at);
      log.push({ at, event });
    }
    entries.push({ at, before, after: order, attempt, decision, events });
  };
  const attempt = ({ type: step, payload }: Try, draw: Pick<Draw, 'role' | 'approval'>) => {
    const before = order as Order | null;
    const id = (payload.technicianId as string | undefined) ?? before?.technicianId ?? 't1';
    const decision = decide(before, { type: step, payload: { orderId: 'o1', ...payload } } as never, {
      now,
      actor: { id: draw.role, role: draw.role, areaIds: null },
      standard,
      area: null,
      technician: { ...technician, id },
      bookings: [],
      slot: null,
      approval: draw.approval && {
        by: draw.approval.by,
        role: draw.approval.by,
        reason: draw.approval.reason,
        at: now,
        requestedBy: draw.role,
      },
      sibling: null,
    });
    fold(decision.events, now, { type: step, payload }, decision);
  };
  const intake = { number: '1', areaId: 'a1', type, churnReason: 'moves', retentionLevel: 1 };
  attempt({ type: 'order.intake', payload: intake }, { role: 'csr', approval: null });
  if (promised)
    for (const step of MORNING) {
      now += 3 * MINUTE;
      attempt(step, { role: 'technician', approval: null });
    }
  for (const draw of list) {
    now += draw.after * MINUTE;
    for (let due = nextDueEvent(order!, standard, now); due; due = nextDueEvent(order!, standard, now))
      fold([due.event], due.at, null, null);
    attempt(chosen(draw, order!, now), draw);
  }
  return { entries, log, order, standard, end: now };
}
