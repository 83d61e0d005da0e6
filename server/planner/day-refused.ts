import type { ProblemFault } from '#domain/scheduling/judge-problem.ts';

/** As many are told: whoever mends these asks again. */
const MOST_FAULTS = 20;

/** A day that no plan could be honest about, with every visit or technician named whose numbers cannot be meant. Nothing was planned. */
export class DayRefused extends Error {
  /** Known by this on the other side of a worker. */
  readonly code = DAY_REFUSED;

  constructor(faults: readonly ProblemFault[]) {
    super(JSON.stringify(faults.slice(0, MOST_FAULTS)));
    this.name = 'DayRefused';
    // What is told is the message alone: where it was thrown helps nobody.
    this.stack = this.message;
  }
}

export const DAY_REFUSED = 'DAY_REFUSED';
