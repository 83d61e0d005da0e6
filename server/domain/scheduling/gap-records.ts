import type { RouteBook } from './route-book.ts';

/** Numbers kept for the gap behind each node. */
export const GAP_CELL = 8;
export const GAP_LEAVE = 0;
export const GAP_NEXT_SITE = 1;
export const GAP_NEXT_LATEST = 2;
export const GAP_LEG = 3;
export const GAP_ROUTE = 4;
export const GAP_BEFORE = 5;
export const GAP_AFTER = 6;
export const GAP_SITE = 7;

/** Sides of a node on which a gap can be: behind it, or in front of it. */
export const BEHIND = 0;
export const IN_FRONT = 1;

/** Legs shorter and longer than any: such a gap is never looked at, or always. */
const NEVER = -0x3fffffff;
const ALWAYS = 0x3fffffff;

/**
 * For each node the gap behind it in one row: when the node is left, where the next one is (breaks skipped, they
 * are taken wherever one is) and until when it must be reached, the cost of the leg between them, whose route it is
 * (−1 for none), the nodes before and after, and where the node is. Whoever looks at gaps all over the town finds
 * everything about one side by side.
 */
export class GapRecords {
  readonly cells: Int32Array;
  /**
   * The leg of the gap at each side of a node, for each mode. Legs that begin or end a day are `ALWAYS`: their other
   * end is no visit that could be somebody's neighbour. Nodes of other modes are `NEVER`.
   */
  readonly legs: Int32Array;
  private readonly nodeCount: number;
  private readonly modes: number;

  constructor(nodeCount: number, modes: number) {
    this.nodeCount = nodeCount;
    this.modes = modes;
    this.cells = new Int32Array(nodeCount * GAP_CELL).fill(-1);
    this.legs = new Int32Array(nodeCount * modes * 2).fill(NEVER);
  }

  /** Index of a node's first side among the sides of a mode. */
  sideOf(mode: number, n: number): number {
    return (mode * this.nodeCount + n) * 2;
  }

  /** A node has left its route. */
  drop(n: number): void {
    this.cells[n * GAP_CELL + GAP_ROUTE] = -1;
    for (let mode = 0; mode < this.modes; mode++) {
      const side = this.sideOf(mode, n);
      this.legs[side + BEHIND] = NEVER;
      this.legs[side + IN_FRONT] = NEVER;
    }
  }

  /** Writes the gaps behind the (absolute) positions `first` … `last` of route k, as far as it has them. */
  write(book: RouteBook, k: number, first: number, last: number): void {
    const { cells, legs } = this;
    const { day, room, node, site, leave, latest, leg, length } = book;
    const firstBreak = day.breakNode[0]!;
    const base = k * room;
    const end = base + length[k]! - 1;
    const offset = this.sideOf(day.modeOf[k]!, 0);
    let from = first < base ? base : first;
    while (from > base && node[from]! >= firstBreak) from--;
    const to = last > end ? end : last;
    let before = from > base ? node[from - 1]! : -1;
    let begins = from === base || before === node[base];
    for (let p = from; p <= to; p++) {
      const n = node[p]!;
      let next = p < end ? p + 1 : p;
      const after = node[next]!;
      while (node[next]! >= firstBreak) next++;
      const behind = leg[next - 1]!;
      const cell = n * GAP_CELL;
      cells[cell + GAP_LEAVE] = leave[p]!;
      cells[cell + GAP_NEXT_SITE] = site[next]!;
      cells[cell + GAP_NEXT_LATEST] = p < end ? latest[next]! : -1;
      cells[cell + GAP_LEG] = behind;
      cells[cell + GAP_ROUTE] = k;
      cells[cell + GAP_BEFORE] = before;
      cells[cell + GAP_AFTER] = after;
      cells[cell + GAP_SITE] = site[p]!;
      const side = offset + n * 2;
      legs[side + BEHIND] = next === end ? ALWAYS : behind;
      legs[side + IN_FRONT] = begins ? ALWAYS : leg[p - 1]!;
      if (n < firstBreak) begins = p === base;
      before = n;
    }
  }
}
