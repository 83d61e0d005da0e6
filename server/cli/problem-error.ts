/** A problem file that cannot be planned, with everything that is wrong with it. */
export class ProblemError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ProblemError';
  }
}
