import { Cooling, type Heat } from './cooling.ts';
import { Recreate } from './recreate.ts';
import { RoutePool } from './route-pool.ts';
import { Ruin, type RuinSize } from './ruin.ts';
import { Snapshot } from './snapshot.ts';
import type { Workspace } from './workspace.ts';

export interface SearchOptions extends RuinSize, Heat {
  /** Share of the budget that is spent, from 0 up; the search stops at 1. Asked every `CLOCK_EVERY` trials. */
  readonly spent: (iterations: number) => number;
  /** Anneals once only, however many trials the budget holds: what is there is polished and not shaken anew. */
  readonly once?: boolean;
  /** Chance of overlooking a better place when inserting. */
  readonly blink: number;
  /** Share of the budget for serving everyone before travel is looked at. */
  readonly serveAllShare?: number;
  /** Told of each better plan, at most every `CLOCK_EVERY` trials. */
  readonly onBetter?: (search: Search) => void;
}

export const CLOCK_EVERY = 64;
/** The first trials take longer: they find out who is whose neighbour. */
const CLOCK_EVERY_AT_FIRST = 4;

/** Trials for each visit that are enough for one anneal. */
const TRIALS_A_VISIT = 600;
/** Plans so much dearer than the best still have routes worth keeping. */
const NEARLY_AS_GOOD = 1.04;

/** Used where the options name none. */
const SERVE_ALL_SHARE = 0.3;

/**
 * Ruin and recreate under annealing: take some neighbouring visits out, put them back greedily, keep the
 * result if it serves more, or serves as many and costs less or not much more, the less the later it is. Small days are annealed
 * several times, and the best plan is then made of the routes of all.
 */
export class Search {
  readonly work: Workspace;
  iterations = 0;
  readonly best: Snapshot;
  private readonly ruin: Ruin;
  private readonly recreate: Recreate;
  private readonly savedAbsent: Int32Array;
  private savedAbsentCount = 0;
  private readonly savedBreaks: Int32Array;
  private savedBreakCount = 0;
  /** How often each slot stayed absent: who is hard to place counts more while serving everyone. */
  private readonly misses: Int32Array;
  private weight = 0;
  private missSum = 0;

  constructor(work: Workspace) {
    this.work = work;
    this.ruin = new Ruin(work);
    this.recreate = new Recreate(work);
    this.best = new Snapshot(work);
    this.savedAbsent = new Int32Array(work.absent.length);
    this.savedBreaks = new Int32Array(work.absentBreaks.length);
    this.misses = new Int32Array(work.day.slotLimit).fill(1);
  }

  /**
   * Places everything absent that finds a place, holding deadlines as strictly as they can be. Stops when `isOver`, asked now and
   * then, says so: what has not been tried by then stays absent, and `run` leaves it so.
   */
  construct(isOver: () => boolean = () => false): void {
    const { work, recreate } = this;
    work.finder.blink = 0;
    work.cutShort = !recreate.runAll(isOver);
    for (const hold of ['strict', 'released'] as const) {
      if (work.absentCount === 0 || work.cutShort) break;
      work.loosen(hold);
      work.cutShort = !recreate.runAll(isOver);
    }
    this.best.take();
  }

  run(options: SearchOptions): void {
    if (this.work.cutShort) return;
    const { work, best } = this;
    const { book, random } = work;
    work.finder.blink = options.blink;
    const cooling = new Cooling(options, options.once ? Infinity : TRIALS_A_VISIT * work.day.visitCount);
    const pool = RoutePool.serves(work.day) ? new RoutePool(work) : undefined;
    let serving = best.weight > 0;
    let told = best.taken;
    this.weight = best.weight;
    this.missSum = this.missesOfAbsent();
    for (;;) {
      if (this.iterations % (this.iterations < CLOCK_EVERY ? CLOCK_EVERY_AT_FIRST : CLOCK_EVERY) === 0) {
        const spent = options.spent(this.iterations);
        if (spent >= 1) break;
        if (cooling.advance(spent, this.iterations)) this.beginAgain(pool);
        if (cooling.anneals > 1 && work.absentCount === 0 && book.cost < best.cost * NEARLY_AS_GOOD)
          pool?.gather();
        if (serving && (best.weight === 0 || spent > (options.serveAllShare ?? SERVE_ALL_SHARE))) {
          serving = false;
          best.restore();
          this.weight = best.weight;
        }
        if (best.taken !== told) {
          told = best.taken;
          options.onBetter?.(this);
        }
      }
      this.iterations++;
      const before = book.cost;
      this.begin();
      const fits = this.ruin.run(options) && this.recreate.ties.removeBroken();
      if (!fits) {
        this.undo();
        continue;
      }
      const limit = before - cooling.temperature * Math.log(random.unit());
      // While nobody is left out, a trial that leaves somebody out or costs more than the limit is not finished.
      if (!this.recreate.run(this.savedAbsentCount, this.weight === 0 ? limit : Infinity)) {
        this.undo();
        continue;
      }
      const weight = work.absentCount === 0 ? 0 : work.absentWeight();
      // One that costs the same has mostly come back to the same plan: undone, its routes keep what is remembered of them.
      const taken =
        work.absentBreakCount <= this.savedBreakCount &&
        (weight < this.weight ||
          (weight === this.weight && book.cost < limit && book.cost !== before) ||
          (serving && this.missesLess()));
      if (!taken) {
        this.undo();
        continue;
      }
      this.weight = weight;
      if (serving) this.missSum = this.missesOfAbsent();
      if (weight < best.weight || (weight === best.weight && book.cost < best.cost)) best.take();
    }
    best.restore();
    work.finder.answerExactly();
    if (work.absentCount + work.absentBreakCount > 0) this.recreate.run(0);
  }

  /** Goes on from the best plan, or from the better one that the routes kept make. */
  private beginAgain(pool: RoutePool | undefined): void {
    const { best } = this;
    best.restore();
    if (pool?.recombine()) best.take();
    best.restore();
    this.weight = best.weight;
    this.missSum = this.missesOfAbsent();
  }

  private begin(): void {
    const { work } = this;
    work.book.beginTrial();
    this.recreate.ties.save();
    this.savedAbsentCount = work.absentCount;
    for (let i = 0; i < work.absentCount; i++) this.savedAbsent[i] = work.absent[i]!;
    this.savedBreakCount = work.absentBreakCount;
    for (let i = 0; i < work.absentBreakCount; i++) this.savedBreaks[i] = work.absentBreaks[i]!;
  }

  private undo(): void {
    const { work } = this;
    for (let i = 0; i < this.savedAbsentCount; i++) {
      work.book.markAbsent(this.savedAbsent[i]!);
      work.absent[i] = this.savedAbsent[i]!;
    }
    for (let i = 0; i < this.savedBreakCount; i++) {
      work.book.markAbsent(this.savedBreaks[i]!);
      work.absentBreaks[i] = this.savedBreaks[i]!;
    }
    work.absentCount = this.savedAbsentCount;
    work.absentBreakCount = this.savedBreakCount;
    work.book.rollback();
    this.recreate.ties.rollback();
  }

  private missesOfAbsent(): number {
    const { work, misses } = this;
    let sum = 0;
    for (let i = 0; i < work.absentCount; i++) sum += misses[work.absent[i]!]!;
    return sum;
  }

  /** Whether those absent now are easier to place than those before; counts them as missed once more. */
  private missesLess(): boolean {
    const { work, misses } = this;
    const sum = this.missesOfAbsent();
    for (let i = 0; i < work.absentCount; i++) misses[work.absent[i]!]!++;
    return sum < this.missSum;
  }
}
