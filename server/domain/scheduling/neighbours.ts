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
    const n = day.visitCount;
    const away = new Float64Array(n);
    let farthest = 0;
    for (let other = 0; other < n; other++) {
      const at = row + day.site[other]!;
      away[other] = cost[at]! + costTo[at]!;
      if (away[other]! > farthest) farthest = away[other]!;
    }
    // Only what lies within the rings that hold enough neighbours is sorted.
    const rings = new Int32Array(RINGS + 1);
    const width = farthest / RINGS + 1e-9;
    for (let other = 0; other < n; other++) if (other !== slot) rings[Math.floor(away[other]! / width)]!++;
    let last = 0;
    for (let within = rings[0]!; within < reach && last < RINGS; ) within += rings[++last]!;
    const keys: number[] = [];
    for (let other = 0; other < n; other++) {
      // Distance and slot in one number, so that a plain numeric sort orders both.
      if (other !== slot && away[other]! < (last + 1) * width) keys.push(away[other]! * 65536 + other);
    }
    return Int32Array.from(Float64Array.from(keys).sort().subarray(0, reach), (key) => key % 65536);
  }
}

const RINGS = 256;
