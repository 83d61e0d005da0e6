import type { Workspace } from './workspace.ts';

/** A copy of all routes with the narrowed windows of tied visits, to come back to. */
export class Snapshot {
  cost = Infinity;
  weight = Infinity;
  /** Slots in no route. */
  unserved = 0;
  /** How many times it was taken. */
  taken = 0;
  private readonly work: Workspace;
  private readonly routes: Int32Array[] = [];
  private readonly versions: Int32Array;
  readonly opens: Int32Array;
  private readonly arriveBy: Int32Array;

  constructor(work: Workspace) {
    const { day } = work;
    this.work = work;
    this.versions = new Int32Array(day.technicians.length).fill(-1);
    this.opens = new Int32Array(day.slotLimit);
    this.arriveBy = new Int32Array(day.slotLimit);
  }

  /** Copies what differs from the last copy. */
  take(): void {
    const { work, routes, versions } = this;
    const { book, day } = work;
    this.taken++;
    this.cost = book.cost;
    this.weight = work.absentWeight();
    this.unserved = work.absentCount;
    for (let k = 0; k < day.technicians.length; k++) {
      if (versions[k] === book.version[k]) continue;
      versions[k] = book.version[k]!;
      const length = book.length[k]!;
      let kept = routes[k];
      if (kept === undefined || kept.length < length) {
        kept = new Int32Array(length + 16);
        routes[k] = kept;
      }
      for (let p = 0; p < length; p++) kept[p] = book.node[k * book.room + p]!;
    }
    this.opens.set(day.opens.subarray(0, day.slotLimit));
    this.arriveBy.set(day.arriveBy.subarray(0, day.slotLimit));
  }

  /** Nodes of route k between start and end. */
  inner(k: number): number[] {
    const end = this.work.day.endNode[k]!;
    const kept = this.routes[k]!;
    return Array.from(kept.subarray(1, kept.indexOf(end)));
  }

  restore(): void {
    const { work, versions } = this;
    const { book, day } = work;
    day.opens.set(this.opens);
    day.arriveBy.set(this.arriveBy);
    const changed: number[] = [];
    for (let k = 0; k < day.technicians.length; k++) {
      if (versions[k] === book.version[k]) continue;
      changed.push(k);
      const open = book.length[k]! - 1 - book.fixed[k]!;
      if (open > 0) book.remove(k, book.fixed[k]!, open);
    }
    for (const k of changed) {
      for (const [i, n] of this.inner(k).entries()) if (i + 1 >= book.fixed[k]!) book.insert(k, i, n);
      versions[k] = book.version[k]!;
    }
    work.listAbsent();
  }
}
