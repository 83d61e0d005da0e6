/**
 * Arrive, wait, serve, leave: the only arithmetic of time in the scheduler. Everything else reads it.
 *
 * A window says when a visit may begin; whoever arrives early waits; service may end after the window.
 * `latest` runs the same four steps backwards: the last arrival that still keeps everything after it.
 */
import type {
  Break,
  PlaceIndex,
  Problem,
  Route,
  RouteOrder,
  Seconds,
  Step,
  Stop,
  TechnicianDay,
  TravelMode,
  Visit,
} from './model.ts';

/** When service begins for someone who arrives at `arrive` where nothing may begin before `opens`. */
export function beginAt(arrive: Seconds, opens: Seconds): Seconds {
  return arrive > opens ? arrive : opens;
}

/** When they leave again. */
export function leaveAt(arrive: Seconds, opens: Seconds, service: Seconds): Seconds {
  return (arrive > opens ? arrive : opens) + service;
}

/** The last arrival here that still reaches the next stop by `latestNext` after `service` and `travel`. */
export function latestArrival(
  latestNext: Seconds,
  travel: Seconds,
  service: Seconds,
  arriveBy: Seconds,
): Seconds {
  const latest = latestNext - travel - service;
  return latest < arriveBy ? latest : arriveBy;
}

/** The leg from one place to the next as planned: travel, and the reserve on top where one travels (TRAV-04). */
export function plannedLeg(travelSeconds: Seconds, reserveSeconds: Seconds): Seconds {
  return travelSeconds > 0 ? travelSeconds + reserveSeconds : 0;
}

/**
 * Seconds of the leg to a place where nothing may begin before `opens`, for someone free at `free`. By the clock: whoever would
 * have to wait there sets out as late as will do, so that a visit at half past five is driven to in the rush even by someone
 * who has been free since three.
 */
function legBetween(
  { travel, rules }: Problem,
  leg: { readonly from: PlaceIndex; readonly to: PlaceIndex; readonly mode: TravelMode },
  free: Seconds,
  opens: Seconds,
): Seconds {
  const { from, to, mode } = leg;
  if (from === to) return 0;
  const clock = travel.byTheClock;
  if (clock === undefined) return travel.seconds(from, to, mode, rules.travelHour);
  if (opens < free) return clock.leaving(from, to, mode, free);
  const inTime = clock.arriving(from, to, mode, opens - rules.legReserveSeconds);
  const waits = free + plannedLeg(inTime, rules.legReserveSeconds) <= opens;
  return waits ? inTime : clock.leaving(from, to, mode, free);
}

/** The earliest begin and the last begin of a visit that are no one's lateness, before earliness and reserve. */
export function windowOf(visit: Visit): { readonly opens: Seconds; readonly closes: Seconds } {
  const { window, lock } = visit;
  const opens = window.kind === 'promised' ? window.from : window.release;
  const closes = window.kind === 'promised' ? window.until : window.deadline;
  return { opens: Math.max(opens, lock?.begin ?? opens), closes };
}

/**
 * Times one technician's day: the frozen stops as they were, then each step in its order. Nothing is
 * judged here: a late stop says by how much it is late. Slack counts what may still slip without a promise,
 * an effective deadline, a break, the shift with its overtime limit or a fixed begin being missed.
 */
export function timeRoute(
  problem: Problem,
  technician: TechnicianDay,
  steps: RouteOrder['steps'],
  visits: ReadonlyMap<string, Visit>,
): Route {
  const route = driveRoute(problem, technician, steps, visits);
  return { ...route, stops: withSlack(problem, technician, route.stops, visits) };
}

/** A route of the same day that was driven before, whose first `steps` steps are these. */
export interface KnownRoute {
  readonly route: Route;
  readonly steps: number;
  /** So many steps are put in there, and its others follow them; when not given they are other ones. */
  readonly added?: number;
}

/**
 * The same without slack, which is 0 everywhere: for trying many orders of one day. Of a `known` route nothing is driven again before
 * the steps that differ, nor behind those put in from where the technician is again as far as without them.
 */
export function driveRoute(
  problem: Problem,
  technician: TechnicianDay,
  steps: RouteOrder['steps'],
  visits: ReadonlyMap<string, Visit>,
  known?: KnownRoute,
): Route {
  const { rules, travel } = problem;
  const frozen = technician.frozen.length;
  const stops: Stop[] = known
    ? known.route.stops.slice(0, frozen + known.steps)
    : technician.frozen.map((stop) => frozenStop(stop, visits.get(stop.visit)!));
  const last = known && known.steps > 0 ? stops.at(-1) : undefined;
  let place = last?.place ?? technician.start;
  let clock = last?.leave ?? beginAt(technician.freeFrom, technician.shiftStart);
  let travelSeconds = 0;
  let travelMetres = 0;
  for (const stop of stops) {
    travelSeconds += stop.travelSeconds;
    travelMetres += stop.travelMetres;
  }
  for (let next = known?.steps ?? 0; next < steps.length; next++) {
    const rest = known && sameRest(known, frozen, next, place, clock);
    if (rest) {
      for (const stop of rest) {
        stops.push(stop);
        travelSeconds += stop.travelSeconds;
        travelMetres += stop.travelMetres;
      }
      ({ place, leave: clock } = stops.at(-1)!);
      break;
    }
    const step = steps[next]!;
    const target = stepTarget(problem, technician, step, place, visits);
    const leg = { from: place, to: target.place, mode: technician.mode };
    const seconds = legBetween(problem, leg, clock, target.opens);
    const metres = seconds === 0 ? 0 : travel.metres(place, target.place, technician.mode);
    const arrive = clock + plannedLeg(seconds, rules.legReserveSeconds);
    const begin = beginAt(arrive, target.opens);
    clock = begin + target.service;
    stops.push({
      step,
      frozen: false,
      place: target.place,
      travelSeconds: seconds,
      travelMetres: metres,
      arrive,
      begin,
      leave: clock,
      lateSeconds: Math.max(0, begin - target.closes),
      slackSeconds: 0,
    });
    travelSeconds += seconds;
    travelMetres += metres;
    place = target.place;
  }
  const homewards = { from: place, to: technician.end, mode: technician.mode };
  const home = legBetween(problem, homewards, clock, Number.NEGATIVE_INFINITY);
  const endsAt = clock + plannedLeg(home, rules.legReserveSeconds);
  return {
    technician: technician.id,
    stops,
    travelSeconds: travelSeconds + home,
    travelMetres: travelMetres + (home > 0 ? travel.metres(place, technician.end, technician.mode) : 0),
    endsAt,
    overtimeSeconds: Math.max(0, endsAt - technician.shiftEnd),
  };
}

/** The stops from step `next` on where somebody leaves for them from the same place at the same instant as on the known route. */
function sameRest(
  { route, steps, added }: KnownRoute,
  frozen: number,
  next: number,
  place: PlaceIndex,
  clock: Seconds,
): readonly Stop[] | null {
  if (added === undefined || next < steps + added) return null;
  const at = frozen + next - added;
  const left = at > frozen ? route.stops[at - 1] : undefined;
  return left?.place === place && left.leave === clock ? route.stops.slice(at) : null;
}

/** The stops with how long each may still slip, counted backwards from the end of the shift. */
function withSlack(
  problem: Problem,
  technician: TechnicianDay,
  driven: readonly Stop[],
  visits: ReadonlyMap<string, Visit>,
): readonly Stop[] {
  const stops = [...driven];
  let latest = technician.shiftEnd + technician.overtimeLimitSeconds;
  let next = technician.end;
  for (let p = stops.length - 1; p >= technician.frozen.length; p--) {
    const stop = stops[p]!;
    const leg = legBefore(problem, { from: stop.place, to: next, mode: technician.mode }, latest);
    next = stop.place;
    const target = stepTarget(problem, technician, stop.step, stop.place, visits);
    latest = latestArrival(latest, leg, target.service, target.closes);
    stops[p] = { ...stop, slackSeconds: Math.max(0, latest - stop.begin) };
  }
  return stops;
}

/** The leg, reserve included, of someone who arrives at `latest`, the last instant that will do. */
function legBefore(
  { travel, rules }: Problem,
  { from, to, mode }: { readonly from: PlaceIndex; readonly to: PlaceIndex; readonly mode: TravelMode },
  latest: Seconds,
): Seconds {
  if (from === to) return 0;
  const seconds =
    travel.byTheClock?.arriving(from, to, mode, latest - rules.legReserveSeconds) ??
    travel.seconds(from, to, mode, rules.travelHour);
  return plannedLeg(seconds, rules.legReserveSeconds);
}

interface Target {
  readonly place: number;
  readonly opens: Seconds;
  readonly closes: Seconds;
  readonly service: Seconds;
}

/** Where a step happens, when it may begin and how long it takes; a break happens where one is. */
function stepTarget(
  problem: Problem,
  technician: TechnicianDay,
  step: Step,
  here: number,
  visits: ReadonlyMap<string, Visit>,
): Target {
  if (step.kind === 'visit') {
    const visit = visits.get(step.visit)!;
    const { opens, closes } = windowOf(visit);
    return {
      place: visit.place,
      opens: beginAt(step.notBefore ?? opens, opens),
      closes: visit.lock?.begin ?? closes,
      service: visit.durationSeconds,
    };
  }
  if (step.kind === 'break') {
    const pause: Break = technician.breaks[step.break]!;
    return { place: here, opens: pause.from, closes: pause.until, service: pause.durationSeconds };
  }
  const store = problem.store!;
  return { place: store, opens: 0, closes: Number.MAX_SAFE_INTEGER, service: 0 };
}

function frozenStop(stop: TechnicianDay['frozen'][number], visit: Visit): Stop {
  const { closes } = windowOf(visit);
  return {
    step: { kind: 'visit', visit: stop.visit },
    frozen: true,
    place: visit.place,
    travelSeconds: 0,
    travelMetres: 0,
    arrive: stop.arrive,
    begin: stop.begin,
    leave: stop.leave,
    lateSeconds: Math.max(0, stop.begin - closes),
    slackSeconds: 0,
  };
}
