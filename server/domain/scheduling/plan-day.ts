import { firstComeFirst } from './alike.ts';
import { compileDay } from './compile.ts';
import { explainAbsent } from './explain.ts';
import type { Plan, Problem, RouteOrder } from './model.ts';
import { planOf, publishedOrders, readOrders } from './read-plan.ts';
import { Search } from './search.ts';
import { leavesOutLate, letGoOfLate } from './standing-late.ts';
import { loadOrders } from './warm-start.ts';
import { Workspace } from './workspace.ts';

/** How long to search: a number of trials (the same plan on every machine), or as long as the caller says. */
export type Budget =
  | { readonly iterations: number }
  /**
   * Share of the budget spent, from 0 up; at 1 the search stops. A first plan may take three budgets, for a whole plan that comes
   * late is worth more than one with nobody in it; `Infinity` is the way to cancel that, too.
   */
  | { readonly spent: (iterations: number) => number };

export interface PlanOptions {
  readonly seed: number;
  readonly budget: Budget;
  /** `published` starts from the plan in force and keeps close to it; `empty` plans the day afresh. */
  readonly from: 'empty' | 'published' | readonly RouteOrder[];
  /** Told of progress about ten times. */
  readonly onProgress?: (progress: PlanProgress) => void;
}

export interface PlanProgress {
  readonly iterations: number;
  /** Share of the budget spent. */
  readonly spent: number;
  /** Visits (one for each technician of a crew) that the best plan so far leaves out. */
  readonly unserved: number;
  /** Its cost in seconds of travel, overtime and penalties. */
  readonly costSeconds: number;
  readonly orders: readonly RouteOrder[];
}

export interface Planned {
  readonly plan: Plan;
  readonly iterations: number;
}

/** Temperatures in seconds of travel: a fresh plan is shaken well, a plan in force only polished. */
const FRESH = { hot: 600, cold: 6 };
const POLISH = { hot: 60, cold: 2, once: true };
const SIZE = { average: 10, longestString: 10, blink: 0.01 };

const FIRST_PLAN_BUDGETS = 3;

/** Share of the budget for keeping the promises that stand late, before they are let go. */
const IN_TIME_SHARE = 0.3;

/**
 * Plans a day: builds a first plan, then improves it until the budget is spent. The problem must have been
 * accepted by `judgeProblem`. Promises are never moved; what cannot be served comes back with a reason for
 * every technician.
 */
export function planDay(problem: Problem, options: PlanOptions): Planned {
  const work = new Workspace(compileDay(problem, 0), options.seed);
  const orders = options.from === 'published' ? publishedOrders(problem) : options.from;
  const warm = orders !== 'empty';
  if (warm) loadOrders(work, orders);
  const search = new Search(work);
  const isOver = () => spentOf(options.budget, 0) >= FIRST_PLAN_BUDGETS;
  search.construct(isOver);
  let reportAt = 0;
  if (work.day.visitCount > 0 && work.day.technicians.length > 0) {
    const run = (share: number): void =>
      search.run({
        ...SIZE,
        ...(warm ? POLISH : FRESH),
        spent: (iterations) => {
          const spent = spentOf(options.budget, iterations);
          if (spent >= reportAt) {
            reportAt = Math.floor(spent * 10) / 10 + 0.1;
            options.onProgress?.(progressOf(search, spent));
          }
          return spent / share;
        },
      });
    if (leavesOutLate(work)) run(IN_TIME_SHARE);
    if (leavesOutLate(work) && !work.cutShort) {
      letGoOfLate(work);
      search.construct(isOver);
    }
    run(1);
  }
  const plan = firstComeFirst(problem, planOf(problem, readOrders(work), explainAbsent(work)));
  return { plan, iterations: search.iterations };
}

function spentOf(budget: Budget, iterations: number): number {
  return 'spent' in budget ? budget.spent(iterations) : iterations / Math.max(1, budget.iterations);
}

function progressOf(search: Search, spent: number): PlanProgress {
  return {
    iterations: search.iterations,
    spent: Math.min(1, spent),
    unserved: search.best.unserved,
    costSeconds: search.best.cost,
    orders: readOrders(search.work, search.best),
  };
}
