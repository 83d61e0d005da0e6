import type { Day } from './compile.ts';
import {
  GAP_BEFORE,
  GAP_CELL,
  GAP_LEAVE,
  GAP_LEG,
  GAP_NEXT_LATEST,
  GAP_NEXT_SITE,
  GAP_ROUTE,
} from './gap-records.ts';
import type { RouteBook } from './route-book.ts';
import { smallest } from './smallest.ts';

/** Neighbours on either side whose gaps are looked at. Fewer is quicker and finds less. */
const REACH = 60;
/** Numbers of a neighbour: its slot, cost and time of the leg between. */
const CELL = 3;
/** Neighbour's distance and slot in one number, so that a plain numeric sort orders both. */
const SLOTS = 65_536;

/**
 * Looks for the cheapest gap behind or in front of a slot's near neighbours, in days with windows and travel
 * alone (one mode; no breaks, overtime, store or locked orders). On days of hundreds of visits this asks a few
 * dozen gaps where whole routes have hundreds.
 */
export class NearGaps {
  private readonly book: RouteBook;
  private readonly befores: (Int32Array | undefined)[] = [];
  private readonly afters: (Int32Array | undefined)[] = [];
  /** Nodes whose gap behind has been looked at in this search. */
  private readonly seen: Int32Array;
  private mark = 0;
  /** Whose route the last search found; −1 for nobody's. */
  technician = -1;
  /** Position after which it puts the slot. */
  position = 0;
  cost = 0;

  constructor(book: RouteBook) {
    this.book = book;
    this.seen = new Int32Array(book.day.nodeCount);
  }

  /** Whether a day can be searched this way. */
  static serves(day: Day): boolean {
    return day.modes.length === 1 && !day.general.includes(1) && day.visitCount < SLOTS;
  }

  /**
   * Searches for the cheapest gap below `limit`. `blink` answers whether a better gap is overlooked. Answers
   * whether one was found.
   */
  search(slot: number, limit: number, blink: () => boolean): boolean {
    const { book, seen } = this;
    const { day, positionOf } = book;
    const { cells } = book.gaps;
    const { time, timeTo, cost, costTo } = day.modes[0]!;
    const row = day.site[slot]! * day.stride;
    const opens = day.opens[slot]!;
    const arriveBy = day.arriveBy[slot]!;
    const service = day.service[slot]!;
    const befores = this.beforesOf(slot);
    const afters = this.aftersOf(slot);
    const mark = ++this.mark;
    let best = limit;
    let bestK = -1;
    let bestBehind = -1;
    for (let j = 0; j < befores.length; j += CELL) {
      const behind = befores[j]!;
      seen[behind] = mark;
      const cell = behind * GAP_CELL;
      const k = cells[cell + GAP_ROUTE]!;
      if (k < 0) continue;
      const next = row + cells[cell + GAP_NEXT_SITE]!;
      const legs = befores[j + 1]! + cost[next]! - cells[cell + GAP_LEG]!;
      if (legs >= best) continue;
      const arrive = cells[cell + GAP_LEAVE]! + befores[j + 2]!;
      if (arrive > arriveBy) continue;
      const away = (arrive > opens ? arrive : opens) + service;
      if (away + time[next]! > cells[cell + GAP_NEXT_LATEST]!) continue;
      const extra = legs + this.changes(slot, k);
      if (extra >= best || !this.mayTake(slot, k, behind) || blink()) continue;
      best = extra;
      bestK = k;
      bestBehind = behind;
    }
    for (let j = 0; j < afters.length; j += CELL) {
      const after = afters[j]! * GAP_CELL;
      const k = cells[after + GAP_ROUTE]!;
      if (k < 0) continue;
      const behind = cells[after + GAP_BEFORE]!;
      if (seen[behind] === mark) continue;
      const cell = behind * GAP_CELL;
      const here = row + day.site[behind]!;
      const legs = costTo[here]! + afters[j + 1]! - cells[cell + GAP_LEG]!;
      if (legs >= best) continue;
      const arrive = cells[cell + GAP_LEAVE]! + timeTo[here]!;
      if (arrive > arriveBy) continue;
      const away = (arrive > opens ? arrive : opens) + service;
      if (away + afters[j + 2]! > cells[cell + GAP_NEXT_LATEST]!) continue;
      const extra = legs + this.changes(slot, k);
      if (extra >= best || !this.mayTake(slot, k, behind) || blink()) continue;
      best = extra;
      bestK = k;
      bestBehind = behind;
    }
    this.technician = bestK;
    if (bestK < 0) return false;
    this.cost = best;
    this.position = positionOf[bestBehind]!;
    return true;
  }

  /** What it costs to take a slot away from its published technician. */
  private changes(slot: number, k: number): number {
    const { day } = this.book;
    return day.publishedTo[slot]! === k ? 0 : day.changeCost[slot]!;
  }

  /** Whether technician k may serve a slot behind a node: suited, with room, and not before what is fixed. */
  private mayTake(slot: number, k: number, behind: number): boolean {
    const { book } = this;
    const { day } = book;
    if (day.allowed[slot * day.technicians.length + k] === 0) return false;
    if (book.positionOf[behind]! < book.fixed[k]! - 1) return false;
    const kinds = day.stockKinds;
    for (let r = 0; r < kinds; r++) {
      if (book.load[k * kinds + r]! + day.needs[slot * kinds + r]! > day.carries[k * kinds + r]!)
        return false;
    }
    return true;
  }

  private beforesOf(slot: number): Int32Array {
    let list = this.befores[slot];
    if (list === undefined) {
      list = this.nearest(slot, true);
      this.befores[slot] = list;
    }
    return list;
  }

  private aftersOf(slot: number): Int32Array {
    let list = this.afters[slot];
    if (list === undefined) {
      list = this.nearest(slot, false);
      this.afters[slot] = list;
    }
    return list;
  }

  /** The nearest visits that the slot can be behind (`before`) or in front of, by their windows. */
  private nearest(slot: number, before: boolean): Int32Array {
    const { day } = this.book;
    const { time, cost } = day.modes[0]!;
    const { stride, opens, arriveBy, service, site } = day;
    const keys = new Float64Array(day.visitCount);
    let count = 0;
    for (let other = 0; other < day.visitCount; other++) {
      if (other === slot) continue;
      const first = before ? other : slot;
      const second = before ? slot : other;
      const leg = site[first]! * stride + site[second]!;
      if (opens[first]! + service[first]! + time[leg]! > arriveBy[second]!) continue;
      keys[count++] = cost[leg]! * SLOTS + other;
    }
    const sorted = smallest(keys, count, REACH);
    const list = new Int32Array(sorted.length * CELL);
    for (let j = 0; j < list.length; j += CELL) {
      const other = sorted[j / CELL]! % SLOTS;
      const leg = before ? site[other]! * stride + site[slot]! : site[slot]! * stride + site[other]!;
      list[j] = other;
      list[j + 1] = cost[leg]!;
      list[j + 2] = time[leg]!;
    }
    return list;
  }
}
