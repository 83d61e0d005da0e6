import { boundsOf, LATEST } from './constraints.ts';
import { NO_PLACE } from './gap-scan.ts';
import type { Reason, TechnicianReason, Unserved, VisitId } from './model.ts';
import { beginAt, leaveAt } from './timeline.ts';
import type { Workspace } from './workspace.ts';

/** Every technician's first binding constraint for each visit that is in no route. */
export function explainAbsent(work: Workspace): readonly Unserved[] {
  const { day } = work;
  const slots = new Map<string, number>();
  for (let i = 0; i < work.absentCount; i++) {
    const slot = work.absent[i]!;
    if (!slots.has(day.visits[slot]!.id)) slots.set(day.visits[slot]!.id, slot);
  }
  return [...slots].map(([visit, slot]) => ({ visit, reasons: reasonsFor(work, slot) }));
}

/** Why each technician cannot take a slot; those who could are held up by the rest of its crew or its ties. */
export function reasonsFor(work: Workspace, slot: number): readonly TechnicianReason[] {
  const { day } = work;
  if (work.cutShort) return untried(work, slot);
  const needed = day.visits[slot]!.crew ?? 1;
  const refusals = day.staff.refusals(day.visits[slot]!);
  const found = refusals.map((refusal, k) => refusal ?? bindingReason(work, slot, k));
  const able = found.filter((reason) => reason === undefined).length;
  return day.technicians.map((technician, k) => ({
    technician: technician.id,
    reason: found[k] ?? { code: 'crew', needed, found: able },
  }));
}

/** Who may not take a slot at all, and for the rest that it has not been tried. */
function untried({ day }: Workspace, slot: number): readonly TechnicianReason[] {
  const refusals = day.staff.refusals(day.visits[slot]!);
  return day.technicians.map((technician, k) => ({
    technician: technician.id,
    reason: refusals[k] ?? { code: 'untried' },
  }));
}

/**
 * The first constraint that binds as the day stands when technician k, whom nothing else keeps from a slot (`Staff.refusals`), is asked
 * to take it; `undefined` when none does.
 */
export function bindingReason(work: Workspace, slot: number, k: number): Reason | undefined {
  const { day } = work;
  const visit = day.visits[slot]!;
  if (visit.after !== undefined && !day.endedAt.has(visit.after)) {
    const earlier = day.visits.findIndex((other) => other.id === visit.after);
    const ended = endOf(work, earlier);
    if (ended === undefined || ended > Math.max(day.opens[slot]!, day.arriveBy[slot]!)) {
      return { code: 'precedence', visit: visit.after };
    }
  }
  const follower = followerInTheWay(work, slot);
  if (follower !== undefined) return { code: 'precedence', visit: follower };
  const missing = missingStock(work, slot, k);
  const fetches = day.site[day.storeNode[k]!]! >= 0;
  if (missing.length > 0 && !fetches) return { code: 'stock', missing };
  const { closesAt } = day.problem.rules;
  const opens = day.opens[slot]!;
  const leave = opens + visit.durationSeconds;
  if (
    boundsOf(day.problem, visit, 'released').arriveBy < 0 ||
    (visit.class !== 'emergency' && leave > closesAt)
  ) {
    return { code: 'closing', leave, closesAt };
  }
  const reason = aloneReason(work, slot, k) ?? nearestGap(work, slot, k);
  if (reason !== undefined || missing.length === 0) return reason;
  // There is a gap, but not with the trip to the store that it takes.
  return work.finder.scan(slot, k) === NO_PLACE ? { code: 'stock', missing } : undefined;
}

/** The visit that waits for this one and begins before this one could end; `undefined` where time is left for it. */
function followerInTheWay({ day }: Workspace, slot: number): VisitId | undefined {
  const visit = day.visits[slot]!;
  const isOpen =
    day.arriveBy[slot]! > -LATEST || boundsOf(day.problem, visit, day.hold[slot]!).arriveBy <= -LATEST;
  return isOpen ? undefined : day.visits.find(({ after }) => after === visit.id)?.id;
}

/** When a slot is left, `undefined` while it is in no route. */
function endOf(work: Workspace, slot: number): number | undefined {
  const { book } = work;
  const k = book.routeOf[slot]!;
  return k < 0 ? undefined : book.leave[k * book.room + book.positionOf[slot]!];
}

/** Parts and tools that are not left in the bag. */
function missingStock(work: Workspace, slot: number, k: number): readonly string[] {
  const { day, book } = work;
  const kinds = day.stockKinds;
  return day.stockNames
    .filter((_, r) => {
      const needed = day.needs[slot * kinds + r]!;
      return needed > 0 && book.load[k * kinds + r]! + needed > day.carries[k * kinds + r]!;
    })
    .map((name) => name.slice(5));
}

/** What would bind even if the technician had nothing else to do. */
function aloneReason(work: Workspace, slot: number, k: number): Reason | undefined {
  const { day } = work;
  const { time } = day.modes[day.modeOf[k]!]!;
  const start = day.startNode[k]!;
  const end = day.endNode[k]!;
  const leg = time[day.site[start]! * day.stride + day.site[slot]!]!;
  const arrive = day.opens[start]! + leg;
  const until = day.arriveBy[slot]!;
  if (arrive > until) {
    const reserve = leg > 0 ? day.problem.rules.legReserveSeconds : 0;
    return { code: 'travel', travelSeconds: leg - reserve, arrive, until };
  }
  const leave = leaveAt(arrive, day.opens[slot]!, day.service[slot]!);
  const endsAt = leave + time[day.site[slot]! * day.stride + day.site[end]!]!;
  if (endsAt > day.arriveBy[end]!) return { code: 'shift', endsAt, shiftEnd: day.technicians[k]!.shiftEnd };
  return undefined;
}

/** What binds in the gap that comes nearest to taking the slot; `undefined` when a gap takes it. */
function nearestGap(work: Workspace, slot: number, k: number): Reason | undefined {
  const { day, book, finder } = work;
  const { timeTo } = day.modes[day.modeOf[k]!]!;
  const base = k * book.room;
  const [from, to] = finder.gaps.orderBounds(slot, k);
  let nearest: Overrun = { seconds: Infinity, reason: { code: 'order', visit: day.visits[slot]!.id } };
  for (let before = from; before < to; before++) {
    const leg = timeTo[day.site[slot]! * day.stride + book.site[base + before]!]!;
    const arrive = book.leave[base + before]! + leg;
    const late = arrive - day.arriveBy[slot]!;
    const over: Overrun | undefined =
      late > 0
        ? {
            seconds: late,
            reason: { code: 'window', begin: beginAt(arrive, day.opens[slot]!), until: day.arriveBy[slot]! },
          }
        : overrunAfter(work, k, base + before + 1, slot, arrive);
    if (over === undefined) return undefined;
    if (over.seconds < nearest.seconds) nearest = over;
  }
  return nearest.reason;
}

interface Overrun {
  readonly seconds: number;
  readonly reason: Reason;
}

/** What comes too late on a route that does not fit as it stands. */
export function firstOverrun(work: Workspace, k: number): Reason {
  const { day, book } = work;
  const { time } = day.modes[day.modeOf[k]!]!;
  const base = k * book.room;
  for (let p = base + 1; p < base + book.length[k]!; p++) {
    const n = book.node[p]!;
    const arrive = book.leave[p - 1]! + time[book.site[p - 1]! * day.stride + book.site[p]!]!;
    const seconds = arrive - day.arriveBy[n]!;
    if (seconds > 0) return lateReason(work, k, n, beginAt(arrive, day.opens[n]!), seconds);
  }
  throw new Error(`The route of ${day.technicians[k]!.id} was said not to fit, but nothing on it is late.`);
}

/** The first stop from position p on that comes too late when the slot is reached at `arrive` before it. */
function overrunAfter(
  work: Workspace,
  k: number,
  p: number,
  slot: number,
  arrive: number,
): Overrun | undefined {
  const { day, book } = work;
  const { time } = day.modes[day.modeOf[k]!]!;
  const end = k * book.room + book.length[k]! - 1;
  let clock = leaveAt(arrive, day.opens[slot]!, day.service[slot]!);
  let site = day.site[slot]!;
  for (let q = p; q <= end; q++) {
    const n = book.node[q]!;
    const pause = n >= day.breakNode[0]!;
    if (!pause) {
      clock += time[site * day.stride + day.site[n]!]!;
      site = day.site[n]!;
    }
    const begin = beginAt(clock, day.opens[n]!);
    const seconds = (pause ? begin : clock) - day.arriveBy[n]!;
    if (seconds > 0) return { seconds, reason: lateReason(work, k, n, begin, seconds) };
    clock = leaveAt(clock, day.opens[n]!, day.service[n]!);
    if (q > p && clock === book.leave[q]) return undefined;
  }
  return undefined;
}

function lateReason(work: Workspace, k: number, n: number, begin: number, seconds: number): Reason {
  const { day } = work;
  if (n === day.endNode[k] || n === day.storeNode[k])
    return { code: 'shift', endsAt: begin, shiftEnd: day.technicians[k]!.shiftEnd };
  if (n >= day.breakNode[0]!) {
    return { code: 'break', break: n - day.breakNode[k]!, begin, until: day.arriveBy[n]! };
  }
  const visit = day.visits[n]!;
  const promised = visit.window.kind === 'promised' || day.group[n]! >= 0;
  return { code: promised ? 'promise' : 'deadline', visit: visit.id, lateSeconds: seconds };
}
