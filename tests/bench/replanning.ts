import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import type { Plan, Problem, Route, TechnicianId, Visit, VisitId } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { cityDay } from './city-day.ts';

const TEN = 10 * 3600;
const CITIES = [1, 2, 3];
const SEEDS = [1, 2, 3];
/** Trials of the plan in force: what ten seconds hold on a quiet machine. */
const PUBLISHED_AFTER = 120_000;
const ADDED = 20;
const CALLED_OFF = 10;
const BUDGET_MS = 2000;

/** What two seconds at ten o'clock make of a plan in force, beside the same without a price for changes. Shares in percent. */
interface Replanned {
  readonly changed: number;
  readonly moved: number;
  readonly unserved: number;
  readonly broken: number;
  readonly travel: number;
  readonly changedFreely: number;
}

/**
 * Twenty orders more and ten less at 10:00 on a day of 1 000 visits × 150 technicians, two seconds of processor time each, several cities and
 * seeds: a single run differs from the next by half a percent of travel.
 */
export function timeReplanning(): readonly { readonly operation: string; readonly measured: string }[] {
  const found = CITIES.flatMap((city) => {
    const day = dayAtTen(city);
    return SEEDS.map((seed) => replan(day, seed));
  });
  const both = (read: (one: Replanned) => number): string => {
    const values = found.map(read).sort((one, other) => one - other);
    return `median ${values[Math.floor(values.length / 2)]!.toFixed(2)} %, worst ${values.at(-1)!.toFixed(2)} %`;
  };
  const most = (read: (one: Replanned) => number): number => Math.max(...found.map(read));
  const what = `+${ADDED} −${CALLED_OFF} orders at 10:00, 2 s`;
  return [
    { operation: `${what}: open visits with another technician`, measured: both((one) => one.changed) },
    { operation: `${what}: moved > 15 min`, measured: both((one) => one.moved) },
    {
      operation: `${what}: unserved, broken, at worst`,
      measured: `${most((one) => one.unserved)}, ${most((one) => one.broken)}`,
    },
    {
      operation: `${what}: travel over that without a price for changes`,
      measured: `${both((one) => one.travel)} (there ${both((one) => one.changedFreely)} change technician)`,
    },
  ];
}

function replan(day: Problem, seed: number): Replanned {
  const within = (rules: Problem['rules']): Plan => {
    const started = process.cpuUsage();
    const spent = (): number => {
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000 / BUDGET_MS;
    };
    return planDay({ ...day, rules }, { seed, from: 'published', budget: { spent } }).plan;
  };
  const after = within(day.rules);
  const free = within({ ...day.rules, changePenaltySeconds: 0 });
  const open = day.published!.length;
  return {
    changed: (after.ranks.stability[0]! / open) * 100,
    moved: (after.ranks.stability[1]! / open) * 100,
    unserved: after.unserved.length,
    broken: checkPlan(day, after).broken.length,
    travel: (travelOf(after.routes) / travelOf(free.routes) - 1) * 100,
    changedFreely: (free.ranks.stability[0]! / open) * 100,
  };
}

/** The rest of a city's day at ten o'clock: what has begun stays, who is driving arrives, ten orders are called off and twenty come in. */
function dayAtTen(city: number): Problem {
  const problem = cityDay(city, 150, 1000);
  const { routes } = planDay(problem, {
    seed: 1,
    from: 'empty',
    budget: { iterations: PUBLISHED_AFTER },
  }).plan;
  const drivenTo = new Map(routes.flatMap((route) => underWay(problem, route)));
  const open = routes.flatMap((route) =>
    route.stops.flatMap(({ step, begin }) =>
      step.kind === 'visit' && begin >= TEN
        ? [{ visit: step.visit, technician: route.technician, begin }]
        : [],
    ),
  );
  const every = Math.floor(open.length / CALLED_OFF);
  const gone = new Set(
    open.filter(({ visit }, i) => i % every === 0 && !drivenTo.has(visit)).map(({ visit }) => visit),
  );
  const fresh = cityDay(city + 100, 1, 3 * ADDED);
  const places = [...problem.places, ...fresh.places];
  const added = fresh.visits
    .filter(({ window }) => window.kind === 'open' || window.from > TEN + 3600)
    .slice(0, ADDED)
    .map((visit) => ({ ...visit, id: `new ${visit.id}`, place: visit.place + problem.places.length }));
  const visits = problem.visits
    .filter(({ id }) => !gone.has(id))
    .map((visit): Visit => {
      const technician = drivenTo.get(visit.id);
      return technician === undefined ? visit : { ...visit, lock: { technician, position: 'next' } };
    });
  return {
    ...problem,
    now: TEN,
    places,
    travel: straightLineTravel(places),
    technicians: technicians(problem, routes, new Set(drivenTo.values())),
    visits: [...visits, ...added],
    published: open.filter(({ visit }) => !gone.has(visit)),
  };
}

/** The visit that a technician has set out for by ten and not begun. */
function underWay({ rules }: Problem, { stops, technician }: Route): readonly [VisitId, TechnicianId][] {
  const next = stops.find(({ begin }) => begin >= TEN);
  if (next?.step.kind !== 'visit') return [];
  const setOut = next.arrive - next.travelSeconds - (next.travelSeconds > 0 ? rules.legReserveSeconds : 0);
  return setOut < TEN ? [[next.step.visit, technician]] : [];
}

/** Everybody where the last visit begun by ten is, free when it ends or, with nowhere to go by then, at ten. */
function technicians(
  problem: Problem,
  routes: readonly Route[],
  driving: ReadonlySet<TechnicianId>,
): Problem['technicians'] {
  const begun = new Map(
    routes.map((route) => [
      route.technician,
      route.stops.flatMap(({ step, begin, arrive, leave, place }) =>
        step.kind === 'visit' && begin < TEN ? [{ visit: step.visit, arrive, begin, leave, place }] : [],
      ),
    ]),
  );
  return problem.technicians.map((each) => {
    const done = begun.get(each.id) ?? [];
    const last = done.at(-1);
    const free = last?.leave ?? each.freeFrom;
    return {
      ...each,
      start: last?.place ?? each.start,
      freeFrom: driving.has(each.id) ? free : Math.max(TEN, free),
      frozen: done.map(({ place: _, ...stop }) => stop),
    };
  });
}

function travelOf(routes: readonly Route[]): number {
  return routes.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0);
}
