import type { RouteBook } from './route-book.ts';
import { beginAt, leaveAt } from './timeline.ts';

/** More than any cost: "there is no place". */
export const NO_PLACE = 0x3fffffff;

/**
 * Looks for places in routes that have more to them than windows and travel: breaks (taken wherever the
 * technician is), overtime, locked orders, and parts or tools that may have to be fetched at the store.
 */
export class GapScan {
  private readonly book: RouteBook;
  position = 0;
  storePosition = -1;
  /** Times of leaving each position when a trip to the store is put in front. */
  private shifted = new Int32Array(64);

  constructor(book: RouteBook) {
    this.book = book;
  }

  /** The extra cost of the cheapest place for a slot in route k, or more than any cost. */
  best(slot: number, k: number): number {
    const { book } = this;
    const { day, node } = book;
    this.storePosition = -1;
    const storeAt = book.storeAt[k]!;
    const carried = this.carries(slot, k);
    const [from, to] = this.orderBounds(slot, k);
    let best = NO_PLACE;
    for (let before = from; before < to; before++) {
      if (!carried && (storeAt < 0 || before < storeAt)) continue;
      if (book.leave[k * book.room + before]! > day.arriveBy[slot]!) break;
      const extra = this.extra(slot, k, before, book.leave[k * book.room + before]!);
      if (extra < best) {
        best = extra;
        this.position = before;
      }
    }
    const canFetch = !carried && storeAt < 0 && day.site[day.storeNode[k]!]! >= 0;
    if (canFetch && node[k * book.room] !== undefined) best = this.withStore(slot, k, from, to, best);
    return best;
  }

  /** The gap for a break that delays the next stop least; false when it fits nowhere. */
  placeBreak(pause: number, k: number): boolean {
    const { book } = this;
    let least = NO_PLACE;
    for (let before = book.fixed[k]! - 1; before < book.length[k]! - 1; before++) {
      const delay = this.breakDelay(pause, k, before);
      if (delay >= least) continue;
      least = delay;
      this.position = before;
    }
    return least < NO_PLACE;
  }

  /** By how much a break behind position `before` delays the next stop; `NO_PLACE` where it does not fit. */
  breakDelay(pause: number, k: number, before: number): number {
    const { day, node, site, leave, latest, room } = this.book;
    const { time } = day.modes[day.modeOf[k]!]!;
    const base = k * room;
    const left = leave[base + before]!;
    if (left > day.arriveBy[pause]!) return NO_PLACE;
    const rested = leaveAt(left, day.opens[pause]!, day.service[pause]!);
    const clock = this.throughBreaks(base + before + 1, rested);
    if (clock < 0) return NO_PLACE;
    const next = this.afterBreaks(base + before + 1);
    const arrive = clock + time[site[base + before]! * day.stride + site[next]!]!;
    if (arrive > latest[next]!) return NO_PLACE;
    const n = node[next]!;
    return leaveAt(arrive, day.opens[n]!, day.service[n]!) - leave[next]!;
  }

  /** Everything that the slot needs is still in the bag before any trip to the store. */
  private carries(slot: number, k: number): boolean {
    const { book } = this;
    const { day } = book;
    const kinds = day.stockKinds;
    for (let r = 0; r < kinds; r++) {
      const needed = day.needs[slot * kinds + r]!;
      if (needed > 0 && book.load[k * kinds + r]! + needed > day.carries[k * kinds + r]!) return false;
    }
    return true;
  }

  /** Positions between which a slot with a locked order may stand: after lower orders, before higher ones. */
  orderBounds(slot: number, k: number): [number, number] {
    const { book } = this;
    const { day, node } = book;
    const base = k * book.room;
    const end = book.length[k]! - 1;
    const order = day.order[slot]!;
    let from = book.fixed[k]! - 1;
    if (order === 0) return [from, end];
    for (let p = from + 1; p < end; p++) {
      const other = day.order[node[base + p]!]!;
      if (other > order) return [from, p];
      if (other > 0) from = p;
    }
    return [from, end];
  }

  /** Extra cost of the slot after position `before` when that is left at `left`; `NO_PLACE` if it breaks anything. */
  extra(slot: number, k: number, before: number, left: number): number {
    const { book } = this;
    const { day, site, latest, leg } = book;
    const { time, timeTo, cost, costTo } = day.modes[day.modeOf[k]!]!;
    const row = day.site[slot]! * day.stride;
    const base = k * book.room;
    const arrive = left + timeTo[row + site[base + before]!]!;
    if (arrive > day.arriveBy[slot]!) return NO_PLACE;
    const away = leaveAt(arrive, day.opens[slot]!, day.service[slot]!);
    const clock = this.throughBreaks(base + before + 1, away);
    if (clock < 0) return NO_PLACE;
    const next = this.afterBreaks(base + before + 1);
    const reach = clock + time[row + site[next]!]!;
    if (reach > latest[next]!) return NO_PLACE;
    const legs = costTo[row + site[base + before]!]! + cost[row + site[next]!]! - leg[next - 1]!;
    return legs + this.overtimeAdded(k, next, reach);
  }

  /** The clock after the breaks that begin at position p, −1 when one would begin too late. */
  private throughBreaks(p: number, clock: number): number {
    const { day, node } = this.book;
    let now = clock;
    for (let q = p; node[q]! >= day.breakNode[0]!; q++) {
      const pause = node[q]!;
      if (beginAt(now, day.opens[pause]!) > day.arriveBy[pause]!) return -1;
      now = leaveAt(now, day.opens[pause]!, day.service[pause]!);
    }
    return now;
  }

  private afterBreaks(p: number): number {
    const { day, node } = this.book;
    let q = p;
    while (node[q]! >= day.breakNode[0]!) q++;
    return q;
  }

  /** Overtime added when the stop at (absolute) position `next` is reached at `arrive`. */
  private overtimeAdded(k: number, next: number, arrive: number): number {
    const { day, node, site, leave, room, length } = this.book;
    const from = day.overtimeFrom[k]!;
    const end = k * room + length[k]! - 1;
    if (from >= day.arriveBy[day.endNode[k]!]!) return 0;
    const { time } = day.modes[day.modeOf[k]!]!;
    let clock = arrive;
    for (let p = next; p < end; p++) {
      const n = node[p]!;
      const left = leaveAt(clock, day.opens[n]!, day.service[n]!);
      if (left === leave[p]) return 0;
      clock = left + time[site[p]! * day.stride + site[p + 1]!]!;
    }
    return Math.max(0, clock - from) - Math.max(0, leave[end]! - from);
  }

  /** The cheapest pair of a trip to the store and a place for the slot after it. */
  private withStore(slot: number, k: number, from: number, to: number, limit: number): number {
    const { book } = this;
    const { day, node, site, leave, latest, leg } = book;
    const { time, cost } = day.modes[day.modeOf[k]!]!;
    const stride = day.stride;
    const store = day.site[day.storeNode[k]!]!;
    const base = k * book.room;
    const end = book.length[k]! - 1;
    if (this.shifted.length < book.room) this.shifted = new Int32Array(book.room);
    const { shifted } = this;
    let best = limit;
    for (let trip = book.fixed[k]! - 1; trip < to; trip++) {
      const here = site[base + trip]!;
      const atStore = leave[base + trip]! + time[here * stride + store]!;
      const detour = cost[here * stride + store]!;
      if (trip >= from) {
        const direct = this.afterStore(slot, k, trip, atStore, store);
        if (direct < NO_PLACE && detour + direct < best) {
          best = detour + direct;
          this.position = trip + 1;
          this.storePosition = trip;
        }
      }
      // A break right after the store would be taken there; such plans are found through other gaps.
      if (node[base + trip + 1]! >= day.breakNode[0]!) continue;
      const tripCost = detour + cost[store * stride + site[base + trip + 1]!]! - leg[base + trip]!;
      let arrive = atStore + time[store * stride + site[base + trip + 1]!]!;
      if (arrive > latest[base + trip + 1]! || tripCost >= best) continue;
      for (let p = trip + 1; p < end; p++) {
        const n = node[base + p]!;
        shifted[p] = leaveAt(arrive, day.opens[n]!, day.service[n]!);
        if (p >= from && p < to) {
          const extra = this.extra(slot, k, p, shifted[p]!);
          if (extra < NO_PLACE && tripCost + extra < best) {
            best = tripCost + extra;
            this.position = p + 1;
            this.storePosition = trip;
          }
        }
        arrive = shifted[p]! + time[site[base + p]! * stride + site[base + p + 1]!]!;
      }
    }
    return best;
  }

  /** Extra cost of going from the store (left at `left`) to the slot and on to what followed position `trip`. */
  private afterStore(slot: number, k: number, trip: number, left: number, store: number): number {
    const { book } = this;
    const { day, site, latest, leg } = book;
    const { time, timeTo, cost, costTo } = day.modes[day.modeOf[k]!]!;
    const row = day.site[slot]! * day.stride;
    const base = k * book.room;
    const arrive = left + timeTo[row + store]!;
    if (arrive > day.arriveBy[slot]!) return NO_PLACE;
    const away = leaveAt(arrive, day.opens[slot]!, day.service[slot]!);
    const clock = this.throughBreaks(base + trip + 1, away);
    if (clock < 0) return NO_PLACE;
    const next = this.afterBreaks(base + trip + 1);
    const reach = clock + time[row + site[next]!]!;
    if (reach > latest[next]!) return NO_PLACE;
    return (
      costTo[row + store]! + cost[row + site[next]!]! - leg[next - 1]! + this.overtimeAdded(k, next, reach)
    );
  }
}
