import { boundsOf, pinsOf, refuseTechnician } from './constraints.ts';
import type {
  Problem,
  Reason,
  Route,
  RouteOrder,
  Step,
  TechnicianDay,
  TechnicianReason,
  Unserved,
  Visit,
  VisitId,
} from './model.ts';
import { plannedLeg, timeRoute } from './timeline.ts';

/** Every technician's first binding constraint for each of the visits. */
export function explainUnserved(
  problem: Problem,
  orders: readonly RouteOrder[],
  unserved: readonly VisitId[],
): readonly Unserved[] {
  const reader = new ReasonReader(problem, orders);
  return unserved.map((visit) => ({ visit, reasons: reader.reasons(visit) }));
}

/** Reads, from an order of work, why a technician cannot take a visit. */
export class ReasonReader {
  private readonly problem: Problem;
  private readonly visits: ReadonlyMap<VisitId, Visit>;
  private readonly pins: ReadonlyMap<VisitId, string>;
  private readonly steps: ReadonlyMap<string, readonly Step[]>;
  private readonly endedAt: ReadonlyMap<VisitId, number>;

  constructor(problem: Problem, orders: readonly RouteOrder[]) {
    this.problem = problem;
    this.visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
    this.pins = pinsOf(problem);
    this.steps = new Map(orders.map((order) => [order.technician, order.steps]));
    const ended = new Map<VisitId, number>();
    for (const technician of problem.technicians) {
      for (const stop of this.route(technician, this.stepsOf(technician)).stops) {
        if (stop.step.kind === 'visit') ended.set(stop.step.visit, stop.leave);
      }
    }
    this.endedAt = ended;
  }

  reasons(id: VisitId): readonly TechnicianReason[] {
    const visit = this.visits.get(id)!;
    const found = this.problem.technicians.map((technician) => ({
      technician: technician.id,
      reason: this.reason(technician, visit),
    }));
    const able = found.filter((each) => each.reason === undefined).length;
    return found.map(({ technician, reason }) => ({
      technician,
      reason: reason ?? { code: 'crew', needed: visit.crew ?? 1, found: able },
    }));
  }

  /** The first binding constraint, `undefined` when this technician has a place for the visit. */
  reason(technician: TechnicianDay, visit: Visit): Reason | undefined {
    const { problem } = this;
    const refused = refuseTechnician(technician, visit, this.pins.get(visit.id));
    if (refused) return refused;
    const waitsFor = visit.after;
    const opensAfter = waitsFor === undefined ? undefined : this.endedAt.get(waitsFor);
    if (waitsFor !== undefined && opensAfter === undefined) return { code: 'precedence', visit: waitsFor };
    const stock = this.missingStock(technician, visit);
    if (stock.length > 0) return { code: 'stock', missing: stock };
    const bounds = boundsOf(problem, visit, 'released');
    const opens = Math.max(bounds.opens, opensAfter ?? bounds.opens);
    if (bounds.arriveBy < 0 || opens + visit.durationSeconds > this.closing(visit)) {
      return { code: 'closing', leave: opens + visit.durationSeconds, closesAt: problem.rules.closesAt };
    }
    return (
      this.aloneReason(technician, visit, opens, bounds.arriveBy) ?? this.gapReason(technician, visit, opens)
    );
  }

  private closing(visit: Visit): number {
    return visit.class === 'emergency' ? Infinity : this.problem.rules.closesAt;
  }

  /** What would bind even if the technician had nothing else to do. */
  private aloneReason(
    technician: TechnicianDay,
    visit: Visit,
    opens: number,
    arriveBy: number,
  ): Reason | undefined {
    const { travel, rules } = this.problem;
    const drive = (from: number, to: number): number =>
      from === to ? 0 : travel.seconds(from, to, technician.mode, rules.travelHour);
    const there = drive(technician.start, visit.place);
    const arrive =
      Math.max(technician.freeFrom, technician.shiftStart) + plannedLeg(there, rules.legReserveSeconds);
    if (arrive > arriveBy) return { code: 'travel', travelSeconds: there, arrive, until: arriveBy };
    const leave = Math.max(arrive, opens) + visit.durationSeconds;
    const endsAt = leave + plannedLeg(drive(visit.place, technician.end), rules.legReserveSeconds);
    const limit = technician.shiftEnd + technician.overtimeLimitSeconds;
    if (endsAt > limit) return { code: 'shift', endsAt, shiftEnd: technician.shiftEnd };
    return undefined;
  }

  /** What binds in the gap that comes nearest to taking the visit; `undefined` when one takes it. */
  private gapReason(technician: TechnicianDay, visit: Visit, opens: number): Reason | undefined {
    const steps = this.stepsOf(technician);
    const before = this.overruns(technician, steps, opens, visit.id);
    let nearest: { seconds: number; reason: Reason } | undefined;
    for (let at = 0; at <= steps.length; at++) {
      const step: Step = { kind: 'visit', visit: visit.id, notBefore: opens };
      const tried = [...steps.slice(0, at), step, ...steps.slice(at)];
      if (!this.keepsOrder(tried)) {
        nearest ??= { seconds: Infinity, reason: { code: 'order', visit: visit.id } };
        continue;
      }
      const worse = this.overruns(technician, tried, opens, visit.id).filter(
        (each) => each.seconds > (before.find((old) => old.key === each.key)?.seconds ?? 0),
      );
      const first = worse[0];
      if (first === undefined) return undefined;
      const seconds = worse.reduce((sum, each) => sum + each.seconds, 0);
      if (nearest === undefined || seconds < nearest.seconds) nearest = { seconds, reason: first.reason };
    }
    return nearest?.reason;
  }

  private stepsOf(technician: TechnicianDay): readonly Step[] {
    return this.steps.get(technician.id) ?? [];
  }

  private route(technician: TechnicianDay, steps: readonly Step[]): Route {
    return timeRoute(this.problem, technician, steps, this.visits);
  }

  /** Everything on a day that lies past its bound, by how much, in the order of the day. */
  private overruns(
    technician: TechnicianDay,
    steps: readonly Step[],
    opens: number,
    asked: VisitId,
  ): readonly { readonly key: string; readonly seconds: number; readonly reason: Reason }[] {
    const { problem } = this;
    const route = this.route(technician, steps);
    const found: { key: string; seconds: number; reason: Reason }[] = [];
    for (const stop of route.stops) {
      if (stop.frozen || stop.step.kind === 'store') continue;
      if (stop.step.kind === 'break') {
        const pause = technician.breaks[stop.step.break]!;
        const seconds = stop.begin - pause.until;
        const { begin } = stop;
        const reason: Reason = { code: 'break', break: stop.step.break, begin, until: pause.until };
        if (seconds > 0) found.push({ key: `break ${stop.step.break}`, seconds, reason });
        continue;
      }
      const visit = this.visits.get(stop.step.visit)!;
      const { arriveBy } = boundsOf(problem, visit, visit.id === asked ? 'released' : 'strict');
      const fixed = stop.step.notBefore;
      const latest = visit.id !== asked && fixed !== undefined ? Math.min(arriveBy, fixed) : arriveBy;
      const seconds = stop.arrive - latest;
      if (seconds <= 0) continue;
      const code = visit.window.kind === 'promised' || fixed !== undefined ? 'promise' : 'deadline';
      const reason: Reason =
        visit.id === asked
          ? { code: 'window', begin: Math.max(stop.arrive, opens), until: arriveBy }
          : { code, visit: visit.id, lateSeconds: seconds };
      found.push({ key: visit.id, seconds, reason });
    }
    const seconds = route.endsAt - technician.shiftEnd - technician.overtimeLimitSeconds;
    const reason: Reason = { code: 'shift', endsAt: route.endsAt, shiftEnd: technician.shiftEnd };
    if (seconds > 0) found.push({ key: 'shift', seconds, reason });
    return found;
  }

  /** What the technician is driving to stays first, and locked orders stay in order. */
  private keepsOrder(steps: readonly Step[]): boolean {
    let last = 0;
    for (const [i, step] of steps.entries()) {
      if (step.kind !== 'visit') continue;
      const lock = this.visits.get(step.visit)!.lock;
      if (lock?.position === 'next' && i > 0) return false;
      if (lock?.order === undefined) continue;
      if (lock.order < last) return false;
      last = lock.order;
    }
    return true;
  }

  /** Parts and tools that are neither carried (after what the day already uses) nor to be had at a store. */
  private missingStock(technician: TechnicianDay, visit: Visit): readonly string[] {
    if (this.problem.store !== undefined) return [];
    const used = new Map<string, number>();
    for (const step of this.stepsOf(technician)) {
      if (step.kind !== 'visit') continue;
      for (const [part, count] of Object.entries(this.visits.get(step.visit)!.parts ?? {})) {
        used.set(part, (used.get(part) ?? 0) + count);
      }
    }
    const parts = Object.entries(visit.parts ?? {}).filter(
      ([part, count]) => (technician.parts?.[part] ?? 0) - (used.get(part) ?? 0) < count,
    );
    const tools = (visit.tools ?? []).filter((tool) => !technician.tools?.includes(tool));
    return [...parts.map(([part]) => part), ...tools];
  }
}
