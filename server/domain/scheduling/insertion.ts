import { compileDay } from './compile.ts';
import { type DeadlineHold, LATEST } from './constraints.ts';
import { addVisit, dropLastVisit, holdDeadline } from './day-visits.ts';
import { bindingReason, firstOverrun } from './explain.ts';
import { NO_PLACE } from './gap-scan.ts';
import type { KeptGround } from './kept-ground.ts';
import type { Problem, Reason, RouteOrder, Seconds, Step, TechnicianId, Visit, VisitId } from './model.ts';
import { readOrders } from './read-plan.ts';
import { windowOf } from './timeline.ts';
import { loadOrders } from './warm-start.ts';
import { Workspace } from './workspace.ts';

/** What a place costs, rank by rank in the order of the objective. */
export interface PlaceCost {
  /** Seconds past the effective deadline; 0 in time. A promise is never late here. */
  readonly deadlineSeconds: Seconds;
  /** Customers who would have to be called: told of another technician. */
  readonly calls: number;
  /** Travel and overtime added. */
  readonly travelSeconds: Seconds;
  /** Estates entered once more. */
  readonly estateEntries: number;
  /** 1 when the published plan has another technician. */
  readonly changes: number;
}

export type Placing =
  | {
      readonly technician: TechnicianId;
      readonly kind: 'place';
      /** Index among the open steps of the technician's day, breaks counted. */
      readonly position: number;
      readonly begin: Seconds;
      readonly leave: Seconds;
      readonly cost: PlaceCost;
    }
  | { readonly technician: TechnicianId; readonly kind: 'refused'; readonly reason: Reason };

/** Where a visit was taken out for a question, and whether the route works without it. */
interface LeftPlace {
  readonly k: number;
  readonly position: number;
  readonly fits: boolean;
}

/**
 * A plan held ready for questions: where could this visit go, at what cost, and if nowhere, why. Building it
 * costs a travel matrix; a question costs well under a millisecond.
 */
export class ResidentPlan {
  readonly work: Workspace;
  private readonly slots: ReadonlyMap<VisitId, number>;
  /** Slots of the visits that wait for another, by the one they wait for. */
  private readonly waiting: ReadonlyMap<VisitId, readonly number[]>;
  /** Between what the visit asked about waits for and what waits for it: its earliest begin, and the latest of its end. */
  private tie = { from: -LATEST, until: LATEST };

  /** `kept`: the ways between places as they were asked for when the day was made ready before. */
  constructor(problem: Problem, orders: readonly RouteOrder[], kept?: KeptGround) {
    this.work = new Workspace(compileDay(problem, undefined, kept), 1);
    loadOrders(this.work, orders);
    const slots = new Map<VisitId, number>();
    const waiting = new Map<VisitId, number[]>();
    const { day } = this.work;
    for (let slot = 0; slot < day.visitCount; slot++) {
      const { id, after } = day.visits[slot]!;
      slots.set(id, slot);
      if (after !== undefined) waiting.set(after, [...(waiting.get(after) ?? []), slot]);
    }
    this.slots = slots;
    this.waiting = waiting;
  }

  get problem(): Problem {
    return this.work.day.problem;
  }

  /** The order of work as loaded: what no longer fitted is left out. */
  get orders(): readonly RouteOrder[] {
    return readOrders(this.work);
  }

  /** Whether the visit is in a route. */
  isPlaced(visit: VisitId): boolean {
    const slot = this.slots.get(visit);
    return slot !== undefined && this.work.book.routeOf[slot]! >= 0;
  }

  /**
   * Every technician's best place for a visit, those who can take it first and cheapest first, then the
   * others with the first constraint that binds. A visit that is in the plan is taken out for the question.
   */
  insert(visit: Visit): readonly Placing[] {
    return this.asking(visit, (slot, left) => {
      const found = this.work.day.technicians.map((_, k) =>
        left === undefined || left.fits ? this.placing(slot, k) : this.stayingPut(slot, k, left),
      );
      return found.sort(byCost);
    });
  }

  /** The cheapest place of all, `undefined` when nobody can take the visit. */
  best(visit: Visit): Extract<Placing, { kind: 'place' }> | undefined {
    const first = this.insert(visit)[0];
    return first?.kind === 'place' ? first : undefined;
  }

  /** The order of work with the visit put where `placing` says (and taken from where it was). */
  ordersWith(visit: Visit, placing: Extract<Placing, { kind: 'place' }>): readonly RouteOrder[] {
    return this.asking(visit, (slot, left) => {
      const { book, finder, day } = this.work;
      if (left !== undefined && !left.fits) {
        book.insert(left.k, left.position - 1, slot);
        return readOrders(this.work);
      }
      const k = day.technicians.findIndex((technician) => technician.id === placing.technician);
      if (finder.scan(slot, k) === NO_PLACE) this.hold(slot, 'released');
      if (finder.scan(slot, k) !== NO_PLACE) {
        this.work.insertFound(k, finder.position, finder.storePosition, slot);
      }
      const orders = readOrders(this.work);
      if (book.routeOf[slot]! >= 0) book.remove(k, book.positionOf[slot]!, 1);
      return orders;
    });
  }

  /** Asks with the visit in a slot and in no route, and puts everything back after. */
  asking<T>(visit: Visit, question: (slot: number, left?: LeftPlace) => T): T {
    return this.askingInstead(visit.id, visit, question);
  }

  /** The same for a visit that would be served in place of another, which is in no route meanwhile either. */
  askingInstead<T>(of: VisitId, visit: Visit, question: (slot: number, left?: LeftPlace) => T): T {
    const { work } = this;
    const { day, book } = work;
    const known = this.slots.get(of);
    const isSame = known !== undefined && day.visits[known] === visit;
    const held =
      known === undefined
        ? undefined
        : { hold: day.hold[known]!, opens: day.opens[known]!, arriveBy: day.arriveBy[known]! };
    book.beginTrial();
    const k = known === undefined ? -1 : book.routeOf[known]!;
    const position = known === undefined ? -1 : book.positionOf[known]!;
    const left = k < 0 ? undefined : { k, position, fits: book.remove(k, position, 1) };
    const slot = isSame ? known : addVisit(day, visit);
    this.tie = { from: this.endOf(visit.after), until: this.beginOfWaiting(of) };
    if (!isSame && (visit.after !== undefined || this.waiting.has(of))) day.group[slot] = slot;
    this.hold(slot, 'strict');
    try {
      return question(slot, left);
    } finally {
      book.markAbsent(slot);
      if (isSame) {
        day.hold[slot] = held!.hold;
        day.opens[slot] = held!.opens;
        day.arriveBy[slot] = held!.arriveBy;
      } else {
        day.group[slot] = -1;
        dropLastVisit(day);
      }
      work.finder.forget(slot);
      book.rollback();
    }
  }

  /** The answer where the old route does not work without the visit: it stays, for everyone else it is refused. */
  private stayingPut(slot: number, k: number, left: LeftPlace): Placing {
    const { day, finder } = this.work;
    const technician = day.technicians[k]!.id;
    if (k !== left.k) {
      return { technician, kind: 'refused', reason: firstOverrun(this.work, left.k) };
    }
    finder.position = left.position - 1;
    finder.storePosition = -1;
    return { technician, kind: 'place', ...this.measure(slot, k) };
  }

  /**
   * Holds the slot that is asked about as strictly as that (`released`: served late rather than not), behind the visit that it waits for
   * and before those that wait for it.
   */
  private hold(slot: number, hold: DeadlineHold): void {
    const { day, finder } = this.work;
    holdDeadline(day, slot, hold);
    const { from, until } = this.tie;
    const begins = until - day.service[slot]!;
    if (from > Math.max(day.opens[slot]!, day.arriveBy[slot]!)) day.arriveBy[slot] = -LATEST;
    else day.opens[slot] = Math.max(day.opens[slot]!, from);
    day.arriveBy[slot] = day.opens[slot]! > begins ? -LATEST : Math.min(day.arriveBy[slot]!, begins);
    finder.forget(slot);
  }

  /** When the visit ends in the plan; `LATEST` while it is in no route. */
  private endOf(visit: VisitId | undefined): Seconds {
    const slot = visit === undefined ? undefined : this.slots.get(visit);
    if (slot === undefined) return -LATEST;
    const { book } = this.work;
    const k = book.routeOf[slot]!;
    return k < 0 ? LATEST : book.leave[k * book.room + book.positionOf[slot]!]!;
  }

  /** When the first of those that wait for the visit begins; `LATEST` while none is in a route. */
  private beginOfWaiting(visit: VisitId): Seconds {
    const { day, book } = this.work;
    return (this.waiting.get(visit) ?? []).reduce((first, slot) => {
      const k = book.routeOf[slot]!;
      if (k < 0) return first;
      return Math.min(first, book.leave[k * book.room + book.positionOf[slot]!]! - day.service[slot]!);
    }, LATEST);
  }

  private placing(slot: number, k: number): Placing {
    const { work } = this;
    const { day, finder } = work;
    const technician = day.technicians[k]!.id;
    let found = finder.scan(slot, k);
    const open = day.visits[slot]!.window.kind === 'open';
    const isReleased = found === NO_PLACE && open;
    if (isReleased) {
      this.hold(slot, 'released');
      found = finder.scan(slot, k);
    }
    const placing: Placing =
      found === NO_PLACE
        ? {
            technician,
            kind: 'refused',
            reason: bindingReason(work, slot, k) ?? { code: 'crew', needed: 1, found: 0 },
          }
        : { technician, kind: 'place', ...this.measure(slot, k) };
    if (isReleased) this.hold(slot, 'strict');
    return placing;
  }

  /** Times and costs of the place that the finder has just found. */
  private measure(slot: number, k: number) {
    const { day, book, finder } = this.work;
    const visit = day.visits[slot]!;
    const before = book.cost - this.movedOn(k) * day.moveCost;
    const { position, storePosition } = finder;
    const entriesBefore = this.estateEntries(k);
    this.work.insertFound(k, position, storePosition, slot);
    const at = k * book.room + book.positionOf[slot]!;
    const leave = book.leave[at]!;
    const begin = leave - day.service[slot]!;
    const estateEntries = this.estateEntries(k) - entriesBefore;
    const changes = day.publishedTo[slot]! >= 0 && day.publishedTo[slot] !== k ? 1 : 0;
    const penalties = estateEntries * day.problem.rules.estateEntrySeconds + changes * day.changeCost[slot]!;
    const travelSeconds = book.cost - this.movedOn(k) * day.moveCost - before - penalties;
    const result = {
      position: book.positionOf[slot]! - 1,
      begin,
      leave,
      cost: {
        deadlineSeconds: visit.window.kind === 'open' ? Math.max(0, begin - windowOf(visit).closes) : 0,
        calls: changes === 1 && visit.window.kind === 'promised' && visit.window.notified ? 1 : 0,
        travelSeconds,
        estateEntries,
        changes,
      },
    };
    book.remove(k, book.positionOf[slot]!, 1);
    if (storePosition >= 0) book.remove(k, storePosition + 1, 1);
    return result;
  }

  private movedOn(k: number): number {
    const { book, day } = this.work;
    let count = 0;
    for (let p = k * book.room + 1; p < k * book.room + book.length[k]! - 1; p++) {
      const n = book.node[p]!;
      if (n < day.visitCount) count += book.movedOf[n]!;
    }
    return count;
  }

  private estateEntries(k: number): number {
    const { day, book } = this.work;
    if (day.problem.rules.estateEntrySeconds === 0) return 0;
    const base = k * book.room;
    let entries = 0;
    for (let p = base + 1; p < base + book.length[k]! - 1; p++) {
      const estate = day.sites.estates[book.site[p]!] ?? null;
      if (estate !== null && estate !== day.sites.estates[book.site[p - 1]!]) entries++;
    }
    return entries;
  }
}

/** Steps of one technician in an order of work. */
export function stepsOf(orders: readonly RouteOrder[], technician: TechnicianId): readonly Step[] {
  return orders.find((order) => order.technician === technician)?.steps ?? [];
}

function byCost(one: Placing, other: Placing): number {
  if (one.kind === 'refused' || other.kind === 'refused') {
    return Number(one.kind === 'refused') - Number(other.kind === 'refused');
  }
  return (
    one.cost.deadlineSeconds - other.cost.deadlineSeconds ||
    one.cost.calls - other.cost.calls ||
    one.cost.travelSeconds - other.cost.travelSeconds ||
    one.cost.estateEntries - other.cost.estateEntries ||
    one.cost.changes - other.cost.changes
  );
}
