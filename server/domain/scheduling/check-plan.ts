/**
 * Judges a timed plan from the problem alone. It shares no code with the solver, so that a mistake there
 * cannot hide here: every number is worked out again from the travel times, windows and shifts.
 *
 * `broken` lists what no plan may do. `shortfalls` lists what a plan may do but should say: a promise or an
 * effective deadline that is missed, an arrival less early than wanted.
 */
import type { Plan, Problem, Route, Seconds, Step, Stop, TechnicianDay, Visit } from './model.ts';

export interface Finding {
  readonly code: string;
  readonly technician?: string;
  readonly visit?: string;
  readonly text: string;
}

export interface PlanCheck {
  readonly broken: readonly Finding[];
  readonly shortfalls: readonly Finding[];
}

interface Served {
  readonly technician: string;
  readonly stop: Stop;
}

/** Checks every route, every visit and every tie between visits. */
export function checkPlan(problem: Problem, plan: Pick<Plan, 'routes' | 'unserved'>): PlanCheck {
  const broken: Finding[] = [];
  const shortfalls: Finding[] = [];
  const served = new Map<string, Served[]>();
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const routeOf = new Map<string, Route>();
  for (const route of plan.routes) {
    const technician = problem.technicians.find((each) => each.id === route.technician);
    if (technician === undefined || routeOf.has(route.technician)) {
      broken.push({ code: 'route', technician: route.technician, text: 'one route for each technician' });
      continue;
    }
    routeOf.set(route.technician, route);
    walkRoute(problem, technician, route, visits, served, broken, shortfalls);
  }
  checkCompleteness(problem, plan, served, broken);
  const published = new Map(problem.published?.map((stop) => [stop.visit, stop.technician]));
  for (const visit of problem.visits) checkTies(problem, visit, published.get(visit.id), served, broken);
  return { broken, shortfalls };
}

function walkRoute(
  problem: Problem,
  technician: TechnicianDay,
  route: Route,
  visits: ReadonlyMap<string, Visit>,
  served: Map<string, Served[]>,
  broken: Finding[],
  shortfalls: Finding[],
): void {
  const { rules } = problem;
  const id = technician.id;
  const note = (code: string, text: string, visit?: string): void => {
    broken.push({ code, technician: id, text, ...(visit === undefined ? {} : { visit }) });
  };
  const open = route.stops.slice(technician.frozen.length);
  technician.frozen.forEach((frozen, i) => {
    const stop = route.stops[i];
    const kept =
      stop?.frozen === true &&
      stop.step.kind === 'visit' &&
      stop.step.visit === frozen.visit &&
      stop.begin === frozen.begin &&
      stop.leave === frozen.leave;
    if (!kept) note('frozen', `stop ${i + 1} is not the visit already begun`, frozen.visit);
    if (stop !== undefined) record(served, frozen.visit, id, stop);
  });

  let place = technician.start;
  let free = Math.max(technician.freeFrom, technician.shiftStart);
  let travelled = 0;
  let lastOrder = 0;
  let restocked = false;
  const stock = new Map(Object.entries(technician.parts ?? {}));
  const breaksTaken = new Set<number>();
  for (const [i, stop] of open.entries()) {
    const step = stop.step;
    const there =
      step.kind === 'break' ? place : step.kind === 'store' ? problem.store : visits.get(step.visit)?.place;
    if (there === undefined || stop.place !== there) {
      note('place', `stop ${i + 1} is at place ${stop.place}, expected ${there}`);
      continue;
    }
    const drive = driven(problem, technician, place, there, free, opening(technician, step, visits));
    const leg = drive === 0 ? 0 : drive + rules.legReserveSeconds;
    travelled += drive;
    if (stop.arrive !== free + leg) note('time', `arrives ${stop.arrive}, expected ${free + leg}`);
    if (stop.begin < stop.arrive) note('time', `begins ${stop.begin} before arriving ${stop.arrive}`);
    place = there;
    free = stop.leave;
    if (step.kind === 'break') {
      const pause = technician.breaks[step.break];
      if (pause === undefined || breaksTaken.has(step.break)) {
        note('break', `break ${step.break} is not there`);
        continue;
      }
      breaksTaken.add(step.break);
      if (stop.begin < pause.from || stop.begin > pause.until) {
        note('break', `break begins ${stop.begin}, window ${pause.from} to ${pause.until}`);
      }
      if (stop.leave - stop.begin !== pause.durationSeconds)
        note('break', `break lasts ${stop.leave - stop.begin}`);
      continue;
    }
    if (step.kind === 'store') {
      restocked = true;
      continue;
    }
    const visit = visits.get(step.visit)!;
    record(served, visit.id, id, stop);
    checkVisit(problem, technician, visit, stop, note, shortfalls);
    if (visit.lock?.position === 'next' && i > 0)
      note('order', `is stop ${i + 1}, locked as the next`, visit.id);
    const order = visit.lock?.order ?? 0;
    if (order > 0 && order < lastOrder) note('order', `comes after locked order ${lastOrder}`, visit.id);
    lastOrder = Math.max(lastOrder, order);
    if (restocked) continue;
    for (const [part, count] of Object.entries(visit.parts ?? {})) {
      const left = (stock.get(part) ?? 0) - count;
      stock.set(part, left);
      if (left < 0) note('stock', `carries ${-left} of ${part} too few`, visit.id);
    }
    for (const tool of visit.tools ?? []) {
      if (!technician.tools?.includes(tool)) note('stock', `does not carry ${tool}`, visit.id);
    }
  }
  const home = driven(problem, technician, place, technician.end, free, free);
  const endsAt = free + (home === 0 ? 0 : home + rules.legReserveSeconds);
  if (route.endsAt !== endsAt) note('time', `ends ${route.endsAt}, expected ${endsAt}`);
  // What the technician is already driving to is not given up because it runs over.
  const underWay = open.filter((stop) => stop.step.kind === 'visit' && isNext(visits.get(stop.step.visit)!));
  const limit = technician.shiftEnd + technician.overtimeLimitSeconds;
  if (open.length > underWay.length && endsAt > limit) {
    note('shift', `ends ${endsAt}, shift with overtime ends ${limit}`);
  }
  if (route.travelSeconds !== travelled + home) {
    note('travel', `says ${route.travelSeconds} travel seconds, expected ${travelled + home}`);
  }
  // A break is due if it could be taken, behind what is under way, by someone with nothing else to do.
  const first = underWay[0];
  const from = first?.place ?? technician.start;
  const ready = first?.leave ?? Math.max(technician.freeFrom, technician.shiftStart);
  technician.breaks.forEach((pause, index) => {
    const rested = Math.max(ready, pause.from) + pause.durationSeconds;
    const back = driven(problem, technician, from, technician.end, rested, rested);
    const over = rested + (back === 0 ? 0 : back + rules.legReserveSeconds);
    const due = pause.until >= ready && over <= limit;
    if (due && !breaksTaken.has(index)) note('break', `break ${index} is missing`);
  });
}

/**
 * Seconds on the way for someone free at `free`, to where nothing may begin before `opens`. By the clock nobody leaves sooner
 * than it takes to be there when it opens, the reserve kept.
 */
function driven(
  { travel, rules }: Problem,
  { mode }: TechnicianDay,
  from: number,
  to: number,
  free: Seconds,
  opens: Seconds,
): Seconds {
  if (from === to) return 0;
  if (!travel.byTheClock) return travel.seconds(from, to, mode, rules.travelHour);
  const late = travel.byTheClock.arriving(from, to, mode, opens - rules.legReserveSeconds);
  const reserve = late > 0 ? rules.legReserveSeconds : 0;
  if (opens - reserve - late >= free) return late;
  return travel.byTheClock.leaving(from, to, mode, free);
}

/** Nothing of the step may begin before then. */
function opening(technician: TechnicianDay, step: Step, visits: ReadonlyMap<string, Visit>): Seconds {
  if (step.kind === 'store') return 0;
  if (step.kind === 'break') return technician.breaks[step.break]?.from ?? 0;
  const { window, lock } = visits.get(step.visit)!;
  const opens = window.kind === 'promised' ? window.from : window.release;
  return Math.max(opens, lock?.begin ?? opens, step.notBefore ?? opens);
}

function isNext(visit: Visit): boolean {
  return visit.lock?.position === 'next';
}

function checkVisit(
  problem: Problem,
  technician: TechnicianDay,
  visit: Visit,
  stop: Stop,
  note: (code: string, text: string, visit?: string) => void,
  shortfalls: Finding[],
): void {
  const { rules } = problem;
  const { window, lock } = visit;
  const say = (code: string, text: string): void => {
    shortfalls.push({ code, technician: technician.id, visit: visit.id, text });
  };
  if (stop.leave - stop.begin !== visit.durationSeconds)
    note('time', `lasts ${stop.leave - stop.begin}`, visit.id);
  const lacks = [
    ...visit.skills.filter((skill) => !technician.skills.includes(skill)),
    ...visit.certificates.filter((certificate) => !technician.certificates.includes(certificate)),
  ];
  if (lacks.length > 0) note('skill', `lacks ${lacks.join(', ')}`, visit.id);
  if (visit.area !== null && !technician.areas.includes(visit.area))
    note('area', `not in ${visit.area}`, visit.id);
  if (visit.readiness === 'not_ready') note('readiness', 'is not ready', visit.id);
  if (lock?.technician !== undefined && lock.technician !== technician.id) {
    note('lock', `is locked to ${lock.technician}`, visit.id);
  }
  if (lock?.begin !== undefined && stop.begin < lock.begin)
    note('lock', `begins before ${lock.begin}`, visit.id);
  const onTheWay = isNext(visit);
  if (lock?.begin !== undefined && stop.begin > lock.begin && !onTheWay) {
    note('lock', `begins after ${lock.begin}`, visit.id);
  }
  if (visit.class !== 'emergency' && stop.leave > rules.closesAt && !onTheWay) {
    note('closing', `ends ${stop.leave}, closing time ${rules.closesAt}`, visit.id);
  }
  const opens = window.kind === 'promised' ? window.from : window.release;
  if (stop.begin < opens) note('window', `begins ${stop.begin} before ${opens}`, visit.id);
  const closes = window.kind === 'promised' ? window.until : window.deadline;
  const late = Math.max(0, stop.begin - closes);
  if (stop.lateSeconds !== late && lock?.begin === undefined) {
    note('time', `says ${stop.lateSeconds} s late, is ${late}`, visit.id);
  }
  if (window.kind === 'promised' && late > 0) {
    const stood = window.standsAt !== undefined && stop.begin <= window.standsAt;
    if (!onTheWay && !stood) note('promise', `begins ${late} s after the promise`, visit.id);
    else say('promise', `${stood ? 'stood so late already' : 'on the way'}, ${late} s late`);
  } else if (window.kind === 'promised' && stop.arrive > closes - rules.arriveEarlySeconds) {
    say('early', `arrives ${closes - stop.arrive} s before the promise closes`);
  } else if (late > 0) say('deadline', `begins ${late} s after the effective deadline`);
}

function checkCompleteness(
  problem: Problem,
  plan: Pick<Plan, 'unserved'>,
  served: ReadonlyMap<string, readonly Served[]>,
  broken: Finding[],
): void {
  const unserved = new Set(plan.unserved.map((each) => each.visit));
  if (unserved.size !== plan.unserved.length)
    broken.push({ code: 'unserved', text: 'a visit is listed twice' });
  for (const visit of problem.visits) {
    const times = served.get(visit.id)?.length ?? 0;
    const expected = unserved.has(visit.id) ? 0 : (visit.crew ?? 1);
    if (times !== expected) {
      broken.push({ code: 'count', visit: visit.id, text: `is served ${times} times, expected ${expected}` });
    }
  }
}

function checkTies(
  problem: Problem,
  visit: Visit,
  publishedTo: string | undefined,
  served: ReadonlyMap<string, readonly Served[]>,
  broken: Finding[],
): void {
  const mine = served.get(visit.id) ?? [];
  const note = (code: string, text: string): void => {
    broken.push({ code, visit: visit.id, text });
  };
  if (new Set(mine.map((each) => each.stop.begin)).size > 1)
    note('crew', 'its technicians do not begin together');
  if (new Set(mine.map((each) => each.technician)).size !== mine.length) note('crew', 'a technician twice');
  if (visit.after !== undefined) {
    const earlier = served.get(visit.after) ?? [];
    if (mine.length > 0 && earlier.length === 0) note('precedence', `${visit.after} before it is not served`);
    const ended = Math.max(-Infinity, ...earlier.map((each) => each.stop.leave));
    for (const { stop } of mine) {
      if (stop.begin < ended) note('precedence', `begins ${stop.begin}, ${visit.after} ends ${ended}`);
    }
  }
  const { window } = visit;
  if (window.kind !== 'promised' || (visit.crew ?? 1) > 1) return;
  const pinned = window.from < problem.now + problem.rules.frozenHorizonSeconds;
  if (!pinned || !problem.technicians.some((each) => each.id === publishedTo)) return;
  for (const { technician, stop } of mine) {
    if (!stop.frozen && technician !== publishedTo && visit.lock?.technician !== technician) {
      note('pinned', `published to ${publishedTo}, given to ${technician} inside the frozen horizon`);
    }
  }
}

function record(served: Map<string, Served[]>, visit: string, technician: string, stop: Stop): void {
  const list = served.get(visit);
  if (list) list.push({ technician, stop });
  else served.set(visit, [{ technician, stop }]);
}
