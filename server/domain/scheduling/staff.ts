import { pinsOf, refuseTechnician } from './constraints.ts';
import type { Problem, Visit } from './model.ts';

/** Answers who may go to a visit; visits that ask for the same share one answer. */
export class Staff {
  readonly pins: Map<string, string>;
  readonly publishedTo: ReadonlyMap<string, number>;
  readonly publishedBegin: ReadonlyMap<string, number>;
  readonly technicians: ReadonlyMap<string, number>;
  private readonly rows = new Map<string, Uint8Array>();
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

  allowed(visit: Visit): Uint8Array {
    const pinnedTo = this.pins.get(visit.id);
    const { readiness, lock, skills, certificates, area } = visit;
    const key = JSON.stringify([readiness, lock?.technician, pinnedTo, skills, certificates, area]);
    let row = this.rows.get(key);
    if (row === undefined) {
      row = Uint8Array.from(this.problem.technicians, (each) =>
        refuseTechnician(each, visit, pinnedTo) === undefined ? 1 : 0,
      );
      this.rows.set(key, row);
    }
    return row;
  }
}
