import type { Day } from './day.ts';
import { GapRecords } from './gap-records.ts';
import { isMoved } from './published-time.ts';
import { mostVisits } from './route-room.ts';
import { RouteUndo } from './route-undo.ts';
import { latestArrival, leaveAt } from './timeline.ts';

/**
 * The routes of a day as flat arrays, with what O(1) checks need: for each position the time of leaving
 * (`leave`), the last arrival that keeps everything after it (`latest`) and the cost of the leg that
 * follows (`leg`). Route k occupies positions k×`room` … k×`room`+`length[k]`−1, from its start node to its
 * end node. Changed routes are copied once per trial, so a rejected trial is undone by copying back.
 */
export class RouteBook {
  readonly day: Day;
  readonly room: number;
  readonly node: Int32Array;
  readonly site: Int32Array;
  readonly leave: Int32Array;
  readonly latest: Int32Array;
  readonly leg: Int32Array;
  readonly length: Int32Array;
  /** Positions before this one are fixed: the start and what the technician is already driving to. */
  readonly fixed: Int32Array;
  readonly routeOf: Int32Array;
  readonly positionOf: Int32Array;
  /** Content number of a route, from 1 up: equal numbers mean equal content. */
  readonly version: Int32Array;
  readonly load: Int32Array;
  /** Position of the trip to the store, −1 for none. */
  readonly storeAt: Int32Array;
  /** Cost of using a technician at all (fewest-vehicles objective). */
  useCost = 0;
  /** Legs, overtime, changes of technician and use of technicians, in seconds. */
  cost = 0;
  /** Grows whenever a technician gets a first visit or loses the last. */
  idleVersion = 0;
  /** 1 for slots in a route that begin far from their published time. */
  readonly movedOf: Uint8Array;
  /** Visits on each route. */
  readonly visitsOn: Int32Array;
  /** Overtime of each technician in seconds. */
  readonly overtime: Int32Array;
  /** The same routes gap by gap, once somebody looks at gaps out of order. */
  gaps: GapRecords | undefined;

  private readonly undo: RouteUndo;
  private versions = 1;

  constructor(day: Day) {
    const m = day.technicians.length;
    this.day = day;
    this.room = mostVisits(day) + 3 + Math.max(0, ...day.technicians.map((each) => each.breaks.length));
    const size = m * this.room;
    this.node = new Int32Array(size);
    this.site = new Int32Array(size);
    this.leave = new Int32Array(size);
    this.latest = new Int32Array(size);
    this.leg = new Int32Array(size);
    this.length = new Int32Array(m).fill(2);
    this.fixed = new Int32Array(m).fill(1);
    this.routeOf = new Int32Array(day.nodeCount).fill(-1);
    this.positionOf = new Int32Array(day.nodeCount);
    this.version = new Int32Array(m).fill(1);
    this.load = new Int32Array(m * day.stockKinds);
    this.storeAt = new Int32Array(m).fill(-1);
    this.overtime = new Int32Array(m);
    this.movedOf = new Uint8Array(day.slotLimit);
    this.visitsOn = new Int32Array(m);
    this.undo = new RouteUndo(this);
    for (let k = 0; k < m; k++) {
      this.node[k * this.room] = day.startNode[k]!;
      this.node[k * this.room + 1] = day.endNode[k]!;
      this.rebuild(k);
    }
  }

  /** The routes gap by gap, kept so from now on. */
  keepGaps(): GapRecords {
    if (this.gaps !== undefined) return this.gaps;
    const { day, room, length } = this;
    const gaps = new GapRecords(day.nodeCount, day.modes.length);
    for (let k = 0; k < day.technicians.length; k++) gaps.write(this, k, k * room, k * room + length[k]! - 1);
    this.gaps = gaps;
    return gaps;
  }

  /** Starts a trial: what changes from here on can be undone by `rollback`. */
  beginTrial(): void {
    this.undo.begin();
  }

  /** Says of a node that the trial has put into a route that it was in none before; `rollback` must follow. */
  markAbsent(n: number): void {
    this.routeOf[n] = -1;
    this.gaps?.drop(n);
    if (n < this.day.visitCount) this.movedOf[n] = 0;
  }

  /** Puts back every route as it was at `beginTrial`. What was in no route then must be marked absent before. */
  rollback(): void {
    this.undo.rollback();
    this.idleVersion++;
  }

  private touch(k: number): void {
    this.undo.touch(k);
  }

  /** Puts a node between positions `after` and `after`+1 of route k. The caller has checked that it fits. */
  insert(k: number, after: number, n: number): void {
    this.touch(k);
    const { day, room, node, site, leave, latest, leg, positionOf } = this;
    if (this.length[k]! >= room)
      throw new RangeError(`A route has room for ${room} stops and all are taken.`);
    const base = k * room;
    const at = base + after + 1;
    const end = base + this.length[k]!;
    for (let p = end; p > at; p--) {
      const moved = node[p - 1]!;
      node[p] = moved;
      site[p] = site[p - 1]!;
      leave[p] = leave[p - 1]!;
      latest[p] = latest[p - 1]!;
      leg[p] = leg[p - 1]!;
      positionOf[moved] = p - base;
    }
    this.length[k]!++;
    node[at] = n;
    positionOf[n] = after + 1;
    this.routeOf[n] = k;
    this.account(k, n, 1, after);
    this.cost -= leg[at - 1]!;
    let last = at;
    site[at] = n >= day.breakNode[0]! ? site[at - 1]! : day.site[n]!;
    while (node[last + 1]! >= day.breakNode[0]!) {
      last++;
      this.cost -= leg[last]!;
      site[last] = site[last - 1]!;
    }
    this.relink(k, at - 1, last);
    this.retime(k, at, last);
  }

  /**
   * Takes `count` nodes from position `from` of route k; they become absent (route −1). False when what is
   * left no longer fits, as happens where travel breaks the triangle inequality.
   */
  remove(k: number, from: number, count: number): boolean {
    this.touch(k);
    const { day, room, node, site, leave, latest, leg, positionOf, routeOf } = this;
    const base = k * room;
    const first = base + from;
    for (let p = first - 1; p < first + count; p++) this.cost -= leg[p]!;
    for (let p = first; p < first + count; p++) {
      const n = node[p]!;
      routeOf[n] = -1;
      this.gaps?.drop(n);
      this.account(k, n, -1, from - 1);
    }
    const end = base + this.length[k]! - count;
    for (let p = first; p < end; p++) {
      const moved = node[p + count]!;
      node[p] = moved;
      site[p] = site[p + count]!;
      leave[p] = leave[p + count]!;
      latest[p] = latest[p + count]!;
      leg[p] = leg[p + count]!;
      positionOf[moved] = p - base;
    }
    this.length[k]! -= count;
    let last = first - 1;
    while (node[last + 1]! >= day.breakNode[0]!) {
      last++;
      this.cost -= leg[last]!;
      site[last] = site[last - 1]!;
    }
    this.relink(k, first - 1, last);
    return this.retime(k, first, last);
  }

  /** Recomputes everything about route k from its nodes. False when it does not fit its windows. */
  rebuild(k: number): boolean {
    this.touch(k);
    const { day, room, node, site, leg } = this;
    const base = k * room;
    const length = this.length[k]!;
    const kinds = day.stockKinds;
    for (let p = base; p < base + length - 1; p++) this.cost -= leg[p]!;
    this.storeAt[k] = -1;
    for (let r = 0; r < kinds; r++) this.load[k * kinds + r] = 0;
    for (let p = 0; p < length; p++) {
      const n = node[base + p]!;
      site[base + p] = n >= day.breakNode[0]! ? site[base + p - 1]! : day.site[n]!;
      this.routeOf[n] = k;
      this.positionOf[n] = p;
      if (n === day.storeNode[k]) this.storeAt[k] = p;
      else if (n < day.visitCount && this.storeAt[k]! < 0) {
        for (let r = 0; r < kinds; r++) this.load[k * kinds + r]! += day.needs[n * kinds + r]!;
      }
    }
    this.relink(k, base, base + length - 2);
    return this.retime(k, base, base + length - 1);
  }

  /** Times route k afresh after bounds on it have changed. */
  refresh(k: number): void {
    this.touch(k);
    this.version[k] = ++this.versions;
    this.retime(k, k * this.room, k * this.room + this.length[k]! - 1);
  }

  /** Counts a node in (+1) or out (−1): loads before the store, technician change, technician use. */
  private account(k: number, n: number, sign: 1 | -1, after: number): void {
    const { day } = this;
    this.version[k] = ++this.versions;
    if (n < day.visitCount) {
      if (day.publishedTo[n]! !== k) this.cost += sign * day.changeCost[n]!;
      if (sign < 0 && this.movedOf[n] === 1) {
        this.movedOf[n] = 0;
        this.cost -= day.moveCost;
      }
      this.visitsOn[k]! += sign;
      if (this.visitsOn[k] === (sign > 0 ? 1 : 0)) {
        this.cost += sign * this.useCost;
        this.idleVersion++;
      }
      const kinds = day.stockKinds;
      if (kinds > 0 && (this.storeAt[k]! < 0 || after < this.storeAt[k]!)) {
        for (let r = 0; r < kinds; r++) this.load[k * kinds + r]! += sign * day.needs[n * kinds + r]!;
      }
    }
    if (this.storeAt[k]! > after) this.storeAt[k]! += sign;
    if (n === day.storeNode[k]) {
      this.storeAt[k] = sign > 0 ? after + 1 : -1;
      this.reload(k);
    }
  }

  private reload(k: number): void {
    const { day, room, node } = this;
    const kinds = day.stockKinds;
    const until = this.storeAt[k]! < 0 ? this.length[k]! : this.storeAt[k]!;
    for (let r = 0; r < kinds; r++) this.load[k * kinds + r] = 0;
    for (let p = 0; p < until; p++) {
      const n = node[k * room + p]!;
      if (n >= day.visitCount || this.routeOf[n] !== k) continue;
      for (let r = 0; r < kinds; r++) this.load[k * kinds + r]! += day.needs[n * kinds + r]!;
    }
  }

  /** Recomputes the legs that leave positions `from` … `to` and adds them to the cost. */
  private relink(k: number, from: number, to: number): void {
    const { day, site, leg } = this;
    const { cost } = day.modes[day.modeOf[k]!]!;
    const stride = day.stride;
    for (let p = from; p <= to; p++) {
      const seconds = cost[site[p]! * stride + site[p + 1]!]!;
      leg[p] = seconds;
      this.cost += seconds;
    }
  }

  /** Counts whether a slot left at `left` now begins far from its published time. */
  private noteMoved(n: number, left: number): void {
    const { day } = this;
    const moved = isMoved(day, n, left) ? 1 : 0;
    if (moved === this.movedOf[n]) return;
    this.cost += (moved - this.movedOf[n]!) * day.moveCost;
    this.movedOf[n] = moved;
  }

  /** Forward from `first`, backward from `last`, each until nothing changes any more. */
  private retime(k: number, first: number, last: number): boolean {
    const { day, room, node, site, leave, latest } = this;
    const { time } = day.modes[day.modeOf[k]!]!;
    const { stride, opens, arriveBy, service } = day;
    const base = k * room;
    const end = base + this.length[k]! - 1;
    let fits = true;
    let from = base;
    let to = end;
    if (first === base) leave[base] = opens[node[base]!]!;
    for (let p = first === base ? base + 1 : first; p <= end; p++) {
      const n = node[p]!;
      const arrive = leave[p - 1]! + time[site[p - 1]! * stride + site[p]!]!;
      if (arrive > arriveBy[n]!) fits = false;
      const left = leaveAt(arrive, opens[n]!, service[n]!);
      to = p;
      if (p > last + 1 && leave[p] === left) break;
      leave[p] = left;
      if (n < day.visitCount && day.publishedBegin[n]! >= 0) this.noteMoved(n, left);
    }
    for (let p = last < end ? last : end; p >= base; p--) {
      const n = node[p]!;
      const still =
        p === end
          ? arriveBy[n]!
          : latestArrival(latest[p + 1]!, time[site[p]! * stride + site[p + 1]!]!, service[n]!, arriveBy[n]!);
      from = p;
      if (p < first - 1 && latest[p] === still) break;
      latest[p] = still;
    }
    const over = leave[end]! - day.overtimeFrom[k]!;
    const overtime = over > 0 ? over : 0;
    this.cost += overtime - this.overtime[k]!;
    this.overtime[k] = overtime;
    this.gaps?.write(this, k, from < first ? from - 1 : first - 1, to > last ? to : last + 1);
    return fits;
  }
}
