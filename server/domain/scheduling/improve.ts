import { checkPlan } from './check-plan.ts';
import { asSearched } from './day-travel.ts';
import { ResidentPlan } from './insertion.ts';
import type { Plan, PlanRules, Problem, RankName, RankVector, RouteOrder, Visit, VisitId } from './model.ts';
import { compareRanks, MOVED_SECONDS } from './objective.ts';
import { type Budget, planDay } from './plan-day.ts';
import type { PresentDay } from './present-day.ts';
import { ordersOf, planOf } from './read-plan.ts';

/** Less than this is no reason to disturb people (our choice): a minute of lateness, a quarter of an hour of slack, 2 % of the way. */
const LATE_SECONDS = 60;
const TRAVEL_SHARE = 0.02;

export interface ImproveAsk {
  readonly day: PresentDay;
  readonly seed: number;
  readonly budget: Budget;
  /** An order of work to go on from instead of the plan in force: a suggestion that was found before. */
  readonly from?: readonly RouteOrder[];
  /** Visits that stay where they are, or out: somebody has said no to moving them. */
  readonly held?: ReadonlySet<VisitId>;
}

export interface Improvement {
  /** The plan in force as it will run, and the one found, both measured by the promises as they were given. */
  readonly before: Plan;
  readonly after: Plan;
  /** The rank by which it is better. */
  readonly gain: RankName;
  readonly iterations: number;
}

/**
 * Looks for a better rest of the day, beginning with the plan in force. A promise that is broken as things stand is aimed at anew where
 * somebody can still keep it, and else served as late as it would be anyway, so that one hopeless visit does not hide what can be had.
 * Null when nothing was found that is worth telling.
 */
export function improveDay(ask: ImproveAsk): Improvement | null {
  const { day } = ask;
  const kept = holdBack(day, ask.held ?? new Set());
  const before = asPlan(kept.promised, day.inForce);
  let aimedAt = reachable(day, kept);
  for (let round = 0; round < 2; round++) {
    const problem = aimingAt(kept.asItRuns, aimedAt);
    const { plan, iterations } = planDay(problem, {
      seed: ask.seed,
      budget: ask.budget,
      from: ask.from ?? day.inForce.map((order) => withoutVisits(order, aimedAt)),
    });
    const missed = new Set(plan.unserved.map(({ visit }) => visit).filter((id) => aimedAt.has(id)));
    if (missed.size > 0) {
      aimedAt = new Map([...aimedAt].filter(([id]) => !missed.has(id)));
      continue;
    }
    const { broken } = checkPlan(problem, plan);
    if (broken.length > 0 && holdsAsSearched(problem, plan)) return null;
    if (broken.length > 0)
      throw new Error(`The improved plan breaks its own rules: ${JSON.stringify(broken.slice(0, 5))}`);
    const after = asPlan(kept.promised, ordersOf(plan));
    const gain = worthTelling(before.ranks, after.ranks, kept.promised.rules);
    return gain === null ? null : { before, after, gain, iterations };
  }
  return null;
}

/** The plan holds but for the clock: a visit came into the traffic of another hour, so that it is not worth telling. */
function holdsAsSearched(problem: Problem, plan: Plan): boolean {
  const searched = asSearched(problem);
  return checkPlan(searched, planOf(searched, ordersOf(plan), plan.unserved)).broken.length === 0;
}

/**
 * The rank by which a plan is so much better that people should hear of it: any rank of which the standard thinks more than of travel, or
 * travel by 2 %. Null when it is not, or when a rank above is worse.
 */
export function worthTelling(before: RankVector, after: RankVector, rules: PlanRules): RankName | null {
  if (compareRanks(after, before, rules) >= 0) return null;
  for (const rank of rules.rankOrder) {
    const better = before[rank].map((value, i) => value - after[rank][i]!);
    const [first = 0, second = 0] = better;
    switch (rank) {
      case 'travel':
        return first >= TRAVEL_SHARE * Math.max(1, before.travel[0]!) ? rank : null;
      case 'promises':
      case 'deadlines': {
        if (first !== 0) return first > 0 ? rank : null;
        const enough = rank === 'promises' ? LATE_SECONDS : MOVED_SECONDS;
        if (Math.abs(second) >= enough) return second > 0 ? rank : null;
        break;
      }
      case 'unserved':
      case 'stability': {
        const difference = better.find((each) => each !== 0) ?? 0;
        if (difference !== 0) return difference > 0 ? rank : null;
        break;
      }
      // Of comfort only the estates: load is spread by the second, in every plan otherwise.
      case 'calls':
      case 'comfort':
        if (first !== 0) return first > 0 ? rank : null;
    }
  }
  return null;
}

/** Who was held keeps the technician; who stands in nobody's day stays out of this one. */
function holdBack(day: PresentDay, held: ReadonlySet<VisitId>): Pick<PresentDay, 'promised' | 'asItRuns'> {
  if (held.size === 0) return day;
  const technicianOf = new Map(day.promised.published?.map((stop) => [stop.visit, stop.technician]));
  const hold = (problem: Problem): Problem => ({
    ...problem,
    visits: problem.visits.flatMap((visit): Visit[] => {
      if (!held.has(visit.id)) return [visit];
      const technician = technicianOf.get(visit.id);
      return technician === undefined ? [] : [{ ...visit, lock: { ...visit.lock, technician } }];
    }),
  });
  return { promised: hold(day.promised), asItRuns: hold(day.asItRuns) };
}

/** The broken promises that somebody could still keep as the plan stands. */
function reachable(day: PresentDay, kept: Pick<PresentDay, 'asItRuns'>): ReadonlyMap<VisitId, Visit> {
  if (day.broken.size === 0) return new Map();
  const resident = new ResidentPlan(withoutPins(kept.asItRuns, day.broken), day.inForce);
  const held = new Map(kept.asItRuns.visits.map((visit) => [visit.id, visit.lock]));
  return new Map(
    [...day.broken].filter(([id, visit]) => {
      const lock = held.get(id);
      return resident.best(lock ? { ...visit, lock } : visit) !== undefined;
    }),
  );
}

/** These visits must be served as promised again, and need not stay with their technician to be so (CHG-07 is asked at the gate). */
function aimingAt(problem: Problem, aimedAt: ReadonlyMap<VisitId, Visit>): Problem {
  if (aimedAt.size === 0) return problem;
  const free = withoutPins(problem, aimedAt);
  return {
    ...free,
    visits: free.visits.map((visit) => {
      const window = aimedAt.get(visit.id)?.window;
      return window === undefined ? visit : { ...visit, window };
    }),
  };
}

function withoutPins(problem: Problem, visits: ReadonlyMap<VisitId, Visit>): Problem {
  return { ...problem, published: (problem.published ?? []).filter(({ visit }) => !visits.has(visit)) };
}

function withoutVisits(order: RouteOrder, visits: ReadonlyMap<VisitId, Visit>): RouteOrder {
  return { ...order, steps: order.steps.filter((step) => step.kind !== 'visit' || !visits.has(step.visit)) };
}

/** An order of work timed and ranked; what stands in nobody's day counts as unserved. */
function asPlan(problem: Problem, orders: readonly RouteOrder[]): Plan {
  const known = new Set(problem.visits.map(({ id }) => id));
  const present = new Set(problem.technicians.map(({ id }) => id));
  const own = orders
    .filter(({ technician }) => present.has(technician))
    .map((order) => ({
      ...order,
      steps: order.steps.filter((step) => step.kind !== 'visit' || known.has(step.visit)),
    }));
  const placed = new Set([
    ...own.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'visit' ? [step.visit] : []))),
    ...problem.technicians.flatMap(({ frozen }) => frozen.map(({ visit }) => visit)),
  ]);
  const unserved = problem.visits
    .filter(({ id }) => !placed.has(id))
    .map(({ id }) => ({ visit: id, reasons: [] }));
  return planOf(problem, own, unserved);
}
