/** The steps of a day as it stands: whose turn comes when, and who lets whom go first. */
import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { type DayClock, isUnderWay } from './day-problem.ts';
import type { Problem, Route, Step, TechnicianDay, Visit } from './model.ts';
import { takeBreaks } from './taken-breaks.ts';
import { driveRoute } from './timeline.ts';

export type VisitStep = Extract<Step, { kind: 'visit' }>;

export interface StandingDay {
  readonly problem: Problem;
  readonly day: TechnicianDay;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly clock: DayClock;
}

/** Steps in their order, and the routes that come of driving them: with the breaks for which there is time, and without any. */
export interface DrivenSteps {
  readonly steps: readonly VisitStep[];
  readonly route: Route;
  readonly unrested: Route;
}

/**
 * The stops that are still to be made, each in its turn; whoever was promised nothing lets a promise behind go first that could not
 * be kept otherwise (SCHD-01).
 */
export function standingSteps(standing: StandingDay, stops: readonly Order[]): DrivenSteps {
  return withPromisesFirst(standing, inTurn(stops, standing.visits, standing.clock));
}

/** These steps, with every unpromised stop behind the promises that it would make later. */
export function withPromisesFirst(
  standing: Omit<StandingDay, 'clock'>,
  given: readonly VisitStep[],
): DrivenSteps {
  const looked = new Set<string>();
  let driven = drive(standing, given);
  for (;;) {
    const late = driven.steps.find(
      ({ visit }) =>
        !looked.has(visit) &&
        standing.visits.get(visit)!.window.kind === 'promised' &&
        latenessOf(visit, driven) > 0,
    );
    if (late === undefined) return driven;
    looked.add(late.visit);
    driven = leastLate(standing, driven, late.visit);
  }
}

/**
 * As many unpromised stops behind this promise, the last ones first, as it takes until it is kept or no less late without more of
 * them: whoever is late anyway is waited for by nobody.
 */
function leastLate(standing: Omit<StandingDay, 'clock'>, given: DrivenSteps, promise: string): DrivenSteps {
  let best = given;
  let tried = given;
  while (latenessOf(promise, best) > 0) {
    const next = withOneYielding(tried.steps, promise, standing.visits);
    if (next === null) break;
    tried = drive(standing, next);
    if (latenessOf(promise, tried) < latenessOf(promise, best)) best = tried;
  }
  return best;
}

function drive(
  { problem, day, visits }: Omit<StandingDay, 'clock'>,
  steps: readonly VisitStep[],
): DrivenSteps {
  const unrested = driveRoute(problem, day, steps, visits);
  return { steps, unrested, route: takeBreaks(problem, day, steps, visits, unrested).route };
}

/** Seconds; 0 for a visit that is under way. */
function latenessOf(visit: string, { route }: DrivenSteps): number {
  const stop = route.stops.find(
    ({ step, frozen }) => !frozen && step.kind === 'visit' && step.visit === visit,
  );
  return stop?.lateSeconds ?? 0;
}

/** The last unpromised stop before the promise goes behind it; null when there is none. */
function withOneYielding(
  steps: readonly VisitStep[],
  promise: string,
  visits: ReadonlyMap<string, Visit>,
): readonly VisitStep[] | null {
  const at = steps.findIndex(({ visit }) => visit === promise);
  const from = steps.slice(0, at).findLastIndex((step) => yields(visits.get(step.visit)!));
  if (from < 0) return null;
  return [...steps.slice(0, from), ...steps.slice(from + 1, at + 1), steps[from]!, ...steps.slice(at + 1)];
}

/** Nobody was told when this one comes, nobody has fixed its time, and it is no emergency. */
function yields({ window, lock, class: ofClass }: Visit): boolean {
  return window.kind === 'open' && lock?.begin === undefined && ofClass !== 'emergency';
}

/**
 * The stops that are still to be made, in the order of their turns. What nobody was promised keeps its time unless it must be later;
 * a visit of which lateness was told is not begun before the time told (CHG-05).
 */
function inTurn(
  stops: readonly Order[],
  visits: ReadonlyMap<string, Visit>,
  clock: DayClock,
): readonly VisitStep[] {
  return stops
    .filter((order) => !isUnderWay(order))
    .sort((a, b) => turnOf(a) - turnOf(b) || (a.planned?.start ?? 0) - (b.planned?.start ?? 0))
    .map((order): VisitStep => {
      const { window, lock } = visits.get(order.id)!;
      const told = servableAppointment(order)?.lateness?.eta;
      if (lock?.begin !== undefined) return { kind: 'visit', visit: order.id, notBefore: lock.begin };
      if (told !== undefined) return { kind: 'visit', visit: order.id, notBefore: clock.toMinute(told) };
      return window.kind === 'promised' || !order.planned
        ? { kind: 'visit', visit: order.id }
        : { kind: 'visit', visit: order.id, notBefore: clock.toMinute(order.planned.start) };
    });
}

/** When a stop's turn comes: promised ones by their promise, the others where they are planned. */
function turnOf(order: Order): Instant {
  return currentAppointment(order)?.start ?? order.planned?.start ?? 0;
}
