import type { Random } from '../base/random.ts';
import { GapScan, NO_PLACE } from './gap-scan.ts';
import type { RouteBook } from './route-book.ts';

/** Routes longer than this are entered by halving. */
const LONG = 6;

/** Numbers kept for each (slot, technician): route version, cost, position, position of the store trip. */
const CELL = 4;

/**
 * Finds the cheapest place for a slot in a route. Answers are remembered for each slot and technician and
 * stay true while the route's version is the same, so after a small change nearly every answer is at hand.
 */
export class PlaceFinder {
  readonly book: RouteBook;
  /** No route has version 0, so what was never asked is not taken for an answer. */
  private readonly memory: Int32Array;
  private readonly technicians: number;
  private readonly random: Random;
  readonly gaps: GapScan;
  /** Chance that a better place is overlooked while searching (a "blink"); 0 answers exactly. */
  blink = 0;
  /** The cheapest place found since `ask`, and whose route it is in; −1 for nobody's. */
  cost = NO_PLACE;
  technician = -1;
  /** Position after which the last answer puts the slot. */
  position = 0;
  /** Position after which the last answer first sends the technician to the store, −1 for not at all. */
  storePosition = -1;

  constructor(book: RouteBook, random: Random) {
    this.book = book;
    this.random = random;
    this.technicians = book.day.technicians.length;
    this.memory = new Int32Array(book.day.slotLimit * this.technicians * CELL);
    this.gaps = new GapScan(book);
  }

  /** From now on every answer is exact; what was overlooked while searching is forgotten. */
  answerExactly(): void {
    this.blink = 0;
    this.memory.fill(0);
  }

  /** Forgets all answers about a slot whose window or duration has changed. */
  forget(slot: number): void {
    const from = slot * this.technicians * CELL;
    this.memory.fill(0, from, from + this.technicians * CELL);
  }

  /** Starts a search for the cheapest place among several technicians, below `limit` only. */
  ask(limit: number): void {
    this.cost = limit;
    this.technician = -1;
  }

  /** Whether a better place is overlooked this time. */
  readonly overlooks = (): boolean => this.blink !== 0 && this.random.unit() < this.blink;

  /** Goes on searching among `technicians[from]` … `technicians[to − 1]`. */
  askSome(slot: number, technicians: Int32Array, from: number, to: number): void {
    const { memory } = this;
    const { version } = this.book;
    const row = slot * this.technicians * CELL;
    let best = this.cost;
    let bestK = this.technician;
    for (let i = from; i < to; i++) {
      const k = technicians[i]!;
      const cell = row + k * CELL;
      const cost = memory[cell] === version[k] ? memory[cell + 1]! : this.refill(slot, k, cell);
      if (cost < best) {
        best = cost;
        bestK = k;
      }
    }
    this.cost = best;
    this.technician = bestK;
  }

  /** Goes on searching among the technicians of the slots `around`; marks in `seenIn` whom it has asked. */
  askAround(slot: number, around: Int32Array, reach: number, seenIn: Int32Array, mark: number): void {
    const { memory } = this;
    const { version, routeOf } = this.book;
    const row = slot * this.technicians * CELL;
    let best = this.cost;
    let bestK = this.technician;
    for (let j = 0; j < reach; j++) {
      const k = routeOf[around[j]!]!;
      if (k < 0 || seenIn[k] === mark) continue;
      seenIn[k] = mark;
      const cell = row + k * CELL;
      const cost = memory[cell] === version[k] ? memory[cell + 1]! : this.refill(slot, k, cell);
      if (cost < best) {
        best = cost;
        bestK = k;
      }
    }
    this.cost = best;
    this.technician = bestK;
  }

  /** Reads where the search's winner puts the slot into `position` and `storePosition`. */
  answer(slot: number): void {
    const cell = (slot * this.technicians + this.technician) * CELL;
    this.position = this.memory[cell + 2]!;
    this.storePosition = this.memory[cell + 3]!;
  }

  private refill(slot: number, k: number, cell: number): number {
    const { memory } = this;
    const cost = this.scan(slot, k);
    memory[cell] = this.book.version[k]!;
    memory[cell + 1] = cost;
    memory[cell + 2] = this.position;
    memory[cell + 3] = this.storePosition;
    return cost;
  }

  /** Looks through route k without remembering. */
  scan(slot: number, k: number): number {
    const { book } = this;
    const { day } = book;
    this.storePosition = -1;
    if (day.allowed[slot * this.technicians + k] === 0) return NO_PLACE;
    let best: number;
    if (day.general[k]! > 0) {
      best = this.gaps.best(slot, k);
      this.position = this.gaps.position;
      this.storePosition = this.gaps.storePosition;
    } else {
      const kinds = day.stockKinds;
      for (let r = 0; r < kinds; r++) {
        if (book.load[k * kinds + r]! + day.needs[slot * kinds + r]! > day.carries[k * kinds + r]!) {
          return NO_PLACE;
        }
      }
      best = this.bestPlain(slot, k);
    }
    if (best === NO_PLACE) return NO_PLACE;
    if (book.visitsOn[k] === 0) best += book.useCost;
    if (day.publishedTo[slot]! !== k) best += day.changeCost[slot]!;
    return best;
  }

  /** The hot loop: a route with windows and travel alone. */
  private bestPlain(slot: number, k: number): number {
    const { book, blink } = this;
    const { day, site, leave, latest, leg } = book;
    const { time, timeTo, cost, costTo } = day.modes[day.modeOf[k]!]!;
    const row = day.site[slot]! * day.stride;
    const opens = day.opens[slot]!;
    const arriveBy = day.arriveBy[slot]!;
    const service = day.service[slot]!;
    const base = k * book.room;
    const end = base + book.length[k]! - 1;
    let best = NO_PLACE;
    let bestAt = -1;
    let before = base + book.fixed[k]! - 1;
    if (end - before > LONG) {
      // `latest` grows along a route: what must be reached before the visit can be left lies in front of it.
      const earliestLeave = opens + service;
      let high = end - 1;
      while (before < high) {
        const middle = (before + high) >> 1;
        if (latest[middle + 1]! < earliestLeave) before = middle + 1;
        else high = middle;
      }
    }
    let beforeSite = site[before]!;
    for (; before < end; before++) {
      const left = leave[before]!;
      if (left > arriveBy) break;
      const nextSite = site[before + 1]!;
      const arrive = left + timeTo[row + beforeSite]!;
      if (arrive <= arriveBy) {
        const away = (arrive > opens ? arrive : opens) + service;
        if (away + time[row + nextSite]! <= latest[before + 1]!) {
          const extra = costTo[row + beforeSite]! + cost[row + nextSite]! - leg[before]!;
          if (extra < best && (blink === 0 || this.random.unit() >= blink)) {
            best = extra;
            bestAt = before;
          }
        }
      }
      beforeSite = nextSite;
    }
    if (bestAt < 0) return NO_PLACE;
    this.position = bestAt - base;
    return best;
  }
}
