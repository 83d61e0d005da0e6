import { unpin } from './day-visits.ts';
import { NO_PLACE } from './gap-scan.ts';
import type { ResidentPlan } from './insertion.ts';
import type { Problem, Route, RouteOrder, Seconds, TechnicianId, Visit, VisitId } from './model.ts';
import type { Placing } from './placing.ts';
import { readOrders, timeRoutes } from './read-plan.ts';
import { offerSlots, type Slot } from './slots.ts';
import { moveOne, type Repair } from './smallest-repair.ts';

/** Something that upsets a day. */
export type DayEvent =
  | { readonly kind: 'late'; readonly technician: TechnicianId; readonly freeFrom: Seconds }
  | { readonly kind: 'absent'; readonly technician: TechnicianId }
  | { readonly kind: 'cancelled'; readonly visit: VisitId }
  | { readonly kind: 'urgent'; readonly visit: Visit };

/** A visit that the day, left as it is, does not serve as it should. */
export interface Trouble {
  readonly visit: VisitId;
  /** Who has it now, null when nobody is left to do it. */
  readonly technician: TechnicianId | null;
  /** Predicted begin if nothing is done, null when it would not be done at all. */
  readonly begin: Seconds | null;
  readonly lateSeconds: Seconds;
  readonly promised: boolean;
}

/** Ways out of one trouble, in the order in which they should be tried (SCHD-11). */
export type Way =
  /** Another technician, or the same in another order, at the promised time: no change for the customer. */
  | {
      readonly kind: 'same_time';
      readonly placing: Extract<Placing, { kind: 'place' }>;
      readonly needsAcceptance: boolean;
    }
  /** Room is made by moving one other visit without breaking its promise. */
  | { readonly kind: 'make_room'; readonly repair: Extract<Repair, { kind: 'move' }> }
  /** The customer is told of the lateness; the promise stands (CHG-05). */
  | { readonly kind: 'lateness_notice'; readonly begin: Seconds; readonly lateSeconds: Seconds }
  /** A new time is agreed with enough notice (CHG-01); approval when the changes are used up (CHG-03). */
  | { readonly kind: 'change'; readonly slot: Slot; readonly needsApproval: boolean }
  /** A new time inside the notice time: a supervisor approves (CHG-01). */
  | { readonly kind: 'short_notice'; readonly slot: Slot };

/** A customer to be called before a promise breaks, with the times to offer, nearest first (SCHD-02). */
export interface SuggestedCall {
  readonly visit: VisitId;
  /** Seconds by which the promise would be broken if nobody calls; null when nobody is left to serve it. */
  readonly lateSeconds: Seconds | null;
  readonly alternatives: readonly Slot[];
}

/**
 * SCHD-02: when a time cannot be kept it is negotiated, never moved behind the customer's back. Of the promised visits in trouble that
 * nobody else can serve on time, those for which there is something to offer.
 */
export function suggestCalls({ troubles }: RepairPlan): readonly SuggestedCall[] {
  return troubles.flatMap(({ trouble, ways }): readonly SuggestedCall[] => {
    if (!trouble.promised || ways.some(({ kind }) => kind === 'same_time' || kind === 'make_room')) return [];
    const alternatives = ways.flatMap((way) =>
      way.kind === 'change' || way.kind === 'short_notice' ? [way.slot] : [],
    );
    if (alternatives.length === 0) return [];
    const lateSeconds = trouble.begin === null ? null : trouble.lateSeconds;
    return [{ visit: trouble.visit, lateSeconds, alternatives }];
  });
}

export interface RepairPlan {
  /** The technicians' days as they will run if nothing is done. */
  readonly ripple: readonly Route[];
  readonly troubles: readonly { readonly trouble: Trouble; readonly ways: readonly Way[] }[];
  /** What is still in order, without the troubled visits: the base for every way. */
  readonly orders: readonly RouteOrder[];
}

export interface RepairRules {
  /** Notice that a company-caused change needs (CHG-01). */
  readonly noticeSeconds: Seconds;
  /** Lateness may be declared in the last so many seconds before the promise (CHG-05) … */
  readonly latenessWithinSeconds: Seconds;
  /** … and for at most this much. */
  readonly latenessMostSeconds: Seconds;
  readonly slotSeconds: Seconds;
  /** Ways of each kind that are offered. */
  readonly offers: number;
}

/**
 * Predicts what an event does to the day and ranks the ways out of each trouble. The resident plan is
 * brought up to the event (late technicians start later, absent ones do nothing) and keeps what still fits.
 */
export function repair(resident: ResidentPlan, event: DayEvent, rules: RepairRules): RepairPlan {
  const before = resident.orders;
  const troubled = upset(resident, event);
  const problem = afterEvent(resident.problem, event);
  const known = new Set(problem.visits.map((visit) => visit.id));
  const affected = before
    .filter((order) => troubled.has(order.technician))
    .filter((order) => problem.technicians.some((each) => each.id === order.technician))
    .map((order) => ({
      ...order,
      steps: order.steps.filter((step) => step.kind !== 'visit' || known.has(step.visit)),
    }));
  const ripple = timeRoutes(problem, affected);
  return {
    ripple,
    troubles: [...troubled.values()].flat().map((visit) => {
      const trouble = troubleOf(visit, ripple);
      return { trouble, ways: waysOut(resident, visit, trouble, rules) };
    }),
    orders: readOrders(resident.work),
  };
}

/** The problem as it stands after an event. */
export function afterEvent(problem: Problem, event: DayEvent): Problem {
  if (event.kind === 'late') {
    return {
      ...problem,
      technicians: problem.technicians.map((each) =>
        each.id === event.technician ? { ...each, freeFrom: Math.max(each.freeFrom, event.freeFrom) } : each,
      ),
    };
  }
  if (event.kind === 'absent') {
    const gone = problem.technicians.find((each) => each.id === event.technician);
    const done = new Set(gone?.frozen.filter((stop) => stop.leave <= problem.now).map((stop) => stop.visit));
    return {
      ...problem,
      technicians: problem.technicians.filter((each) => each !== gone),
      visits: problem.visits
        .filter((visit) => !done.has(visit.id))
        .map((visit) => (visit.lock?.technician === event.technician ? withoutLock(visit) : visit)),
      published: (problem.published ?? []).filter((stop) => stop.technician !== event.technician),
    };
  }
  if (event.kind === 'cancelled') {
    return {
      ...problem,
      visits: problem.visits
        .filter((visit) => visit.id !== event.visit)
        .map((visit) => (visit.after === event.visit ? withoutAfter(visit) : visit)),
      published: (problem.published ?? []).filter((stop) => stop.visit !== event.visit),
    };
  }
  return {
    ...problem,
    visits: [...problem.visits.filter((each) => each.id !== event.visit.id), event.visit],
  };
}

function withoutLock({ lock: _, ...visit }: Visit): Visit {
  return visit;
}

function withoutAfter({ after: _, ...visit }: Visit): Visit {
  return visit;
}

/** Brings the event into the resident plan; answers the visits that fell out, by technician. */
function upset(resident: ResidentPlan, event: DayEvent): Map<TechnicianId, Visit[]> {
  const { work } = resident;
  const { day, book } = work;
  const troubled = new Map<TechnicianId, Visit[]>();
  if (event.kind === 'urgent') return troubled.set('', [event.visit]);
  if (event.kind === 'cancelled') {
    for (let slot = 0; slot < day.visitCount; slot++) {
      if (day.visits[slot]!.id !== event.visit) continue;
      const k = book.routeOf[slot]!;
      if (k >= 0) book.remove(k, book.positionOf[slot]!, 1);
      if (k >= 0) troubled.set(day.technicians[k]!.id, []);
      day.allowed.fill(0, slot * day.technicians.length, (slot + 1) * day.technicians.length);
    }
    work.listAbsent();
    return troubled;
  }
  const k = day.technicians.findIndex((technician) => technician.id === event.technician);
  if (k < 0) return troubled;
  const nodes = work.inner(k);
  book.fixed[k] = 1;
  if (nodes.length > 0) book.remove(k, 1, nodes.length);
  const isGone = event.kind === 'absent';
  if (event.kind === 'late')
    day.opens[day.startNode[k]!] = Math.max(day.opens[day.startNode[k]!]!, event.freeFrom);
  book.refresh(k);
  const fallen: Visit[] = [];
  for (const n of nodes) {
    const last = book.length[k]! - 2;
    const fits = !isGone && work.finder.gaps.extra(n, k, last, book.leave[k * book.room + last]!) < NO_PLACE;
    if (fits) book.insert(k, last, n);
    else if (n < day.visitCount) fallen.push(day.visits[n]!);
  }
  if (isGone) {
    for (let slot = 0; slot < day.slotLimit; slot++) day.allowed[slot * day.technicians.length + k] = 0;
    day.gone[k] = 1;
  }
  for (const visit of fallen) unpin(day, visit);
  work.listAbsent();
  return troubled.set(event.technician, fallen);
}

function troubleOf(visit: Visit, ripple: readonly Route[]): Trouble {
  const promised = visit.window.kind === 'promised';
  for (const route of ripple) {
    for (const { step, begin, lateSeconds } of route.stops) {
      if (step.kind !== 'visit' || step.visit !== visit.id) continue;
      return { visit: visit.id, technician: route.technician, begin, lateSeconds, promised };
    }
  }
  return { visit: visit.id, technician: null, begin: null, lateSeconds: 0, promised };
}

/** The ways out of one trouble of a day that is held ready, in the order in which they should be tried (SCHD-11). */
export function waysOut(
  resident: ResidentPlan,
  visit: Visit,
  trouble: Trouble,
  rules: RepairRules,
): readonly Way[] {
  const { problem } = resident;
  const { now } = problem;
  const { window } = visit;
  const starts = window.kind === 'promised' ? window.from : undefined;
  const ways: Way[] = [];
  const inHorizon = starts !== undefined && starts < now + problem.rules.frozenHorizonSeconds;
  for (const placing of resident.insert(visit).slice(0, rules.offers)) {
    if (placing.kind !== 'place') break;
    ways.push({
      kind: 'same_time',
      placing,
      needsAcceptance: inHorizon && placing.technician !== trouble.technician,
    });
  }
  if (ways.length === 0) {
    const move = moveOne(resident, visit);
    if (move) ways.push({ kind: 'make_room', repair: move });
  }
  if (window.kind === 'open') return ways;
  const { begin, lateSeconds } = trouble;
  if (
    begin !== null &&
    (begin < problem.rules.closesAt || visit.class === 'emergency') &&
    now >= window.from - rules.latenessWithinSeconds &&
    lateSeconds <= rules.latenessMostSeconds
  ) {
    ways.push({ kind: 'lateness_notice', begin, lateSeconds });
  }
  const slots = offerSlots(resident, visit, {
    from: Math.ceil(now / rules.slotSeconds) * rules.slotSeconds,
    until: problem.rules.closesAt,
    everySeconds: rules.slotSeconds,
    lengthSeconds: window.until - window.from,
  });
  // The notice is counted to the earlier of the old and the new time (CHG-01).
  const inTime = (slot: Slot): boolean => Math.min(window.from, slot.from) - now >= rules.noticeSeconds;
  const near = (slot: Slot): number => Math.abs(slot.from - window.from);
  // The time that is promised already is no other time.
  const byNearness = slots
    .filter((slot) => slot.from !== window.from)
    .sort((one, other) => near(one) - near(other) || one.costSeconds - other.costSeconds);
  for (const slot of byNearness.filter(inTime).slice(0, rules.offers)) {
    ways.push({ kind: 'change', slot, needsApproval: window.changesLeft <= 0 });
  }
  for (const slot of byNearness.filter((each) => !inTime(each)).slice(0, rules.offers)) {
    ways.push({ kind: 'short_notice', slot });
  }
  return ways;
}
