import { NO_PLACE } from './gap-scan.ts';
import { NearGaps } from './near-gaps.ts';
import { Ties } from './ties.ts';
import type { Workspace } from './workspace.ts';

/** Up to this many routes, all are looked at; beyond, those of so many nearest visits first. */
const LOOK_AT_ALL = 50;
const LOOK_AROUND = 80;
/** Visits that nobody could take are tried again a few at a time, so that a full day stays quick. */
const RETRIES = 12;
/**
 * With so few visits, or where routes without breaks are as short as this and few enough to look at all, whole routes are asked as
 * quickly as the gaps beside neighbours and find more: what was answered stays true for all routes that have not changed.
 */
const FEW_VISITS = 120;
const SHORT_ROUTE = 15;
/** Visits between two questions whether a first plan has to come to an end. */
const ASKS_EVERY = 16;

/** Ways to draw an order of insertion, some of them by several numbers, and the one that a first plan uses. */
const ORDERS = 17;
const NARROWEST = ORDERS;
/** More than the farthest visit is away. */
const FAR = 2 ** 20;

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
  private readonly candidates: Int32Array;
  private usedCount = 0;
  private idleCount = 0;
  private listedFor = -1;
  private readonly asksNear: boolean;
  private readonly isPlain: boolean;
  private nearGaps: NearGaps | undefined;
  private asksAll = false;

  constructor(work: Workspace) {
    this.work = work;
    this.ties = new Ties(work);
    this.keys = new Float64Array(work.day.slotLimit);
    this.seenIn = new Int32Array(work.day.technicians.length);
    this.candidates = new Int32Array(work.day.technicians.length);
    this.remoteness = remotenessOf(work);
    this.asksNear = work.day.visitCount > FEW_VISITS && NearGaps.serves(work.day);
    this.isPlain = work.day.general.every((general) => general === 0);
  }

  /**
   * Tries to place what is absent: all of it, or what was taken out in this trial (from index `fresh` on)
   * and a few of those that were absent before. With a `limit`, gives up and answers false as soon as the routes
   * cannot hold everyone for less; the trial must then be undone.
   */
  run(fresh: number, limit = Infinity): boolean {
    return this.insert(fresh, limit, this.work.random.below(ORDERS));
  }

  /**
   * Tries to place all that is absent, those with the least time to begin first, of these the farthest first. Whole
   * routes are asked: for one visit that is quicker than finding out who its neighbours are. False when `isOver` said so before
   * all were tried.
   */
  runAll(isOver: () => boolean): boolean {
    this.asksAll = true;
    const tried = this.insert(0, Infinity, NARROWEST, isOver);
    this.asksAll = false;
    return tried;
  }

  private insert(fresh: number, limit: number, rule: number, isOver?: () => boolean): boolean {
    const { work } = this;
    if (work.absentBreakCount > 0) work.placeBreaks();
    this.ties.insertAll();
    const { day, absent, finder } = work;
    const waiting = this.putAside(Math.min(fresh, work.absentCount));
    this.order(waiting, rule);
    const count = work.absentCount;
    let still = waiting;
    let over = false;
    for (let i = waiting; i < count; i++) {
      const slot = absent[i]!;
      if (isOver !== undefined && (over || ((i & (ASKS_EVERY - 1)) === 0 && isOver()))) {
        over = true;
        absent[still++] = slot;
        continue;
      }
      const room = limit - work.book.cost;
      if (day.group[slot]! < 0 && this.findPlace(slot, room < NO_PLACE ? Math.ceil(room) : NO_PLACE)) {
        work.insertFound(finder.technician, finder.position, finder.storePosition, slot);
      } else if (limit < Infinity) return false;
      else absent[still++] = slot;
    }
    work.absentCount = still;
    return !over;
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

  /** Whether the finder has found a place that costs less than `limit`; `finder.technician` then says whose. */
  private findPlace(slot: number, limit: number): boolean {
    const { finder, near } = this.work;
    this.listCandidates();
    const { candidates, usedCount, idleCount } = this;
    const all = this.asksAll || usedCount <= LOOK_AT_ALL;
    if (this.asksNear && !(all && this.hasShortRoutes())) return this.findNear(slot, limit);
    finder.ask(limit);
    if (all) finder.askSome(slot, candidates, 0, usedCount + idleCount);
    else {
      const around = near.of(slot);
      const reach = around.length < LOOK_AROUND ? around.length : LOOK_AROUND;
      finder.askAround(slot, around, reach, this.seenIn, ++this.mark);
      finder.askSome(slot, candidates, usedCount, usedCount + idleCount);
      if (finder.technician < 0 && limit === NO_PLACE) finder.askSome(slot, candidates, 0, usedCount);
    }
    if (finder.technician < 0) return false;
    finder.answer(slot);
    return true;
  }

  private hasShortRoutes(): boolean {
    return this.asksAll || (this.isPlain && this.work.day.visitCount <= SHORT_ROUTE * this.usedCount);
  }

  /** The same among the gaps beside the slot's neighbours, the idle technicians and, where there is no limit, all. */
  private findNear(slot: number, limit: number): boolean {
    const { book, finder } = this.work;
    this.nearGaps ??= new NearGaps(book);
    const gaps = this.nearGaps;
    const { candidates, usedCount, idleCount } = this;
    const found = gaps.search(slot, limit, finder.overlooks);
    finder.ask(found ? gaps.cost : limit);
    finder.askSome(slot, candidates, usedCount, usedCount + idleCount);
    if (finder.technician >= 0) finder.answer(slot);
    else if (found) {
      finder.technician = gaps.technician;
      finder.position = gaps.position;
      finder.storePosition = -1;
    } else if (limit === NO_PLACE) {
      finder.askSome(slot, candidates, 0, usedCount);
      if (finder.technician >= 0) finder.answer(slot);
    }
    return finder.technician >= 0;
  }

  /** Lists technicians with visits and, behind them, one idle technician of each kind. */
  private listCandidates(): void {
    const { day, book } = this.work;
    if (this.listedFor === book.idleVersion) return;
    this.listedFor = book.idleVersion;
    const m = day.technicians.length;
    const { candidates } = this;
    let used = 0;
    for (let k = 0; k < m; k++) if (book.visitsOn[k]! > 0) candidates[used++] = k;
    let idle = 0;
    const mark = ++this.mark;
    for (let k = 0; k < m; k++) {
      if (book.visitsOn[k]! > 0 || this.seenIn[day.twin[k]!] === mark) continue;
      this.seenIn[day.twin[k]!] = mark;
      candidates[used + idle++] = k;
    }
    this.usedCount = used;
    this.idleCount = idle;
  }

  /** Sorts the absent slots from index `from` on into the order in which they are inserted. */
  private order(from: number, rule: number): void {
    const { work, keys } = this;
    const { day, random, absent } = work;
    for (let i = from; i < work.absentCount; i++) {
      const slot = absent[i]!;
      let key: number;
      if (rule < 4) key = random.unit();
      else if (rule < 8) key = day.stockKinds > 0 ? -day.needs[slot * day.stockKinds]! : -day.service[slot]!;
      else if (rule < 10) key = -this.remoteness[slot]!;
      else if (rule < 11) key = this.remoteness[slot]!;
      else if (rule < 13) key = day.arriveBy[slot]! - day.opens[slot]!;
      else if (rule < 15) key = day.opens[slot]!;
      else if (rule < ORDERS) key = -day.arriveBy[slot]!;
      else key = (day.arriveBy[slot]! - day.opens[slot]!) * FAR - this.remoteness[slot]!;
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
