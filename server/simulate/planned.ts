import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Plan, Problem, PublishedStop, RouteOrder } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf } from '#domain/scheduling/read-plan.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { presentProblem } from './present-problem.ts';
import { suits } from './pull.ts';
import type { HandNow, JobNow, Policy, RunningDay } from './running-day.ts';

export interface Planning {
  readonly standard: ResolvedStandard;
  readonly seed: number;
  /** Trials for the morning's plan: the same seed and trials give the same day. */
  readonly morningTrials: number;
  /** Trials at each review of a plan that is looked after. */
  readonly reviewTrials: number;
}

/** The order of work that a planning policy holds to: every technician does the next of the own list. */
export class Lists {
  private readonly lists = new Map<string, JobNow[]>();
  private begins: readonly PublishedStop[] = [];

  /** Takes over a plan. */
  publish(day: RunningDay, plan: Plan): void {
    const jobs = new Map(day.jobs.map((job) => [job.job.id, job]));
    this.lists.clear();
    this.begins = publishedBy(plan);
    for (const { technician } of plan.routes) this.lists.set(technician, []);
    for (const { visit, technician } of this.begins) this.lists.get(technician)?.push(jobs.get(visit)!);
  }

  /** What of the plan in force is still to be done. */
  published(day: RunningDay): readonly PublishedStop[] {
    const open = new Set(day.open().map(({ job }) => job.id));
    const lost = new Set(day.hands.filter((hand) => hand.lost).map(({ hand }) => hand.id));
    return this.begins.filter((stop) => open.has(stop.visit) && !lost.has(stop.technician));
  }

  of(hand: HandNow): JobNow[] {
    const known = this.lists.get(hand.hand.id);
    if (known !== undefined) return known;
    const list: JobNow[] = [];
    this.lists.set(hand.hand.id, list);
    return list;
  }

  /** The next of the list, once it is time to set out. */
  next(day: RunningDay, hand: HandNow): JobNow | null {
    const list = this.of(hand);
    while (list.length > 0 && list[0]!.state !== 'open') list.shift();
    const job = list[0];
    if (job === undefined || !day.isTimeFor(hand, job)) return null;
    list.shift();
    return job;
  }

  drop(hand: HandNow): void {
    this.lists.delete(hand.hand.id);
  }

  /** Open orders in nobody's list. */
  unlisted(day: RunningDay): readonly JobNow[] {
    const listed = new Set([...this.lists.values()].flat());
    return day.open().filter((job) => !listed.has(job));
  }
}

/** The open visits of a plan, each with who does it and when, in the order of each day. */
export function publishedBy({ routes }: Plan): readonly PublishedStop[] {
  return routes.flatMap(({ technician, stops }) =>
    stops.flatMap(({ step, frozen, begin }) =>
      step.kind === 'visit' && !frozen ? [{ visit: step.visit, technician, begin }] : [],
    ),
  );
}

/** The plan of the morning, computed before anything has happened. */
export function planMorning(problem: Problem, { seed, morningTrials }: Planning): Plan {
  return planDay(problem, { seed, from: 'empty', budget: { iterations: morningTrials } }).plan;
}

/**
 * The morning is planned well and then left alone: whoever calls later, or whose technician is lost, is put where it
 * fits best; where it fits nowhere, behind everything else of the colleague with least to do.
 */
export function planOnce(planning: Planning): Policy {
  const { standard } = planning;
  const lists = new Lists();
  let planned = false;
  return {
    name: 'plan once',
    lost: (_, hand) => lists.drop(hand),
    next: (day, hand) => lists.next(day, hand),
    review: (day) => {
      if (!planned) {
        planned = true;
        lists.publish(day, planMorning(presentProblem(day, standard, []), planning));
      }
      for (const job of lists.unlisted(day)) putSomewhere(day, lists, standard, job);
    },
  };
}

function putSomewhere(day: RunningDay, lists: Lists, standard: ResolvedStandard, job: JobNow): void {
  // Areas do not share technicians, so the job's own area is all that matters.
  const whole = presentProblem(day, standard, []);
  const problem = {
    ...whole,
    technicians: whole.technicians.filter(({ areas }) => areas.includes(job.job.area)),
    visits: whole.visits.filter(({ area }) => area === job.job.area),
  };
  const present = new Set(problem.technicians.map(({ id }) => id));
  const hands = day.hands.filter((hand) => present.has(hand.hand.id));
  const orders = hands.map((hand): RouteOrder => {
    const open = lists.of(hand).filter(({ state }) => state === 'open');
    return { technician: hand.hand.id, steps: open.map((each) => ({ kind: 'visit', visit: each.job.id })) };
  });
  const resident = new ResidentPlan(problem, orders);
  const visit = problem.visits.find(({ id }) => id === job.job.id)!;
  const place = resident.best(visit);
  if (place === undefined) {
    const least = hands
      .filter((hand) => suits(hand, job))
      .sort((one, other) => lists.of(one).length - lists.of(other).length)[0];
    if (least !== undefined) lists.of(least).push(job);
    return;
  }
  const steps = resident.orders.find(({ technician }) => technician === place.technician)!.steps;
  const before = steps.slice(0, place.position).findLast((step) => step.kind === 'visit');
  const list = lists.of(hands.find((hand) => hand.hand.id === place.technician)!);
  const at = before === undefined ? 0 : list.findIndex((each) => each.job.id === before.visit) + 1;
  list.splice(at, 0, job);
}

/** The order of work of a plan, to go on from. */
export function goOn(problem: Problem, plan: Plan, seed: number, iterations: number): Plan {
  return planDay(problem, { seed, from: ordersOf(plan), budget: { iterations } }).plan;
}
