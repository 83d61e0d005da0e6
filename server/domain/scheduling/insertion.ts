import { compileDay } from './compile.ts';
import { type DeadlineHold, LATEST } from './constraints.ts';
import { addVisit, dropLastVisit, holdDeadline } from './day-visits.ts';
import { bindingReason, firstOverrun } from './explain.ts';
import { NO_PLACE } from './gap-scan.ts';
import type { KeptGround } from './kept-ground.ts';
import type { Problem, RouteOrder, Seconds, Step, TechnicianId, Visit, VisitId } from './model.ts';
import { byCost, type FoundPlace, type Place, PlaceReader, type Placing } from './placing.ts';
import { readOrders } from './read-plan.ts';
import { loadOrders } from './warm-start.ts';
import { Workspace } from './workspace.ts';

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
  private readonly reader: PlaceReader;
  private readonly slots: ReadonlyMap<VisitId, number>;
  /** Slots of the visits that wait for another, by the one they wait for. */
  private readonly waiting: ReadonlyMap<VisitId, readonly number[]>;
  /** Between what the visit asked about waits for and what waits for it: its earliest begin, and the latest of its end. */
  private tie = { from: -LATEST, until: LATEST };

  /** `kept`: the ways between places as they were asked for when the day was made ready before. */
  constructor(problem: Problem, orders: readonly RouteOrder[], kept?: KeptGround) {
    this.work = new Workspace(compileDay(problem, undefined, kept), 1);
    this.reader = new PlaceReader(this.work);
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
      const found = left === undefined || left.fits ? this.placings(slot) : this.stayingPut(slot, left);
      return found.sort(byCost);
    });
  }

  /** The cheapest place of all, `undefined` when nobody can take the visit. */
  best(visit: Visit): Place | undefined {
    const first = this.insert(visit)[0];
    return first?.kind === 'place' ? first : undefined;
  }

  /** The order of work with the visit put where `placing` says (and taken from where it was). */
  ordersWith(visit: Visit, placing: Place): readonly RouteOrder[] {
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

  /** The answers where the old route does not work without the visit: it stays, everyone else is refused. */
  private stayingPut(slot: number, left: LeftPlace): Placing[] {
    const { day, finder } = this.work;
    const reason = firstOverrun(this.work, left.k);
    return day.technicians.map((technician, k) => {
      if (k !== left.k) return { technician: technician.id, kind: 'refused', reason };
      finder.position = left.position - 1;
      finder.storePosition = -1;
      return { technician: technician.id, kind: 'place', ...this.reader.tryOut(slot, k) };
    });
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

  /** Every technician's best place: in time, then, where the deadline may be let go, late rather than nowhere. */
  private placings(slot: number): Placing[] {
    const { day } = this.work;
    const refusals = day.staff.refusals(day.visits[slot]!);
    const found = refusals.map((_, k) => (refusals[k] ? undefined : this.placeWith(slot, k)));
    const isOpen = day.visits[slot]!.window.kind === 'open';
    if (isOpen) this.hold(slot, 'released');
    const placings = refusals.map((refusal, k): Placing => {
      const technician = day.technicians[k]!.id;
      const place = found[k] ?? (isOpen && !refusal ? this.placeWith(slot, k) : undefined);
      if (place) return { technician, kind: 'place', ...place };
      const reason = refusal ?? bindingReason(this.work, slot, k) ?? { code: 'crew', needed: 1, found: 0 };
      return { technician, kind: 'refused', reason };
    });
    if (isOpen) this.hold(slot, 'strict');
    return placings;
  }

  private placeWith(slot: number, k: number): FoundPlace | undefined {
    const { finder } = this.work;
    const found = finder.scan(slot, k);
    if (found === NO_PLACE) return undefined;
    return finder.storePosition < 0 ? this.reader.read(slot, k, found) : this.reader.tryOut(slot, k);
  }
}

/** Steps of one technician in an order of work. */
export function stepsOf(orders: readonly RouteOrder[], technician: TechnicianId): readonly Step[] {
  return orders.find((order) => order.technician === technician)?.steps ?? [];
}
