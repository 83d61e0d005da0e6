import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import type { Plan, Problem, TravelTimes } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ProblemError } from './problem-error.ts';
import { shapeFaults } from './problem-shape.ts';

/** Travel in the file: seconds and metres from place to place, the same for every mode. */
interface TravelRows {
  readonly seconds: readonly (readonly number[])[];
  readonly metres: readonly (readonly number[])[];
}

/** A problem of ours as JSON: `travel` as rows, or none for straight lines. */
type WrittenProblem = Omit<Problem, 'travel'> & { readonly travel?: TravelRows };

/** Reads a problem of ours and refuses it with every fault named before anything is solved. */
export function readProblem(text: string): Problem {
  const written = parsed(text);
  for (const part of ['places', 'technicians', 'visits'] as const) {
    if (!Array.isArray(written[part])) throw new ProblemError([`${part}: expected a list.`]);
  }
  if (typeof written.rules !== 'object' || written.rules === null)
    throw new ProblemError(['rules: expected the rules of planning.']);
  const shape = shapeFaults(written);
  if (shape.length > 0) throw new ProblemError(shape);
  const problem: Problem = { ...written, travel: travelOf(written) };
  const faults = judgeProblem(problem);
  if (faults.length === 0) return problem;
  throw new ProblemError(
    faults.map(
      ({ subject, field, found, expected }) =>
        `${subject.kind} ${subject.id}: ${field} is ${found}; expected ${expected}.`,
    ),
  );
}

function parsed(text: string): WrittenProblem {
  try {
    return JSON.parse(withNumbersNamed(text)) as WrittenProblem;
  } catch (error) {
    throw new ProblemError([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Some writers put NaN and Infinity where JSON has no word for them: read as those words, so that the fault names whose they are. */
function withNumbersNamed(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : JSON.stringify(token),
  );
}

function travelOf({ travel, places }: WrittenProblem): TravelTimes {
  if (travel === undefined) return straightLineTravel(places);
  for (const table of ['seconds', 'metres'] as const) {
    const rows = travel[table];
    const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
    const fits =
      rows?.length === places.length &&
      rows.every((row) => row.length === places.length && row.every(isWhole));
    if (!fits) {
      throw new ProblemError([
        `travel.${table}: expected ${places.length} rows of ${places.length} whole numbers from 0 up.`,
      ]);
    }
  }
  return {
    estimated: false,
    seconds: (from, to) => travel.seconds[from]![to]!,
    metres: (from, to) => travel.metres[from]![to]!,
  };
}

export interface ProblemSolved {
  readonly plan: Plan;
  readonly iterations: number;
}

/** Plans a problem of ours and has the plan judged independently; one that breaks anything is an error. */
export function solveProblem(
  problem: Problem,
  seed: number,
  spent: (iterations: number) => number,
): ProblemSolved {
  const from = problem.published === undefined || problem.published.length === 0 ? 'empty' : 'published';
  // Whoever asks for seconds here gets an answer then, if only of a part.
  const inTime = (done: number): number => (spent(done) < 1 ? spent(done) : Infinity);
  const solved = planDay(problem, { seed, from, budget: { spent: inTime } });
  const { broken } = checkPlan(problem, solved.plan);
  if (broken.length > 0) {
    throw new Error(`The plan found breaks ${broken.length} constraints, first: ${broken[0]!.text}`);
  }
  return solved;
}
