import type { Plan, Problem, Unserved, Visit, VisitId } from './model.ts';
import { ordersOf, planOf } from './read-plan.ts';

/**
 * SCHD-13: of visits that are alike in everything the plan is judged by, the one taken in earlier goes first, then the smaller id. They
 * trade their places in a finished plan, which changes none of its ranks; the one taken in last is also the one left out.
 */
export function firstComeFirst(problem: Problem, plan: Plan): Plan {
  const named = new Map<VisitId, VisitId>();
  for (const group of alikeGroups(problem)) {
    const places = placesOf(plan, new Set(group.map(({ id }) => id)));
    const rightful = [...group].sort((a, b) => a.intakeAt - b.intakeAt || (a.id < b.id ? -1 : 1));
    for (const [index, place] of places.entries()) {
      const visit = rightful[index];
      if (visit && visit.id !== place) named.set(place, visit.id);
    }
  }
  if (named.size === 0) return plan;
  const orders = ordersOf(plan).map(({ technician, steps }) => ({
    technician,
    steps: steps.map((step) =>
      step.kind === 'visit' ? { ...step, visit: named.get(step.visit) ?? step.visit } : step,
    ),
  }));
  const unserved = plan.unserved.map(
    (one): Unserved => ({ ...one, visit: named.get(one.visit) ?? one.visit }),
  );
  return planOf(problem, orders, unserved);
}

/** The visits that hold the places, in the order in which they are served; who is not served comes last. */
function placesOf(plan: Plan, ids: ReadonlySet<VisitId>): readonly VisitId[] {
  const served = plan.routes
    .flatMap(({ technician, stops }) =>
      stops.flatMap(({ step, begin }) =>
        step.kind === 'visit' && ids.has(step.visit) ? [{ visit: step.visit, begin, technician }] : [],
      ),
    )
    .sort((a, b) => a.begin - b.begin || (a.technician < b.technician ? -1 : 1));
  const absent = plan.unserved.filter(({ visit }) => ids.has(visit)).map(({ visit }) => visit);
  return [...served.map(({ visit }) => visit), ...absent];
}

/** Visits that differ in nothing but id and intake. What is promised, fixed, tied or published already keeps its place. */
function alikeGroups(problem: Problem): readonly (readonly Visit[])[] {
  const kept = new Set([
    ...problem.visits.flatMap(({ after }) => (after === undefined ? [] : [after])),
    ...(problem.published ?? []).map(({ visit }) => visit),
    ...problem.technicians.flatMap(({ frozen }) => frozen.map(({ visit }) => visit)),
  ]);
  const groups = new Map<string, Visit[]>();
  for (const visit of problem.visits) {
    const { id, intakeAt: _intake, lock, after, crew = 1, ...rest } = visit;
    if (kept.has(id) || lock || after !== undefined || crew > 1 || visit.window.kind !== 'open') continue;
    const key = JSON.stringify(rest);
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
