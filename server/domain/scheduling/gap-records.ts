import type { RouteBook } from './route-book.ts';

/** Numbers kept for the gap behind each node. */
export const GAP_CELL = 8;
export const GAP_LEAVE = 0;
export const GAP_NEXT_SITE = 1;
export const GAP_NEXT_LATEST = 2;
export const GAP_LEG = 3;
export const GAP_ROUTE = 4;
export const GAP_BEFORE = 5;

/**
 * For each node the gap behind it in one row: when the node is left, where the next one is and until when it must
 * be reached, the cost of the leg between them, whose route it is (−1 for none) and the node before. Whoever
 * looks at gaps all over the town finds everything about one side by side.
 */
export class GapRecords {
  readonly cells: Int32Array;

  constructor(nodeCount: number) {
    this.cells = new Int32Array(nodeCount * GAP_CELL).fill(-1);
  }

  /** A node has left its route. */
  drop(n: number): void {
    this.cells[n * GAP_CELL + GAP_ROUTE] = -1;
  }

  /** Writes the gaps behind the (absolute) positions `first` … `last` of route k, as far as it has them. */
  write(book: RouteBook, k: number, first: number, last: number): void {
    const { cells } = this;
    const { room, node, site, leave, latest, leg, length } = book;
    const base = k * room;
    const end = base + length[k]! - 1;
    const from = first < base ? base : first;
    const to = last > end ? end : last;
    let before = from > base ? node[from - 1]! : -1;
    for (let p = from; p <= to; p++) {
      const n = node[p]!;
      const cell = n * GAP_CELL;
      cells[cell + GAP_LEAVE] = leave[p]!;
      cells[cell + GAP_NEXT_SITE] = p < end ? site[p + 1]! : -1;
      cells[cell + GAP_NEXT_LATEST] = p < end ? latest[p + 1]! : -1;
      cells[cell + GAP_LEG] = leg[p]!;
      cells[cell + GAP_ROUTE] = k;
      cells[cell + GAP_BEFORE] = before;
      before = n;
    }
  }
}
