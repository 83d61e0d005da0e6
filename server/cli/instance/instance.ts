import type { PlanRules, Problem, TravelTimes } from '#domain/scheduling/model.ts';
import { rankNames } from '#domain/scheduling/model.ts';

/** `distance`: least travel; `vehicles`: fewest vehicles, then least distance. */
export type InstanceObjective = 'distance' | 'vehicles';

/** A benchmark instance as a problem of ours, with what is needed to report in the instance's own terms. */
export interface Instance {
  readonly name: string;
  readonly family: 'solomon' | 'appointments' | 'trsp';
  readonly problem: Problem;
  /** Our whole seconds for one unit of the instance's distance. */
  readonly scale: number;
  /** Number of a visit or technician in the file, by id. */
  readonly numberOf: (id: string) => number;
  /** Number of the depot or store in the file. */
  readonly depot: number;
  /** Distance between two numbers of the file, in the instance's own units and precision. */
  readonly distance: (from: number, to: number) => number;
}

/** An instance file that cannot be read: where and what was expected. */
export class InstanceError extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'InstanceError';
  }
}

/** No earliness, reserve, closing or penalties: windows and travel alone. */
export const bareRules: PlanRules = {
  arriveEarlySeconds: 0,
  legReserveSeconds: 0,
  closesAt: 1_000_000_000,
  deadlineReserveSeconds: 0,
  frozenHorizonSeconds: 0,
  travelHour: 0,
  changePenaltySeconds: 0,
  estateEntrySeconds: 0,
  rankOrder: rankNames,
};

/** Travel whose seconds and metres are the same whole number. */
export function wholeTravel(cell: (from: number, to: number) => number, symmetric: boolean): TravelTimes {
  return { estimated: false, isSymmetric: () => symmetric, seconds: cell, metres: cell };
}

/** The numbers of a line, or undefined when anything on it is not a number. */
export function numbersOf(line: string): readonly number[] | undefined {
  const fields = line.trim().split(/[\s;]+/);
  if (fields.length === 1 && fields[0] === '') return undefined;
  const numbers = fields.map(Number);
  return numbers.some((value) => !Number.isFinite(value)) ? undefined : numbers;
}
