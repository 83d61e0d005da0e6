import { planRules } from '#domain/scheduling/day-problem.ts';
import type { Problem, PublishedStop, TechnicianDay, Visit } from '#domain/scheduling/model.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { type HandNow, type JobNow, LUNCH, type RunningDay } from './running-day.ts';

/** Work that should be over by now is thought to take this much longer. */
const SOON = 300;
/** Overtime that may be planned; it costs as much as travel. */
const OVERTIME = 3600;
const WORK = 'work';
/** The most that somebody may be late who has been told of it (CHG-05). */
export const LATENESS_MOST = 1800;

/** The day as the planner sees it now: what is under way is where it is expected, the rest is open. */
export function presentProblem(
  day: RunningDay,
  standard: ResolvedStandard,
  published: readonly PublishedStop[],
): Problem {
  const { now } = day;
  const rules = planRules(standard);
  const allowed = standard.get('change.max') ?? 99;
  const present = day.hands.filter((hand) => !hand.lost && now < hand.hand.shiftEnd);
  const underWay = present.flatMap(({ errand }) => errand?.job ?? []);
  return {
    now,
    places: day.town.places,
    technicians: present.map((hand) => technicianNow(hand, now)),
    visits: [...day.open(), ...underWay].map((job) => visitNow(job, now, allowed)),
    travel: day.travel,
    rules: { ...rules, travelHour: Math.floor(now / 3600) },
    published,
  };
}

function technicianNow(each: HandNow, now: number): TechnicianDay {
  const { hand, errand, restsUntil } = each;
  const leave = errand === null ? 0 : Math.max(errand.begin + errand.job.job.plannedSeconds, now + SOON);
  return {
    id: hand.id,
    start: errand === null ? each.place : errand.job.job.place,
    end: hand.home,
    shiftStart: hand.shiftStart,
    shiftEnd: hand.shiftEnd,
    overtimeLimitSeconds: OVERTIME,
    freeFrom: Math.max(now, restsUntil, leave),
    breaks: each.rested ? [] : [LUNCH],
    skills: hand.skills,
    certificates: [WORK],
    areas: [hand.area],
    mode: hand.mode,
    frozen:
      errand === null
        ? []
        : [{ visit: errand.job.job.id, arrive: errand.arrive, begin: errand.begin, leave }],
  };
}

/** An order as the planner sees it; who has been told of lateness may be served that much later. */
function visitNow(
  { job, from, until, overdue, told, changesUsed }: JobNow,
  now: number,
  allowed: number,
): Visit {
  const latest = told ? until + LATENESS_MOST : until;
  return {
    id: job.id,
    place: job.place,
    durationSeconds: job.plannedSeconds,
    window: overdue
      ? { kind: 'open', release: Math.min(from, now), deadline: Math.max(until, now) }
      : { kind: 'promised', from, until: latest, changesLeft: allowed - changesUsed, notified: true },
    class: job.class,
    skills: [job.skill],
    certificates: [WORK],
    area: job.area,
    estate: null,
    readiness: 'ready',
    intakeAt: job.knownAt,
  };
}
