import type { Workspace } from './workspace.ts';

export interface RuinSize {
  /** Visits taken out in a trial, on average. */
  readonly average: number;
  /** Longest string of stops taken from one route. */
  readonly longestString: number;
}

/** Chance that a string keeps a piece in its middle, and that the piece grows no further. */
const SPLIT = 0.5;
const SPLIT_STOPS = 0.01;

/** Routes of more stops than this, on average, are long: a few stops taken out of them mostly come back to where they were. */
const LONG_ROUTE = 15;
/** Chance that a trial takes out more of long routes, its size, the longest string as a share of a route, and how its gaps grow. */
const LARGE_CHANCE = 0.3;
const LARGE: RuinSize = { average: 15, longestString: 30 };
const LARGE_SHARE = 0.6;
const LARGE_SPLIT_STOPS = 0.1;

/** Chance that a trial begins at a visit that nobody has published yet: around these a plan in force is not yet good. */
const NEW_CHANCE = 0.3;

/**
 * Takes strings of neighbouring stops out of the routes around a random visit (adjacent string removal,
 * Christiaens & Vanden Berghe 2020, Slack Induction by String Removals, §5.1), now and then larger ones out of long routes.
 */
export class Ruin {
  private readonly work: Workspace;
  private readonly ruinedIn: Int32Array;
  private mark = 0;
  /** Slots that came after the plan in force was published; none where nothing is published. */
  private readonly added: readonly number[];

  constructor(work: Workspace) {
    const { day } = work;
    this.work = work;
    this.ruinedIn = new Int32Array(day.technicians.length);
    const isAdded = (slot: number): boolean => day.publishedTo[slot]! < 0;
    const added = Array.from({ length: day.visitCount }, (_, slot) => slot).filter(isAdded);
    this.added = added.length < day.visitCount ? added : [];
  }

  /** False when what is left does not fit; the trial must then be undone. */
  run(size: RuinSize): boolean {
    const { work } = this;
    const { book, random, day } = work;
    let used = 0;
    for (let k = 0; k < day.technicians.length; k++) if (book.visitsOn[k]! > 0) used++;
    if (used === 0) return true;
    const mean = (day.visitCount - work.absentCount) / used;
    const isLarge = mean > LONG_ROUTE && random.unit() < LARGE_CHANCE;
    const { average, longestString } = isLarge ? LARGE : size;
    const longest = Math.min(longestString, isLarge ? mean * LARGE_SHARE : mean);
    const splitStops = isLarge ? LARGE_SPLIT_STOPS : SPLIT_STOPS;
    const most = (4 * average) / (1 + longest) - 1;
    let strings = Math.floor(random.unit() * most + 1);
    const mark = ++this.mark;
    const seed = this.seed();
    const around = work.near.of(seed);
    for (let i = -1; i < around.length && strings > 0; i++) {
      const slot = i < 0 ? seed : around[i]!;
      const k = book.routeOf[slot]!;
      if (k < 0 || this.ruinedIn[k] === mark || book.positionOf[slot]! < book.fixed[k]!) continue;
      this.ruinedIn[k] = mark;
      strings--;
      if (!this.takeString(k, book.positionOf[slot]!, longest, splitStops)) return false;
    }
    return true;
  }

  private seed(): number {
    const { added } = this;
    const { random, day } = this.work;
    if (added.length > 0 && random.unit() < NEW_CHANCE) return added[random.below(added.length)]!;
    return random.below(day.visitCount);
  }

  private takeString(k: number, position: number, longest: number, splitStops: number): boolean {
    const { book, random } = this.work;
    const first = book.fixed[k]!;
    const open = book.length[k]! - 1 - first;
    const size = Math.min(open, Math.floor(random.unit() * Math.min(open, longest) + 1));
    let kept = 0;
    if (size > 1 && size < open && random.unit() < SPLIT) {
      kept = 1;
      while (size + kept < open && random.unit() > splitStops) kept++;
    }
    const whole = size + kept;
    const lowest = Math.max(first, position - whole + 1);
    const highest = Math.min(position, first + open - whole);
    const from = lowest + random.below(highest - lowest + 1);
    if (kept === 0) return this.take(k, from, size);
    const head = 1 + random.below(size - 1);
    return this.take(k, from + head + kept, size - head) && this.take(k, from, head);
  }

  private take(k: number, from: number, count: number): boolean {
    return this.work.removeBlock(k, from, count) && this.keepStocked(k);
  }

  /** Without its trip to the store a route keeps only what the bag allows; a needless trip is dropped. */
  private keepStocked(k: number): boolean {
    const { work } = this;
    const { book, day } = work;
    if (day.stockKinds === 0 || day.site[day.storeNode[k]!]! < 0) return true;
    for (let p = book.length[k]! - 2; p >= book.fixed[k]! && !this.isStocked(k, false); p--) {
      if (book.storeAt[k]! >= 0) break;
      const n = book.node[k * book.room + p]!;
      if (n < day.visitCount && this.needsMissing(k, n) && !work.removeBlock(k, p, 1)) return false;
    }
    const storeAt = book.storeAt[k]!;
    if (storeAt >= 0 && this.isStocked(k, true)) return book.remove(k, storeAt, 1);
    return true;
  }

  /** Whether the bag lasts, for the stops before the store or (`all`) for the whole route. */
  private isStocked(k: number, all: boolean): boolean {
    const { book, day } = this.work;
    const kinds = day.stockKinds;
    for (let r = 0; r < kinds; r++) {
      let used = book.load[k * kinds + r]!;
      for (let p = all ? book.storeAt[k]! + 1 : book.length[k]!; p < book.length[k]! - 1; p++) {
        const n = book.node[k * book.room + p]!;
        if (n < day.visitCount) used += day.needs[n * kinds + r]!;
      }
      if (used > day.carries[k * kinds + r]!) return false;
    }
    return true;
  }

  private needsMissing(k: number, slot: number): boolean {
    const { book, day } = this.work;
    const kinds = day.stockKinds;
    for (let r = 0; r < kinds; r++) {
      if (day.needs[slot * kinds + r]! > 0 && book.load[k * kinds + r]! > day.carries[k * kinds + r]!)
        return true;
    }
    return false;
  }
}
