import { LATEST } from './constraints.ts';
import type { Day } from './day.ts';
import {
  BEHIND,
  GAP_AFTER,
  GAP_BEFORE,
  GAP_CELL,
  GAP_LEAVE,
  GAP_LEG,
  GAP_NEXT_LATEST,
  GAP_NEXT_SITE,
  GAP_ROUTE,
  GAP_SITE,
  type GapRecords,
  IN_FRONT,
} from './gap-records.ts';
import type { RouteBook } from './route-book.ts';
import { Sharing } from './sharing.ts';
import { smallest } from './smallest.ts';
import { beginAt } from './timeline.ts';

/** Neighbours on either side whose gaps are looked at. Fewer is quicker and finds less. */
const REACH = 60;
/** Neighbour's distance, node and side in one number, so that a plain numeric sort orders all and one load reads all. */
const SIDES = 65_536;
/** Distances are kept in 15 bits, halved as often as it takes. */
const MOST_NEAR = 0x7fff;

/**
 * Looks for the cheapest gap behind or in front of a slot's near neighbours, in days without overtime, store or
 * locked orders. On days of hundreds of visits this asks a few dozen gaps where whole routes have hundreds.
 *
 * A gap costs the legs to and from the slot less the leg that they replace. The shorter of the two is at most half
 * of that sum, so from the nearer end a gap can only be cheaper than `best` while twice the way there, less the
 * replaced leg, is below it: most neighbours are passed over for two numbers. Legs from home and back are always
 * looked at, because homes are nobody's neighbours.
 */
export class NearGaps {
  private readonly book: RouteBook;
  private readonly gaps: GapRecords;
  private readonly lists: (Int32Array | undefined)[] = [];
  /** How often distances are halved in the lists; what is lost makes a neighbour seem a little nearer. */
  private readonly halved: number;
  private readonly hasBreaks: boolean;
  private readonly sharing: Sharing;
  /** Who may come before and after, while a list is made. */
  private readonly befores: Float64Array;
  private readonly afters: Float64Array;
  /** Whose route the last search found; −1 for nobody's. */
  technician = -1;
  /** Position after which it puts the slot. */
  position = 0;
  cost = 0;

  constructor(book: RouteBook) {
    const { day } = book;
    this.book = book;
    this.gaps = book.keepGaps();
    this.hasBreaks = day.breakNode[0]! < day.nodeCount;
    this.sharing = new Sharing(day);
    this.befores = new Float64Array(day.slotLimit);
    this.afters = new Float64Array(day.slotLimit);
    const longest = Math.max(0, ...day.modes.map((matrices) => matrices.longest));
    this.halved = Math.max(0, Math.ceil(Math.log2((longest + 1) / (MOST_NEAR + 1))));
  }

  /** Whether a day can be searched this way. */
  static serves(day: Day): boolean {
    return !day.general.includes(2) && day.visitCount < SIDES / 2;
  }

  /**
   * Searches for the cheapest gap below `limit`. `blink` answers whether a better gap is overlooked. Answers
   * whether one was found.
   */
  search(slot: number, limit: number, blink: () => boolean): boolean {
    this.technician = -1;
    this.cost = limit;
    for (let mode = 0; mode < this.book.day.modes.length; mode++) this.searchMode(slot, mode, blink);
    return this.technician >= 0;
  }

  private searchMode(slot: number, mode: number, blink: () => boolean): void {
    const { book, gaps, hasBreaks } = this;
    const { day } = book;
    const { cells, legs } = gaps;
    const { time, timeTo, cost, costTo } = day.modes[mode]!;
    const firstBreak = day.breakNode[0]!;
    const row = day.site[slot]! * day.stride;
    const opens = day.opens[slot]!;
    const arriveBy = day.arriveBy[slot]!;
    const service = day.service[slot]!;
    const done = opens + service;
    const list = this.listOf(slot, mode);
    const double = this.halved + 1;
    const offset = gaps.sideOf(mode, 0);
    let best = this.cost;
    let bestBehind = -1;
    const count = list.length;
    for (let j = 0; j < count; j++) {
      const neighbour = list[j]!;
      const entry = neighbour & (SIDES - 1);
      if (((neighbour >> 16) << double) - legs[offset + entry]! >= best) continue;
      const inFront = (entry & 1) === IN_FRONT;
      let behind = entry >> 1;
      if (inFront) behind = cells[behind * GAP_CELL + GAP_BEFORE]!;
      for (;;) {
        const cell = behind * GAP_CELL;
        const here = row + cells[cell + GAP_SITE]!;
        const next = row + cells[cell + GAP_NEXT_SITE]!;
        const fits = cells[cell + GAP_LEAVE]! <= arriveBy && cells[cell + GAP_NEXT_LATEST]! >= done;
        const extra = fits ? costTo[here]! + cost[next]! - cells[cell + GAP_LEG]! : best;
        if (extra < best) {
          const arrive = cells[cell + GAP_LEAVE]! + timeTo[here]!;
          if (arrive <= arriveBy) {
            let away = (arrive > opens ? arrive : opens) + service;
            if (hasBreaks) away = this.rested(cells[cell + GAP_AFTER]!, away);
            if (away + time[next]! <= cells[cell + GAP_NEXT_LATEST]!) {
              const k = cells[cell + GAP_ROUTE]!;
              const whole = extra + this.changes(slot, k);
              if (whole < best && this.mayTake(slot, k, behind) && !blink()) {
                best = whole;
                bestBehind = behind;
              }
            }
          }
        }
        if (!hasBreaks) break;
        // A break between two visits makes two gaps of one.
        if (inFront) {
          if (behind < firstBreak) break;
          behind = cells[cell + GAP_BEFORE]!;
        } else {
          behind = cells[cell + GAP_AFTER]!;
          if (behind < firstBreak) break;
        }
      }
    }
    if (bestBehind < 0) return;
    this.cost = best;
    this.technician = cells[bestBehind * GAP_CELL + GAP_ROUTE]!;
    this.position = book.positionOf[bestBehind]!;
  }

  /** The clock after the breaks from node n on, or after every day when one would begin too late. */
  private rested(n: number, clock: number): number {
    const { gaps } = this;
    const { day } = this.book;
    const firstBreak = day.breakNode[0]!;
    let now = clock;
    for (let pause = n; pause >= firstBreak; pause = gaps.cells[pause * GAP_CELL + GAP_AFTER]!) {
      const begin = beginAt(now, day.opens[pause]!);
      if (begin > day.arriveBy[pause]!) return LATEST;
      now = begin + day.service[pause]!;
    }
    return now;
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

  private listOf(slot: number, mode: number): Int32Array {
    const at = mode * this.book.day.slotLimit + slot;
    let list = this.lists[at];
    if (list === undefined) {
      list = this.nearest(slot, mode);
      this.lists[at] = list;
    }
    return list;
  }

  /** Behind whom and in front of whom the slot may be, by windows and who may go, nearest first. */
  private nearest(slot: number, mode: number): Int32Array {
    const { day } = this.book;
    const { visitCount, stride, opens, arriveBy, service, site } = day;
    const { time, timeTo, cost, costTo } = day.modes[mode]!;
    const { halved, sharing } = this;
    const row = site[slot]! * stride;
    const latestHere = arriveBy[slot]!;
    const leftHere = opens[slot]! + service[slot]!;
    const shares = sharing.rowOf(slot);
    const { befores, afters } = this;
    let before = 0;
    let after = 0;
    for (let other = 0; other < visitCount; other++) {
      if (other === slot || shares[sharing.kind[other]!] === 0) continue;
      const leg = row + site[other]!;
      if (opens[other]! + service[other]! + timeTo[leg]! <= latestHere)
        befores[before++] = (costTo[leg]! >> halved) * SIDES + other * 2 + BEHIND;
      if (leftHere + time[leg]! <= arriveBy[other]!)
        afters[after++] = (cost[leg]! >> halved) * SIDES + other * 2 + IN_FRONT;
    }
    const nearBefore = smallest(befores, before, REACH);
    const nearAfter = smallest(afters, after, REACH);
    const list = new Int32Array(nearBefore.length + nearAfter.length);
    list.set(nearBefore);
    list.set(nearAfter, nearBefore.length);
    return list.sort();
  }
}
