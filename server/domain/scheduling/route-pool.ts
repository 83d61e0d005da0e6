import { seededRandom } from '../base/random.ts';
import type { Day } from './day.ts';
import { cheapestChoice, type RouteChoice } from './route-choice.ts';
import type { Workspace } from './workspace.ts';

/** Routes kept at most: choosing among more takes longer than it finds. */
const MOST_ROUTES = 6000;

/** A route that stood in a good plan: the nodes behind what was fixed, in order, of one technician. */
interface PooledRoute extends RouteChoice {
  readonly technician: number;
  readonly nodes: Int32Array;
}

/**
 * Routes of good plans, each set of visits once for all technicians who are alike, in its cheapest order. A plan made of routes of
 * several plans may be better than each of them.
 */
export class RoutePool {
  private readonly work: Workspace;
  private readonly routes: PooledRoute[] = [];
  /** Where each set of visits of an owner stands among the routes. */
  private readonly places = new Map<number, number>();
  /** Version of each technician's route when it was last looked at. */
  private readonly seen: Int32Array;
  /** Two random numbers for each slot and owner: a set is known by what they sum up to. */
  private readonly marks: Int32Array;
  /** One for all technicians who are alike. */
  private readonly owner: Int32Array;

  constructor(work: Workspace) {
    const { day } = work;
    const m = day.technicians.length;
    const random = seededRandom(1);
    this.work = work;
    this.seen = new Int32Array(m).fill(-1);
    this.marks = Int32Array.from({ length: 2 * (day.slotLimit + m) }, () => random.below(2 ** 31));
    this.owner = Int32Array.from({ length: m }, (_, k) => (day.nextSlot[k]! >= 0 ? k : day.twin[k]!));
  }

  /** Whether routes of a day stand for themselves: the begin of a tied visit holds in one plan only. */
  static serves(day: Day): boolean {
    return day.group.every((group) => group < 0);
  }

  /** Takes in the routes as they stand. */
  gather(): void {
    const { seen } = this;
    const { version } = this.work.book;
    for (let k = 0; k < seen.length && this.routes.length < MOST_ROUTES; k++) {
      if (seen[k] === version[k]) continue;
      seen[k] = version[k]!;
      if (this.isUsed(k)) this.add(k);
    }
  }

  /**
   * Puts the cheapest plan that the routes make in the place of the one that stands, where it serves everyone for less. False when
   * none does; what stands is then of no use.
   */
  recombine(): boolean {
    const { work, owner } = this;
    const { book, day } = work;
    if (work.absentCount > 0) return false;
    const before = book.cost;
    let below = 0;
    const size = new Int32Array(owner.length);
    for (let k = 0; k < owner.length; k++) {
      size[owner[k]!]!++;
      if (this.isUsed(k)) below += this.costOf(k);
    }
    const open = Uint8Array.from({ length: day.visitCount }, (_, slot) =>
      book.positionOf[slot]! < book.fixed[book.routeOf[slot]!]! ? 0 : 1,
    );
    const chosen = cheapestChoice(this.routes, open, size, below);
    if (chosen === undefined) return false;
    for (let k = 0; k < owner.length; k++) {
      if (this.isUsed(k)) book.remove(k, book.fixed[k]!, book.length[k]! - 1 - book.fixed[k]!);
    }
    const fits = chosen.every((route) => this.insert(route));
    work.listAbsent();
    work.placeBreaks();
    return fits && work.absentCount + work.absentBreakCount === 0 && book.cost < before;
  }

  private isUsed(k: number): boolean {
    const { length, fixed } = this.work.book;
    return length[k]! - 1 > fixed[k]!;
  }

  private add(k: number): void {
    const { marks, places, routes } = this;
    const { book, day } = this.work;
    const owner = this.owner[k]!;
    const cost = this.costOf(k);
    const base = k * book.room;
    const nodes = book.node.slice(base + book.fixed[k]!, base + book.length[k]! - 1);
    const visits = nodes.filter((n) => n < day.visitCount);
    let high = marks[2 * (day.slotLimit + owner)]!;
    let low = marks[2 * (day.slotLimit + owner) + 1]!;
    for (const slot of visits) {
      high = (high + marks[2 * slot]!) | 0;
      low = (low + marks[2 * slot + 1]!) | 0;
    }
    const key = (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
    const place = places.get(key) ?? routes.length;
    if (place < routes.length && routes[place]!.cost <= cost) return;
    places.set(key, place);
    routes[place] = { owner, technician: k, nodes, visits, cost };
  }

  /** Everything that a route adds to the cost of a plan. */
  private costOf(k: number): number {
    const { book, day } = this.work;
    const base = k * book.room;
    let cost = book.overtime[k]! + book.useCost;
    for (let p = base; p < base + book.length[k]! - 1; p++) {
      const n = book.node[p]!;
      cost += book.leg[p]!;
      if (n >= day.visitCount) continue;
      if (day.publishedTo[n]! !== k) cost += day.changeCost[n]!;
      cost += book.movedOf[n]! * day.moveCost;
    }
    return cost;
  }

  /** Gives a route to its technician or to one who is alike and has none; false when it does not fit. */
  private insert({ owner, technician, nodes }: PooledRoute): boolean {
    const { book, day } = this.work;
    const isFree = (k: number): boolean => this.owner[k] === owner && !this.isUsed(k);
    const k = isFree(technician) ? technician : this.owner.findIndex((_, each) => isFree(each));
    if (k < 0) return false;
    let after = book.fixed[k]! - 1;
    for (const n of nodes) {
      const pause = n - day.breakNode[technician]!;
      const own = n < day.slotLimit ? n : pause >= 0 ? day.breakNode[k]! + pause : day.storeNode[k]!;
      book.insert(k, after, own);
      after++;
    }
    return book.rebuild(k);
  }
}
