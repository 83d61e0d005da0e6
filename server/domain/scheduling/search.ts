import { type Random, seededRandom } from '../base/random.ts';
import type { Day } from './compile.ts';
import { NO_PLACE, PlaceFinder } from './insertion.ts';
import { Neighbours } from './neighbours.ts';
import { RouteBook } from './route-book.ts';

export interface SearchOptions {
  readonly seed: number;
  /** Share of the budget spent, from 0 up; the search stops at 1. Called now and then. */
  readonly spent: (iterations: number) => number;
  readonly hot: number;
  readonly cold: number;
  readonly strings: number;
  readonly longest: number;
  readonly blink: number;
}

const NEIGHBOURS = 100;
const CLOCK_EVERY = 256;

/** Ruin and recreate under annealing. */
export class Search {
  readonly day: Day;
  readonly book: RouteBook;
  readonly finder: PlaceFinder;
  readonly random: Random;
  readonly near: Neighbours;
  readonly absent: Int32Array;
  absentCount = 0;
  iterations = 0;
  bestCost = Infinity;
  bestWeight = Infinity;
  private readonly savedAbsent: Int32Array;
  private savedAbsentCount = 0;
  private readonly keys: Float64Array;
  private readonly ruinedIn: Int32Array;
  private readonly seenIn: Int32Array;
  private mark = 0;
  private readonly remoteness: Int32Array;
  private bestRoutes: Int32Array[] = [];

  constructor(day: Day, seed: number) {
    this.day = day;
    this.book = new RouteBook(day);
    this.random = seededRandom(seed);
    this.finder = new PlaceFinder(this.book, this.random);
    this.near = new Neighbours(day, NEIGHBOURS);
    this.absent = new Int32Array(day.slotLimit);
    this.savedAbsent = new Int32Array(day.slotLimit);
    this.keys = new Float64Array(day.slotLimit);
    this.ruinedIn = new Int32Array(day.technicians.length);
    this.seenIn = new Int32Array(day.technicians.length);
    this.remoteness = new Int32Array(day.slotLimit);
    const { cost } = day.modes[0]!;
    for (let slot = 0; slot < day.visitCount; slot++) {
      this.absent[this.absentCount++] = slot;
      let nearest = NO_PLACE;
      for (let k = 0; k < day.technicians.length; k++) {
        const away = cost[day.site[day.startNode[k]!]! * day.stride + day.site[slot]!]!;
        if (away < nearest) nearest = away;
      }
      this.remoteness[slot] = nearest;
    }
  }

  run(options: SearchOptions): void {
    const { book, random } = this;
    this.finder.blink = 0;
    this.recreate();
    this.keepBest();
    this.finder.blink = options.blink;
    const cooling = Math.log(options.cold / options.hot);
    let temperature = options.hot;
    let weight = this.absentWeight();
    for (;;) {
      if (this.iterations % CLOCK_EVERY === 0) {
        const spent = options.spent(this.iterations);
        if (spent >= 1) break;
        temperature = options.hot * Math.exp(cooling * spent);
      }
      this.iterations++;
      const before = book.cost;
      book.beginTrial();
      this.savedAbsentCount = this.absentCount;
      for (let i = 0; i < this.absentCount; i++) this.savedAbsent[i] = this.absent[i]!;
      let fine = this.ruin(options);
      if (fine) {
        this.recreate();
        const now = this.absentCount === 0 ? 0 : this.absentWeight();
        fine = now < weight || (now === weight && book.cost < before - temperature * Math.log(random.unit()));
        if (fine) {
          weight = now;
          if (weight < this.bestWeight || (weight === this.bestWeight && book.cost < this.bestCost))
            this.keepBest();
        }
      }
      if (!fine) this.undo();
    }
    this.restoreBest();
  }

  private undo(): void {
    const { book } = this;
    for (let i = 0; i < this.savedAbsentCount; i++) book.routeOf[this.savedAbsent[i]!] = -1;
    book.rollback();
    this.absentCount = this.savedAbsentCount;
    for (let i = 0; i < this.absentCount; i++) this.absent[i] = this.savedAbsent[i]!;
  }

  private absentWeight(): number {
    let sum = 0;
    for (let i = 0; i < this.absentCount; i++) sum += this.day.weight[this.absent[i]!]!;
    return sum;
  }

  private keepBest(): void {
    const { book } = this;
    this.bestCost = book.cost;
    this.bestWeight = this.absentWeight();
    for (let k = 0; k < this.day.technicians.length; k++) {
      const length = book.length[k]!;
      let kept = this.bestRoutes[k];
      if (kept === undefined || kept.length < length) {
        kept = new Int32Array(length + 16);
        this.bestRoutes[k] = kept;
      }
      for (let p = 0; p < length; p++) kept[p] = book.node[k * book.room + p]!;
    }
  }

  private restoreBest(): void {
    const { book, day } = this;
    for (let k = 0; k < day.technicians.length; k++) {
      const inner = book.length[k]! - 2;
      if (inner > 0) book.remove(k, 1, inner);
    }
    this.absentCount = 0;
    for (let k = 0; k < day.technicians.length; k++) {
      const kept = this.bestRoutes[k]!;
      for (let p = 1; kept[p] !== day.endNode[k]; p++) book.insert(k, p - 1, kept[p]!);
    }
    for (let slot = 0; slot < day.visitCount; slot++) {
      if (book.routeOf[slot]! < 0) this.absent[this.absentCount++] = slot;
    }
  }

  private ruin(options: SearchOptions): boolean {
    const { book, random, day } = this;
    const n = day.visitCount;
    let used = 0;
    for (let k = 0; k < day.technicians.length; k++) if (book.visitsOn[k]! > 0) used++;
    if (used === 0) return true;
    const mean = (n - this.absentCount) / used;
    const longest = Math.min(options.longest, mean);
    const most = (4 * options.strings) / (1 + longest) - 1;
    let left = Math.floor(random.unit() * most + 1);
    const mark = ++this.mark;
    const seed = random.below(n);
    const around = this.near.of(seed);
    for (let i = -1; i < around.length && left > 0; i++) {
      const slot = i < 0 ? seed : around[i]!;
      const k = book.routeOf[slot]!;
      if (k < 0 || this.ruinedIn[k] === mark) continue;
      this.ruinedIn[k] = mark;
      left--;
      if (!this.removeString(k, slot, longest)) return false;
    }
    return true;
  }

  private removeString(k: number, slot: number, longest: number): boolean {
    const { book, random } = this;
    const first = book.fixed[k]!;
    const open = book.length[k]! - 1 - first;
    const position = book.positionOf[slot]!;
    const size = Math.min(open, Math.floor(random.unit() * Math.min(open, longest) + 1));
    if (size > 1 && size < open && random.unit() < 0.5) {
      let kept = 1;
      while (size + kept < open && random.unit() > 0.01) kept++;
      return this.removeSplit(k, position, size, kept, first, open);
    }
    const lowest = Math.max(first, position - size + 1);
    const highest = Math.min(position, first + open - size);
    const from = lowest + random.below(highest - lowest + 1);
    return this.removeBlock(k, from, size);
  }

  private removeSplit(
    k: number,
    position: number,
    size: number,
    kept: number,
    first: number,
    open: number,
  ): boolean {
    const { random } = this;
    const whole = size + kept;
    const lowest = Math.max(first, position - whole + 1);
    const highest = Math.min(position, first + open - whole);
    const from = lowest + random.below(highest - lowest + 1);
    const head = 1 + random.below(size - 1);
    return this.removeBlock(k, from + head + kept, size - head) && this.removeBlock(k, from, head);
  }

  private removeBlock(k: number, from: number, count: number): boolean {
    const { book } = this;
    for (let p = from; p < from + count; p++) this.absent[this.absentCount++] = book.node[k * book.room + p]!;
    return book.remove(k, from, count);
  }

  private recreate(): void {
    const { book, day, finder, absent } = this;
    this.order();
    const count = this.absentCount;
    const m = day.technicians.length;
    let still = 0;
    for (let i = 0; i < count; i++) {
      const slot = absent[i]!;
      const mark = ++this.mark;
      let best = NO_PLACE;
      let bestK = -1;
      let bestAt = 0;
      const consider = (k: number): void => {
        const cost = finder.best(slot, k);
        if (cost < best) {
          best = cost;
          bestK = k;
          bestAt = finder.position;
        }
      };
      if (m > 30) {
        const around = this.near.of(slot);
        for (let j = 0; j < around.length; j++) {
          const k = book.routeOf[around[j]!]!;
          if (k < 0 || this.seenIn[k] === mark) continue;
          this.seenIn[k] = mark;
          consider(k);
        }
      }
      let idle = -1;
      for (let k = 0; k < m; k++) {
        if (book.visitsOn[k]! === 0) {
          if (day.twin[k] === idle) continue;
          idle = day.twin[k]!;
          consider(k);
        } else if (m <= 30) consider(k);
      }
      if (bestK < 0 && m > 30) {
        for (let k = 0; k < m; k++) if (this.seenIn[k] !== mark) consider(k);
      }
      if (bestK < 0) absent[still++] = slot;
      else book.insert(bestK, bestAt, slot);
    }
    this.absentCount = still;
  }

  /** Puts the absent slots into the order in which they are inserted. */
  private order(): void {
    const { day, random, keys, absent } = this;
    const rule = random.below(17);
    for (let i = 0; i < this.absentCount; i++) {
      const slot = absent[i]!;
      let key: number;
      if (rule < 4) key = random.unit();
      else if (rule < 8) key = day.stockKinds > 0 ? -day.needs[slot * day.stockKinds]! : -day.service[slot]!;
      else if (rule < 10) key = -this.remoteness[slot]!;
      else if (rule < 11) key = this.remoteness[slot]!;
      else if (rule < 13) key = day.arriveBy[slot]! - day.opens[slot]!;
      else if (rule < 15) key = day.opens[slot]!;
      else key = -day.arriveBy[slot]!;
      let at = i;
      for (; at > 0 && keys[at - 1]! > key; at--) {
        keys[at] = keys[at - 1]!;
        absent[at] = absent[at - 1]!;
      }
      keys[at] = key;
      absent[at] = slot;
    }
  }
}
