const FAILURES = 3;
const REST_MS = 15_000;
const LONGEST_REST_MS = 5 * 60_000;

/** Keeps from asking a server that does not answer: after three failures in a row it rests, longer each time, then one ask may try. */
export class Circuit {
  private readonly now: () => number;
  private failures = 0;
  private restMs = REST_MS;
  private restsUntil = 0;
  private isTrying = false;

  /** `now` in milliseconds; it must not be set back. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Whether it may be asked now. A true after a rest is for one ask; what became of it must be told. */
  mayAsk(): boolean {
    if (this.failures < FAILURES) return true;
    if (this.isTrying || this.now() < this.restsUntil) return false;
    this.isTrying = true;
    return true;
  }

  /** The last ask was answered. */
  get isWell(): boolean {
    return this.failures === 0;
  }

  get isResting(): boolean {
    return this.failures >= FAILURES;
  }

  answered(): void {
    this.failures = 0;
    this.restMs = REST_MS;
    this.isTrying = false;
  }

  failed(): void {
    this.failures++;
    this.isTrying = false;
    if (this.failures < FAILURES) return;
    this.restsUntil = this.now() + this.restMs;
    this.restMs = Math.min(LONGEST_REST_MS, this.restMs * 2);
  }
}
