import { NO_PLACE } from './gap-scan.ts';
import { Ties } from './ties.ts';
import type { Workspace } from './workspace.ts';

/** Up to this many technicians, all are looked at; beyond, those near the visit and idle ones first. */
const LOOK_AT_ALL = 30;
/** Visits that nobody could take are tried again a few at a time, so that a full day stays quick. */
const RETRIES = 12;

/**
 * Inserts the absent visits one by one, each at the cheapest place, in an order drawn at random from a few
 * (greedy insertion with blinks, Slack Induction by String Removals §5.2).
 */
export class Recreate {
  readonly ties: Ties;
  private readonly work: Workspace;
  private readonly keys: Float64Array;
  private readonly seenIn: Int32Array;
  private readonly remoteness: Int32Array;
  private mark = 0;
  private bestTechnician = -1;
  private bestPosition = 0;
  private bestStore = -1;
  private bestCost = NO_PLACE;

  constructor(work: Workspace) {
    this.work = work;
    this.ties = new Ties(work);
    this.keys = new Float64Array(work.day.slotLimit);
    this.seenIn = new Int32Array(work.day.technicians.length);
    this.remoteness = remotenessOf(work);
  }

  /**
   * Tries to place what is absent: all of it, or what was taken out in this trial (from index `fresh` on)
   * and a few of those that were absent before.
   */
  run(fresh: number): void {
    const { work } = this;
    if (work.absentBreakCount > 0) work.placeBreaks();
    this.ties.insertAll();
    const { day, absent } = work;
    const waiting = this.putAside(Math.min(fresh, work.absentCount));
    this.order(waiting);
    const count = work.absentCount;
    let still = waiting;
    for (let i = waiting; i < count; i++) {
      const slot = absent[i]!;
      if (day.group[slot]! < 0 && this.findPlace(slot)) {
        work.insertFound(this.bestTechnician, this.bestPosition, this.bestStore, slot);
      } else absent[still++] = slot;
    }
    work.absentCount = still;
  }

  /** Leaves most of the long absent ones at the front, untried; answers how many. */
  private putAside(fresh: number): number {
    const { absent, random } = this.work;
    if (fresh <= RETRIES) return 0;
    let waiting = fresh;
    for (let t = 0; t < RETRIES; t++) {
      const pick = random.below(waiting);
      waiting--;
      const slot = absent[pick]!;
      absent[pick] = absent[waiting]!;
      absent[waiting] = slot;
    }
    return waiting;
  }

  private findPlace(slot: number): boolean {
    const { day, book, near } = this.work;
    const m = day.technicians.length;
    const mark = ++this.mark;
    this.bestCost = NO_PLACE;
    this.bestTechnician = -1;
    const all = m <= LOOK_AT_ALL;
    if (!all) {
      const around = near.of(slot);
      for (let j = 0; j < around.length; j++) {
        const k = book.routeOf[around[j]!]!;
        if (k < 0 || this.seenIn[k] === mark) continue;
        this.seenIn[k] = mark;
        this.consider(slot, k);
      }
    }
    let idleTwin = -1;
    for (let k = 0; k < m; k++) {
      if (book.visitsOn[k]! > 0) {
        if (all) this.consider(slot, k);
      } else if (day.twin[k] !== idleTwin) {
        idleTwin = day.twin[k]!;
        this.consider(slot, k);
      }
    }
    if (this.bestTechnician < 0 && !all) {
      for (let k = 0; k < m; k++) if (this.seenIn[k] !== mark) this.consider(slot, k);
    }
    return this.bestTechnician >= 0;
  }

  private consider(slot: number, k: number): void {
    const { finder } = this.work;
    const cost = finder.best(slot, k);
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    this.bestTechnician = k;
    this.bestPosition = finder.position;
    this.bestStore = finder.storePosition;
  }

  /** Sorts the absent slots from index `from` on into the order in which they are inserted. */
  private order(from: number): void {
    const { work, keys } = this;
    const { day, random, absent } = work;
    const rule = random.below(17);
    for (let i = from; i < work.absentCount; i++) {
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
      for (; at > from && keys[at - 1]! > key; at--) {
        keys[at] = keys[at - 1]!;
        absent[at] = absent[at - 1]!;
      }
      keys[at] = key;
      absent[at] = slot;
    }
  }
}

/** Cost from the nearest start of a technician, for ordering visits from far to close. */
function remotenessOf(work: Workspace): Int32Array {
  const { day } = work;
  const { cost } = day.modes[0] ?? { cost: new Int32Array(0) };
  const starts = [...new Set(Array.from(day.startNode, (start) => day.site[start]!))];
  return Int32Array.from({ length: day.slotLimit }, (_, slot) =>
    slot < day.visitCount
      ? Math.min(NO_PLACE, ...starts.map((start) => cost[start * day.stride + day.site[slot]!]!))
      : 0,
  );
}
