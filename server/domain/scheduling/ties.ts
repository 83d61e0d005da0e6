import { NO_PLACE } from './gap-scan.ts';
import type { Workspace } from './workspace.ts';

/** Begins tried for a visit of several technicians: this many, spread over its window. */
const TRIED_BEGINS = 24;
/** A group that found no place is tried again in one trial of so many. */
const RETRY_ONE_IN = 8;

/**
 * Visits tied to others: technicians who must begin together, visits that must wait for another to end.
 * A tie is kept by narrowing windows: once placed, a crew begins at one fixed time and a later visit opens
 * when the earlier one ends, so every other check stays local to one route. Tied visits leave together
 * and come back together.
 */
export class Ties {
  private readonly work: Workspace;
  /** Slots of each group in the order in which they are placed: an earlier visit before a later one. */
  private readonly groups: readonly (readonly number[])[];
  private readonly tied: readonly number[];
  private readonly savedBounds: Int32Array;
  /** Members of each group that were in a route when the trial began. */
  private readonly placedBefore: Int32Array;
  private readonly due: Uint8Array;

  constructor(work: Workspace) {
    this.work = work;
    const { day } = work;
    const groups = new Map<number, number[]>();
    for (let slot = 0; slot < day.visitCount; slot++) {
      const group = day.group[slot]!;
      if (group < 0) continue;
      const members = groups.get(group);
      if (members) members.push(slot);
      else groups.set(group, [slot]);
    }
    this.groups = [...groups.values()].map((slots) => earlierFirst(work, slots));
    this.tied = this.groups.flat();
    this.savedBounds = new Int32Array(this.tied.length * 2);
    this.placedBefore = new Int32Array(this.groups.length);
    this.due = new Uint8Array(this.groups.length).fill(1);
  }

  /** Remembers what is placed and the narrowed windows, for `removeBroken` and `rollback`. */
  save(): void {
    const { day } = this.work;
    this.groups.forEach((group, g) => {
      this.placedBefore[g] = this.placed(group);
    });
    this.tied.forEach((slot, i) => {
      this.savedBounds[2 * i] = day.opens[slot]!;
      this.savedBounds[2 * i + 1] = day.arriveBy[slot]!;
    });
  }

  rollback(): void {
    const { day, finder } = this.work;
    this.tied.forEach((slot, i) => {
      const opens = this.savedBounds[2 * i]!;
      const arriveBy = this.savedBounds[2 * i + 1]!;
      if (day.opens[slot] === opens && day.arriveBy[slot] === arriveBy) return;
      day.opens[slot] = opens;
      day.arriveBy[slot] = arriveBy;
      finder.forget(slot);
    });
  }

  /** Takes out the rest of every group that has lost a member. False when what is left does not fit. */
  removeBroken(): boolean {
    const { book } = this.work;
    for (const [g, group] of this.groups.entries()) {
      if (this.placed(group) === this.placedBefore[g]) continue;
      this.due[g] = 1;
      for (const slot of group) {
        const k = book.routeOf[slot]!;
        if (k < 0 || this.isUnderWay(slot)) continue;
        if (!this.work.removeBlock(k, book.positionOf[slot]!, 1)) return false;
      }
    }
    return true;
  }

  /** Places what is absent of the groups: at once where a trial took it out, now and then where it found no place. */
  insertAll(): void {
    const { finder, random } = this.work;
    const blink = finder.blink;
    finder.blink = 0;
    for (const [g, group] of this.groups.entries()) {
      if (this.placed(group) === group.length) continue;
      if (this.due[g] === 0 && random.below(RETRY_ONE_IN) > 0) continue;
      this.due[g] = 0;
      this.insertGroup(group);
    }
    finder.blink = blink;
  }

  private placed(group: readonly number[]): number {
    const { book } = this.work;
    let count = 0;
    for (const slot of group) if (book.routeOf[slot]! >= 0) count++;
    return count;
  }

  private isUnderWay(slot: number): boolean {
    const { book } = this.work;
    return book.positionOf[slot]! < book.fixed[book.routeOf[slot]!]!;
  }

  private insertGroup(group: readonly number[]): void {
    const { day, book } = this.work;
    const ends = new Map<string, number>();
    for (let i = 0; i < group.length; ) {
      const visit = day.visits[group[i]!]!;
      const crew = group.slice(i, i + (visit.crew ?? 1));
      i += crew.length;
      const placedIn = book.routeOf[crew[0]!]!;
      if (placedIn >= 0) {
        ends.set(visit.id, book.leave[placedIn * book.room + book.positionOf[crew[0]!]!]!);
        continue;
      }
      for (const slot of crew) this.work.resetBounds(slot);
      const after = visit.after;
      const tiedBefore = after !== undefined && group.some((slot) => day.visits[slot]!.id === after);
      const ready = after === undefined ? undefined : ends.get(after);
      if (tiedBefore && ready === undefined) continue;
      const begin =
        crew.length === 1
          ? this.insertOne(crew[0]!, ready ?? -Infinity)
          : this.insertCrew(crew, ready ?? -Infinity);
      if (begin !== undefined) ends.set(visit.id, begin + visit.durationSeconds);
    }
  }

  /** Places a visit of one technician, not before `ready`, and holds it to the begin it gets. */
  private insertOne(slot: number, ready: number): number | undefined {
    const { day, book, finder } = this.work;
    if (ready > Math.max(day.opens[slot]!, day.arriveBy[slot]!)) return undefined;
    day.opens[slot] = Math.max(day.opens[slot]!, ready);
    const k = this.cheapest(slot, [slot]);
    if (k < 0) return undefined;
    finder.scan(slot, k);
    this.work.insertFound(k, finder.position, finder.storePosition, slot);
    this.work.dropAbsent(slot);
    const left = book.leave[k * book.room + book.positionOf[slot]!]!;
    const begin = left - day.service[slot]!;
    this.work.pin(slot, begin);
    return begin;
  }

  /** Places the slots of one visit with different technicians at one begin, the cheapest of several. */
  private insertCrew(crew: readonly number[], ready: number): number | undefined {
    const { day } = this.work;
    const first = crew[0]!;
    const opens = Math.max(day.opens[first]!, ready);
    const latest = Math.max(day.arriveBy[first]!, day.opens[first]!);
    if (opens > latest) return undefined;
    let bestCost = NO_PLACE;
    let bestBegin = -1;
    for (let i = 0; i < TRIED_BEGINS; i++) {
      const begin = Math.round(opens + ((latest - opens) * i) / (TRIED_BEGINS - 1));
      const cost = this.costAt(crew, begin);
      if (cost < bestCost) {
        bestCost = cost;
        bestBegin = begin;
      }
      if (latest === opens) break;
    }
    if (bestBegin < 0) return undefined;
    const { book, finder } = this.work;
    for (const slot of crew) {
      this.work.holdTo(slot, bestBegin);
      const k = this.cheapest(slot, crew);
      if (k < 0) break;
      finder.scan(slot, k);
      this.work.insertFound(k, finder.position, finder.storePosition, slot);
      this.work.dropAbsent(slot);
    }
    if (crew.every((slot) => book.routeOf[slot]! >= 0)) return bestBegin;
    for (const slot of crew) {
      const k = book.routeOf[slot]!;
      if (k >= 0) this.work.removeBlock(k, book.positionOf[slot]!, 1);
    }
    return undefined;
  }

  private costAt(crew: readonly number[], begin: number): number {
    const { finder } = this.work;
    const taken = new Set<number>();
    let sum = 0;
    for (const slot of crew) {
      this.work.holdTo(slot, begin);
      const k = this.cheapest(slot, crew, taken);
      if (k < 0) return NO_PLACE;
      taken.add(k);
      sum += finder.scan(slot, k);
      this.work.resetBounds(slot);
    }
    return sum;
  }

  private cheapest(slot: number, crew: readonly number[], taken: ReadonlySet<number> = new Set()): number {
    const { day, book, finder } = this.work;
    let best = NO_PLACE;
    let bestTechnician = -1;
    for (let k = 0; k < day.technicians.length; k++) {
      if (taken.has(k) || crew.some((other) => book.routeOf[other] === k)) continue;
      const cost = finder.scan(slot, k);
      if (cost < best) {
        best = cost;
        bestTechnician = k;
      }
    }
    return bestTechnician;
  }
}

/** Orders a group so that a visit comes after the one it waits for; slots of one visit stay together. */
function earlierFirst(work: Workspace, slots: readonly number[]): readonly number[] {
  const { visits } = work.day;
  const depth = (slot: number): number => {
    let steps = 0;
    let before = visits[slot]!.after;
    while (before !== undefined) {
      const id = before;
      steps++;
      before = visits.find((visit) => visit.id === id)?.after;
    }
    return steps;
  };
  return [...slots].sort(
    (one, other) =>
      depth(one) - depth(other) ||
      (visits[one]!.id < visits[other]!.id ? -1 : 1) * Number(visits[one]!.id !== visits[other]!.id) ||
      one - other,
  );
}
