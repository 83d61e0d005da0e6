import { type Random, seededRandom } from '../base/random.ts';
import { type DeadlineHold, LATEST } from './constraints.ts';
import type { Day } from './day.ts';
import { holdDeadline } from './day-visits.ts';
import { Neighbours } from './neighbours.ts';
import { PlaceFinder } from './place-finder.ts';
import { RouteBook } from './route-book.ts';

/** Neighbours looked at when choosing technicians for a slot and routes to ruin. */
const REACH = 100;

/** A day under work: its routes, what is not in a route, and the means to change both. */
export class Workspace {
  readonly day: Day;
  readonly book: RouteBook;
  readonly finder: PlaceFinder;
  readonly near: Neighbours;
  readonly random: Random;
  /** Slots in no route. */
  readonly absent: Int32Array;
  absentCount = 0;
  /** Breaks that are due and in no route. */
  readonly absentBreaks: Int32Array;
  absentBreakCount = 0;
  /** The time was over before every visit had been tried. */
  cutShort = false;

  constructor(day: Day, seed: number) {
    this.day = day;
    this.book = new RouteBook(day);
    this.random = seededRandom(seed);
    this.finder = new PlaceFinder(this.book, this.random);
    this.near = new Neighbours(day, REACH);
    this.absent = new Int32Array(day.slotLimit);
    this.absentBreaks = new Int32Array(day.nodeCount);
    this.listAbsent();
    this.startWithNext();
  }

  get opens(): Int32Array {
    return this.day.opens;
  }

  /** Nodes of route k between start and end. */
  inner(k: number): readonly number[] {
    const { book } = this;
    const base = k * book.room;
    return Array.from(book.node.subarray(base + 1, base + book.length[k]! - 1));
  }

  /** Lists afresh what is in no route. */
  listAbsent(): void {
    const { day, book } = this;
    this.absentCount = 0;
    for (let slot = 0; slot < day.visitCount; slot++) {
      if (book.routeOf[slot]! < 0) this.absent[this.absentCount++] = slot;
    }
    this.absentBreakCount = 0;
    for (let n = day.breakNode[0] ?? day.nodeCount; n < day.nodeCount; n++) {
      if (day.breakDue[n] === 1 && book.routeOf[n]! < 0) this.absentBreaks[this.absentBreakCount++] = n;
    }
  }

  /** Holds the deadlines of absent visits less strictly. */
  loosen(hold: DeadlineHold): void {
    for (let i = 0; i < this.absentCount; i++) {
      this.hold(this.absent[i]!, hold);
    }
  }

  /** Sets how strictly the deadline of a slot is held. */
  hold(slot: number, hold: DeadlineHold): void {
    holdDeadline(this.day, slot, hold);
    this.finder.forget(slot);
  }

  /** What a technician is already driving to comes first and stays, even when it will be late. */
  private startWithNext(): void {
    const { day, book } = this;
    for (let k = 0; k < day.technicians.length; k++) {
      const slot = day.nextSlot[k]!;
      if (slot < 0) continue;
      const start = day.startNode[k]!;
      const { time } = day.modes[day.modeOf[k]!]!;
      const arrive = day.opens[start]! + time[day.site[start]! * day.stride + day.site[slot]!]!;
      if (arrive > day.arriveBy[slot]!) day.arriveBy[slot] = arrive;
      book.insert(k, 0, slot);
      book.fixed[k] = 2;
      // Whether a break is due shows behind it: from there the way home is another one.
      for (let pause = day.breakNode[k]!; pause < day.breakNode[k + 1]!; pause++)
        day.breakDue[pause] = this.finder.gaps.placeBreak(pause, k) ? 1 : 0;
    }
    this.listAbsent();
  }

  /** Holds a slot that is in a route to its begin there: it may not slip any more. */
  pin(slot: number, begin: number): void {
    const { day, book } = this;
    if (day.arriveBy[slot]! > begin) day.arriveBy[slot] = begin;
    day.opens[slot] = begin;
    book.refresh(book.routeOf[slot]!);
  }

  /** Lets an absent slot begin at one time only, where its own bounds allow it, its deadline let go if need be. */
  holdTo(slot: number, begin: number): void {
    const { day } = this;
    this.resetBounds(slot);
    const allows = (): boolean =>
      day.arriveBy[slot]! > -LATEST &&
      begin >= day.opens[slot]! &&
      begin <= Math.max(day.opens[slot]!, day.arriveBy[slot]!);
    for (const hold of ['strict', 'released'] as const) if (!allows()) this.hold(slot, hold);
    if (!allows()) return;
    day.opens[slot] = begin;
    day.arriveBy[slot] = Math.min(day.arriveBy[slot]!, begin);
  }

  /** Gives a slot back the bounds of its window and deadline. */
  resetBounds(slot: number): void {
    holdDeadline(this.day, slot, this.day.hold[slot]!);
    this.finder.forget(slot);
  }

  dropAbsent(slot: number): void {
    const at = this.absent.subarray(0, this.absentCount).indexOf(slot);
    if (at < 0) return;
    this.absentCount--;
    this.absent.copyWithin(at, at + 1, this.absentCount + 1);
  }

  /** Takes a run of nodes out of a route and lists them as absent. False when what is left does not fit. */
  removeBlock(k: number, from: number, count: number): boolean {
    const { book, day } = this;
    const base = k * book.room;
    for (let p = base + from; p < base + from + count; p++) {
      const n = book.node[p]!;
      if (n < day.visitCount) this.absent[this.absentCount++] = n;
      else if (n >= day.breakNode[0]!) this.absentBreaks[this.absentBreakCount++] = n;
    }
    return book.remove(k, from, count);
  }

  /** Sum of the weights of the slots in no route; 0 when everyone is served. */
  absentWeight(): number {
    let sum = 0;
    for (let i = 0; i < this.absentCount; i++) sum += this.day.weight[this.absent[i]!]!;
    return sum;
  }

  /** Puts every break that is in no route (of technician `only`, if given) where it delays least. */
  placeBreaks(only?: number): void {
    const { book, finder } = this;
    let still = 0;
    for (let i = 0; i < this.absentBreakCount; i++) {
      const pause = this.absentBreaks[i]!;
      const k = this.technicianOfBreak(pause);
      const asked = only === undefined || only === k;
      if (asked && finder.gaps.placeBreak(pause, k)) book.insert(k, finder.gaps.position, pause);
      else this.absentBreaks[still++] = pause;
    }
    this.absentBreakCount = still;
  }

  private technicianOfBreak(pause: number): number {
    const { breakNode, technicians } = this.day;
    let low = 0;
    let high = technicians.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (breakNode[middle]! <= pause) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Inserts a slot where `finder` last found a place, fetching what it needs at the store before. */
  insertFound(k: number, position: number, storePosition: number, slot: number): void {
    if (storePosition >= 0) this.book.insert(k, storePosition, this.day.storeNode[k]!);
    this.book.insert(k, position, slot);
  }
}
