import type { Day } from './compile.ts';

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
    const keys = new Float64Array(day.visitCount - 1);
    let count = 0;
    for (let other = 0; other < day.visitCount; other++) {
      if (other === slot) continue;
      const at = row + day.site[other]!;
      // Distance and slot in one number, so that a plain numeric sort orders both.
      keys[count++] = (cost[at]! + costTo[at]!) * 65536 + other;
    }
    keys.sort();
    const list = new Int32Array(Math.min(reach, count));
    for (let i = 0; i < list.length; i++) list[i] = keys[i]! % 65536;
    return list;
  }
}
