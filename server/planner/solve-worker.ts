/** Plans days in a worker thread, one at a time, for a `WorkerPool<PlanRequest, PlanReport, PlanOutcome>`. */
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import type { Problem } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { type PlanOutcome, type PlanReport, type PlanRequest, travelFrom } from './plan-request.ts';
import { type Desk, serveJobs } from './worker-desk.ts';

function solve(request: PlanRequest, desk: Desk<PlanReport>): PlanOutcome {
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const problem: Problem = {
    ...request.problem,
    travel: travelFrom(request.travel, request.problem.places),
  };
  const faults = judgeProblem(problem);
  if (faults.length > 0) return { kind: 'refused', faults };

  const { budget } = request;
  const share = (iterations: number): number =>
    'seconds' in budget
      ? elapsed() / Math.max(0.001, budget.seconds)
      : iterations / Math.max(1, budget.iterations);
  const { plan, iterations } = planDay(problem, {
    seed: request.seed,
    from: request.from,
    budget: { spent: (done) => (desk.isStopped() ? Infinity : share(done)) },
    onProgress: desk.report,
  });
  const { broken } = checkPlan(problem, plan);
  if (broken.length > 0) {
    const first = broken[0]!;
    throw new Error(
      `The plan found breaks ${broken.length} constraints, first: ${first.code} ${first.technician ?? ''} ${first.visit ?? ''} ${first.text}. Maybe the problem holds a combination that the search does not keep; the plan in force stays.`,
    );
  }
  return { kind: desk.isStopped() ? 'cancelled' : 'planned', plan, iterations, seconds: elapsed() };
}

serveJobs(solve);
