import { checkPlan } from './check-plan.ts';
import { reasonsFor } from './explain.ts';
import { NO_PLACE } from './gap-scan.ts';
import type { ResidentPlan } from './insertion.ts';
import type {
  Problem,
  RouteOrder,
  Seconds,
  TechnicianId,
  TechnicianReason,
  Visit,
  VisitId,
} from './model.ts';
import { planOf, readOrders } from './read-plan.ts';
import { offerSlots, ordersWithSlot, type Slot } from './slots.ts';

/** A change that makes room for a visit, with the order of work that results where it is known. */
export type Repair =
  | {
      /** Another visit goes to another technician, or elsewhere on the same day, at its promised time. */
      readonly kind: 'move';
      readonly technician: TechnicianId;
      readonly moved: VisitId;
      readonly movedTo: TechnicianId;
      /** The moved customer has been told a technician's name and has to be called. */
      readonly calls: number;
      readonly travelSeconds: Seconds;
      readonly orders: readonly RouteOrder[];
    }
  | {
      readonly kind: 'overtime';
      readonly technician: TechnicianId;
      readonly seconds: Seconds;
      readonly orders: readonly RouteOrder[];
    }
  | {
      readonly kind: 'other_area';
      readonly technician: TechnicianId;
      readonly area: string;
      readonly orders: readonly RouteOrder[];
    }
  | { readonly kind: 'other_time'; readonly slot: Slot; readonly orders: readonly RouteOrder[] };

export interface Explanation {
  readonly visit: VisitId;
  readonly reasons: readonly TechnicianReason[];
  /** The smallest change found that was tried out and passed the check; none when nothing did. */
  readonly repair: Repair | undefined;
}

/** Slots tried when only another time would help. */
const OTHER_TIMES = { everySeconds: 1800, lengthSeconds: 1800 };
/** Of them so many are replayed before giving up. */
const MOST_TIMES = 3;

/**
 * Why nobody takes a visit as the plan stands, and the smallest change that would make room: moving one
 * unpromised visit, moving one promised visit to another technician at its time, overtime, a technician of
 * another area, another time for this visit. Every answer is replayed through `checkPlan` before it is given.
 */
export function explain(resident: ResidentPlan, visit: Visit): Explanation {
  const reasons = resident.asking(visit, (slot) => reasonsFor(resident.work, slot));
  return { visit: visit.id, reasons, repair: smallestRepair(resident, visit) };
}

/** See `explain`. */
export function smallestRepair(resident: ResidentPlan, visit: Visit): Repair | undefined {
  if (visit.readiness === 'not_ready') return undefined;
  const move = moveOne(resident, visit);
  if (move && holds(resident.problem, visit, move.orders)) return move;
  const overtime = workLonger(resident, visit);
  if (overtime) return overtime;
  const area = crossArea(resident, visit);
  if (area) return area;
  return otherTime(resident, visit);
}

/** The first time at which somebody could serve the visit. */
function otherTime(resident: ResidentPlan, visit: Visit): Repair | undefined {
  const { now, rules, published } = resident.problem;
  const slots = offerSlots(resident, visit, {
    ...OTHER_TIMES,
    from: Math.ceil(now / OTHER_TIMES.everySeconds) * OTHER_TIMES.everySeconds,
    until: rules.closesAt,
  });
  // Another time is another promise: whom the one in force is pinned to does not matter.
  const problem = {
    ...resident.problem,
    published: published?.filter((stop) => stop.visit !== visit.id) ?? [],
  };
  for (const slot of slots.slice(0, MOST_TIMES)) {
    const { from, until } = slot;
    const window = { kind: 'promised', from, until, changesLeft: 0, notified: false } as const;
    const orders = ordersWithSlot(resident, visit, slot);
    if (orders && holds(problem, { ...visit, window }, orders)) return { kind: 'other_time', slot, orders };
  }
  return undefined;
}

/** The cheapest single visit to move: one without a promise first, then one whose customer is not called. */
export function moveOne(resident: ResidentPlan, visit: Visit): Extract<Repair, { kind: 'move' }> | undefined {
  const { work } = resident;
  const { day, book, finder } = work;
  return resident.asking(visit, (slot) => {
    let best:
      | { rank: number; technician: number; moved: number; movedTo: number; cost: number; calls: number }
      | undefined;
    for (let k = 0; k < day.technicians.length; k++) {
      if (day.allowed[slot * day.technicians.length + k] === 0) continue;
      for (let p = book.fixed[k]!; p < book.length[k]! - 1; p++) {
        const moved = book.node[k * book.room + p]!;
        if (moved >= day.visitCount || day.group[moved]! >= 0) continue;
        const before = book.cost;
        if (!book.remove(k, p, 1)) {
          book.insert(k, p - 1, moved);
          continue;
        }
        if (finder.scan(slot, k) !== NO_PLACE && finder.storePosition < 0) {
          const at = finder.position;
          book.insert(k, at, slot);
          const to = cheapestFor(resident, moved);
          if (to.technician >= 0) {
            const window = day.visits[moved]!.window;
            const calls = window.kind === 'promised' && window.notified && to.technician !== k ? 1 : 0;
            const rank = window.kind === 'open' ? 0 : 1 + calls;
            const cost = book.cost - before + to.cost;
            if (best === undefined || rank < best.rank || (rank === best.rank && cost < best.cost)) {
              best = { rank, technician: k, moved, movedTo: to.technician, cost, calls };
            }
          }
          book.remove(k, at + 1, 1);
        }
        book.insert(k, p - 1, moved);
      }
    }
    if (best === undefined) return undefined;
    const { technician, moved, movedTo, cost, calls } = best;
    book.remove(technician, book.positionOf[moved]!, 1);
    if (finder.scan(slot, technician) === NO_PLACE) return undefined;
    work.insertFound(technician, finder.position, finder.storePosition, slot);
    if (finder.scan(moved, movedTo) === NO_PLACE) return undefined;
    work.insertFound(movedTo, finder.position, finder.storePosition, moved);
    const orders = readOrders(work);
    return {
      kind: 'move',
      technician: day.technicians[technician]!.id,
      moved: day.visits[moved]!.id,
      movedTo: day.technicians[movedTo]!.id,
      calls,
      travelSeconds: cost,
      orders,
    };
  });
}

function cheapestFor(resident: ResidentPlan, slot: number): { technician: number; cost: number } {
  const { day, finder } = resident.work;
  let cost = NO_PLACE;
  let technician = -1;
  for (let k = 0; k < day.technicians.length; k++) {
    const extra = finder.scan(slot, k);
    if (extra >= cost || finder.storePosition >= 0) continue;
    cost = extra;
    technician = k;
  }
  return { technician, cost };
}

/** The technician who would have to stay the least longer. */
function workLonger(resident: ResidentPlan, visit: Visit): Repair | undefined {
  const { day, book, finder } = resident.work;
  const { closesAt } = resident.problem.rules;
  const found = resident.asking(visit, (slot) => {
    let best: { k: number; seconds: number; orders: readonly RouteOrder[] } | undefined;
    for (let k = 0; k < day.technicians.length; k++) {
      const end = day.endNode[k]!;
      const limit = day.arriveBy[end]!;
      if (limit >= closesAt || day.allowed[slot * day.technicians.length + k] === 0) continue;
      day.arriveBy[end] = closesAt;
      book.refresh(k);
      if (finder.scan(slot, k) !== NO_PLACE) {
        const { position, storePosition } = finder;
        resident.work.insertFound(k, position, storePosition, slot);
        const seconds = book.leave[k * book.room + book.length[k]! - 1]! - limit;
        if (best === undefined || seconds < best.seconds)
          best = { k, seconds, orders: readOrders(resident.work) };
        book.remove(k, book.positionOf[slot]!, 1);
        if (storePosition >= 0) book.remove(k, storePosition + 1, 1);
      }
      day.arriveBy[end] = limit;
      book.refresh(k);
    }
    return best;
  });
  if (found === undefined) return undefined;
  const { k, seconds, orders } = found;
  const technician = day.technicians[k]!;
  const problem: Problem = {
    ...resident.problem,
    technicians: resident.problem.technicians.map((each) =>
      each.id === technician.id
        ? { ...each, overtimeLimitSeconds: each.overtimeLimitSeconds + seconds }
        : each,
    ),
  };
  if (!holds(problem, visit, orders)) return undefined;
  return { kind: 'overtime', technician: technician.id, seconds, orders };
}

/** The cheapest technician of another area who could otherwise take the visit. */
function crossArea(resident: ResidentPlan, visit: Visit): Repair | undefined {
  if (visit.area === null) return undefined;
  const anywhere: Visit = { ...visit, area: null };
  const place = resident.best(anywhere);
  if (place === undefined) return undefined;
  const orders = resident.ordersWith(anywhere, place);
  const problem = withVisit(resident.problem, anywhere);
  if (!holds(problem, anywhere, orders)) return undefined;
  return { kind: 'other_area', technician: place.technician, area: visit.area, orders };
}

/** Whether an order of work, with this visit in it, passes the independent check. */
export function holds(problem: Problem, visit: Visit, orders: readonly RouteOrder[]): boolean {
  const whole = withVisit(problem, visit);
  const served = new Set(
    orders.flatMap((order) => order.steps.map((step) => (step.kind === 'visit' ? step.visit : ''))),
  );
  for (const technician of whole.technicians) {
    for (const stop of technician.frozen) served.add(stop.visit);
  }
  const unserved = whole.visits
    .filter((each) => !served.has(each.id))
    .map((each) => ({ visit: each.id, reasons: [] }));
  return checkPlan(whole, planOf(whole, orders, unserved)).broken.length === 0;
}

function withVisit(problem: Problem, visit: Visit): Problem {
  const others = problem.visits.filter((each) => each.id !== visit.id);
  return { ...problem, visits: [...others, visit] };
}
