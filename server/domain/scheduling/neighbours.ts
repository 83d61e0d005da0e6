import type { Day } from './day.ts';
import { smallest } from './smallest.ts';

/** For each slot the nearest other slots by travel cost, nearest first; worked out when first asked for. */
export class Neighbours {
  readonly reach: number;
  private readonly day: Day;
  private readonly lists: (Int32Array | undefined)[] = [];

  constructor(day: Day, reach: number) {
    this.day = day;
    this.reach = reach;
  }

  of(slot: number): Int32Array {
    const known = this.lists[slot];
    if (known !== undefined && known.length >= Math.min(this.reach, this.day.visitCount - 1)) return known;
    const list = this.nearest(slot);
    this.lists[slot] = list;
    return list;
  }

  private nearest(slot: number): Int32Array {
    const { day, reach } = this;
    const { cost, costTo } = day.modes[0]!;
    const row = day.site[slot]! * day.stride;
    const n = day.visitCount;
    const keys = new Float64Array(n);
    let count = 0;
    for (let other = 0; other < n; other++) {
      if (other === slot) continue;
      const at = row + day.site[other]!;
      // Distance and slot in one number, so that a plain numeric sort orders both.
      keys[count++] = (cost[at]! + costTo[at]!) * 65_536 + other;
    }
    return Int32Array.from(smallest(keys, count, reach), (key) => key % 65_536);
  }
}
