import { pinsOf, refuseTechnician } from './constraints.ts';
import type { Problem, Reason, Visit } from './model.ts';

/** Who may go to a visit, and what keeps the others from it whatever the rest of their day. */
interface Suited {
  /** 1 for those who may. */
  readonly allowed: Uint8Array;
  readonly refusals: readonly (Reason | undefined)[];
}

/** Answers who may go to a visit; visits that ask for the same share one answer. */
export class Staff {
  readonly pins: Map<string, string>;
  readonly publishedTo: ReadonlyMap<string, number>;
  readonly publishedBegin: ReadonlyMap<string, number>;
  readonly technicians: ReadonlyMap<string, number>;
  private readonly answers = new Map<string, Suited>();
  private readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
    this.pins = new Map(pinsOf(problem));
    const indices = new Map(problem.technicians.map((each, k) => [each.id, k]));
    this.technicians = indices;
    this.publishedBegin = new Map(problem.published?.map((stop) => [stop.visit, stop.begin]));
    this.publishedTo = new Map(
      problem.published?.map((stop) => [stop.visit, indices.get(stop.technician) ?? -1]),
    );
  }

  /** 1 for each technician who may go to the visit. */
  allowed(visit: Visit): Uint8Array {
    return this.suited(visit).allowed;
  }

  /** For each technician the first constraint that keeps them from the visit whatever the rest of the day. */
  refusals(visit: Visit): readonly (Reason | undefined)[] {
    return this.suited(visit).refusals;
  }

  private suited(visit: Visit): Suited {
    const pinnedTo = this.pins.get(visit.id);
    const { readiness, lock, skills, certificates, area } = visit;
    const key = JSON.stringify([readiness, lock?.technician, pinnedTo, skills, certificates, area]);
    let suited = this.answers.get(key);
    if (suited === undefined) {
      const refusals = this.problem.technicians.map((each) => refuseTechnician(each, visit, pinnedTo));
      suited = { refusals, allowed: Uint8Array.from(refusals, (refusal) => (refusal ? 0 : 1)) };
      this.answers.set(key, suited);
    }
    return suited;
  }
}
