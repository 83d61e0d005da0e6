import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { PublishedStop } from '#domain/scheduling/model.ts';
import { publishedOrders } from '#domain/scheduling/read-plan.ts';
import { offerSlots } from '#domain/scheduling/slots.ts';
import { withStandingLate } from '#domain/scheduling/standing-late.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { presentProblem } from './present-problem.ts';
import type { JobNow, RunningDay } from './running-day.ts';

const EVERY = 1800;

/**
 * Promises each caller of the day the time nearest to the wish that somebody can keep as the plan stands, not sooner than the notice that
 * a change would need; the wish itself where there is none.
 */
export function offerTimes(
  standard: ResolvedStandard,
): (day: RunningDay, published: readonly PublishedStop[]) => void {
  const met = new Set<JobNow>();
  const noticeSeconds = standard.get('change.noticeMin') * 60;
  return (day, published) => {
    const callers = day.open().filter((each) => each.job.knownAt > 0 && !met.has(each));
    const promised: PublishedStop[] = [...published];
    for (const caller of callers) {
      met.add(caller);
      const problem = withStandingLate(presentProblem(day, standard, promised));
      const resident = new ResidentPlan(problem, publishedOrders(problem));
      const visit = problem.visits.find(({ id }) => id === caller.job.id)!;
      const { from, until } = caller.job;
      const [nearest] = offerSlots(resident, visit, {
        from: Math.ceil((day.now + noticeSeconds) / EVERY) * EVERY,
        until: problem.rules.closesAt,
        everySeconds: EVERY,
        lengthSeconds: until - from,
      }).toSorted((one, other) => Math.abs(one.from - from) - Math.abs(other.from - from));
      if (!nearest) continue;
      caller.promise = { from: nearest.from, until: nearest.until };
      Object.assign(caller, caller.promise);
      promised.push({ visit: visit.id, technician: nearest.technician, begin: nearest.from });
    }
  };
}
