import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Plan, Problem, PublishedStop, Visit, VisitId } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf, timeRoutes } from '#domain/scheduling/read-plan.ts';
import { type RepairRules, repair } from '#domain/scheduling/repair.ts';
import { withStandingLate } from '#domain/scheduling/standing-late.ts';
import { offerTimes } from './offer-times.ts';
import { goOn, Lists, type Planning, planMorning, publishedBy } from './planned.ts';
import { LATENESS_MOST, presentProblem } from './present-problem.ts';
import { suits } from './pull.ts';
import { type HandNow, type JobNow, type Policy, REVIEW, type RunningDay } from './running-day.ts';

/** Trials for placing whom a review has freed. */
const PLACING_TRIALS = 100;
const SLOT = 1800;

/**
 * The plan is looked after: at every review it is brought up to what has happened. Whose promise is in danger gets
 * another technician, else is asked for another time while there is notice enough, else is told of the lateness.
 */
export function planAndRepair(planning: Planning): Policy {
  return lookedAfter('plan and repair', planning, () => undefined);
}

/** The same, and whoever calls during the day is offered the time nearest to the wish that the plan can keep (`slots`). */
export function offerAndRepair(planning: Planning): Policy {
  return lookedAfter('offer, plan and repair', planning, offerTimes(planning.standard));
}

type Welcome = (day: RunningDay, published: readonly PublishedStop[]) => void;

function lookedAfter(name: string, planning: Planning, welcome: Welcome): Policy {
  const { standard, seed } = planning;
  const lists = new Lists();
  const rules: RepairRules = {
    noticeSeconds: standard.get('change.noticeMin') * 60,
    latenessWithinSeconds: standard.get('late.noticeMin') * 60,
    latenessMostSeconds: LATENESS_MOST,
    slotSeconds: SLOT,
    offers: 1,
  };
  let planned = false;

  function review(day: RunningDay): void {
    if (!planned) {
      planned = true;
      lists.publish(day, planMorning(presentProblem(day, standard, []), planning));
      return;
    }
    const published = lists.published(day);
    welcome(day, published);
    const problem = withStandingLate(presentProblem(day, standard, published));
    if (problem.technicians.length === 0) return;
    let plan = planDay(problem, {
      seed,
      from: 'published',
      budget: { iterations: planning.reviewTrials },
    }).plan;
    const inDanger = endangered(problem, plan, problem.rules.legReserveSeconds);
    if (inDanger.size > 0) plan = help(day, problem, plan, { published, inDanger });
    lists.publish(day, plan);
  }

  /** Who is in danger keeps the time with a colleague, or is called. */
  function help(
    day: RunningDay,
    problem: Problem,
    plan: Plan,
    { published, inDanger }: { published: readonly PublishedStop[]; inDanger: ReadonlySet<VisitId> },
  ): Plan {
    const unpinned = published.filter((stop) => !inDanger.has(stop.visit));
    const before = new Map(published.map(({ visit, technician }) => [visit, technician]));
    const best = goOn({ ...problem, published: unpinned }, plan, seed, PLACING_TRIALS);
    const left = endangered(problem, best, 0);
    // A colleague comes inside the notice time: the customer hears of it.
    for (const { technician, stops } of best.routes) {
      for (const { step } of stops) {
        if (step.kind !== 'visit' || !inDanger.has(step.visit)) continue;
        const had = before.get(step.visit);
        if (had !== undefined && had !== technician) day.calls++;
      }
    }
    if (left.size === 0) return best;
    const resident = new ResidentPlan({ ...problem, published: unpinned }, ordersOf(best));
    const jobs = day.jobs.filter(({ job, overdue }) => left.has(job.id) && !overdue);
    if (jobs.length === 0) return best;
    const helped = jobs.filter((job) => call(day, resident, problem, job));
    if (helped.length === 0) return best;
    const agreed = withStandingLate(presentProblem(day, standard, publishedBy(best)));
    return goOn({ ...agreed, published: unpinned }, best, seed, PLACING_TRIALS);
  }

  /**
   * Calls a customer whose time nobody can keep, not before it has to be: until the last moment at which another time
   * may be asked for, things may still come right. Answers whether anything was agreed.
   */
  function call(day: RunningDay, resident: ResidentPlan, problem: Problem, job: JobNow): boolean {
    const { now } = day;
    const notice = job.from - now;
    const visit = problem.visits.find(({ id }) => id === job.job.id)!;
    const isLastChance = notice >= rules.noticeSeconds && notice < rules.noticeSeconds + 2 * REVIEW;
    const isNear = notice <= rules.latenessWithinSeconds;
    if (now > job.until) job.overdue = true;
    if (job.overdue) return true;
    if (isNear && !job.told) {
      const window = { ...visit.window, until: job.until + LATENESS_MOST } as Visit['window'];
      job.told = resident.best({ ...visit, window }) !== undefined;
      if (job.told) {
        day.calls++;
        return true;
      }
    }
    if (!isLastChance && !(isNear && !job.asked)) return false;
    if (job.changesUsed >= (standard.get('change.max') ?? 99) || job.asked) return false;
    const { ways } = repair(resident, { kind: 'urgent', visit }, rules).troubles[0]!;
    const way = ways.find(({ kind }) => kind === (isLastChance ? 'change' : 'short_notice'));
    if (way === undefined || !('slot' in way)) return false;
    job.asked = true;
    day.calls++;
    if (!job.job.agrees) return false;
    job.from = way.slot.from;
    job.until = way.slot.until;
    job.told = false;
    job.asked = false;
    job.changesUsed++;
    day.changes++;
    return true;
  }

  return {
    name,
    review,
    lost: (day, hand) => {
      lists.drop(hand);
      review(day);
    },
    next: (day, hand) => lists.next(day, hand) ?? helpOut(day, lists, hand),
  };
}

/** Who is not served, or will be late with this much in reserve on every way (TRAV-04): the plan holds one, being late uses it up. */
function endangered(problem: Problem, plan: Plan, legReserveSeconds: number): ReadonlySet<VisitId> {
  const asItRuns = { ...problem, rules: { ...problem.rules, legReserveSeconds } };
  const late = timeRoutes(asItRuns, ordersOf(plan)).flatMap(({ stops }) =>
    stops.flatMap(({ step, frozen, lateSeconds }) =>
      step.kind === 'visit' && !frozen && lateSeconds > 0 ? [step.visit] : [],
    ),
  );
  return new Set([...plan.unserved.map(({ visit }) => visit), ...late]);
}

/** Who has nothing left to do takes the nearest of those whose time is past. */
function helpOut(day: RunningDay, lists: Lists, hand: HandNow): JobNow | null {
  if (lists.of(hand).length > 0) return null;
  const overdue = lists
    .unlisted(day)
    .filter((job) => job.overdue && suits(hand, job) && day.isTimeFor(hand, job));
  const far = (job: JobNow): number => day.guessedTravel(hand, job.job.place);
  return overdue.reduce<JobNow | null>((best, job) => (best && far(best) <= far(job) ? best : job), null);
}
