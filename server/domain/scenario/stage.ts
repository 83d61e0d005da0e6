import { currentAppointment } from '../appointment/current.ts';
import type { Membership } from '../area/judge-leave.ts';
import type { Instant } from '../base/brand.ts';
import type { Actor, Role } from '../base/role.ts';
import type { Cutover } from '../cutover/cutover.ts';
import type { Booking, DecisionContext } from '../order/decision.ts';
import { nextDueEvent } from '../order/due-events.ts';
import { evolveOrder } from '../order/evolve.ts';
import { moveOutcome } from '../order/move.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Outage } from '../outage/outage.ts';
import { resolveStandard } from '../standard/catalogue.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import { PUBLISHED_DAYS } from '../time/published-days.ts';
import type { WorkYears } from '../time/working-day.ts';
import { MINUTE } from '../time/zone.ts';
import type { Scenario, World } from './scenario.ts';

/** Everything that a story has brought about so far. Its steps are the only thing that changes it. */
export interface Stage {
  world: World;
  now: Instant;
  /** The version that new orders take; running orders keep their own (ARITH-11). */
  standard: ResolvedStandard;
  orders: Map<string, Order>;
  /** The standard each order was pinned to at intake. */
  pinned: Map<string, ResolvedStandard>;
  areas: Map<string, Membership>;
  /** Who left an area, and when (RESP-02). */
  left: Map<string, Instant>;
  outages: Outage[];
  cutovers: Cutover[];
  /** Working days as the house knows them (ARITH-04). */
  workYears: WorkYears;
  events: { at: Instant; order: string; event: OrderEvent }[];
}

export function openStage(scenario: Scenario): Stage {
  return {
    world: scenario.world,
    now: scenario.steps[0]?.at ?? 0,
    standard: resolveStandard(scenario.standardId),
    orders: new Map(),
    pinned: new Map(),
    areas: new Map(scenario.world.areas.map(({ id, members, lead }) => [id, { members, lead }])),
    left: new Map(),
    outages: [],
    cutovers: [],
    workYears: PUBLISHED_DAYS,
    events: [],
  };
}

/** Writes events to an order, at the clock given. */
export function record(stage: Stage, id: string, events: readonly OrderEvent[], at: Instant): void {
  for (const event of events) {
    stage.orders.set(id, evolveOrder(stage.orders.get(id) ?? null, event, at));
    stage.events.push({ at, order: id, event });
  }
}

export function standardOf(stage: Stage, id: string): ResolvedStandard {
  return stage.pinned.get(id) ?? stage.standard;
}

/** Lets time itself act on every order, up to and including `until`, in the order of the true due instants. */
export function passTime(stage: Stage, until: Instant): void {
  for (;;) {
    let first: { id: string; at: Instant; event: OrderEvent } | null = null;
    for (const [id, order] of stage.orders) {
      const due = nextDueEvent(order, standardOf(stage, id), until);
      if (due && (first === null || due.at < first.at)) first = { id, ...due };
    }
    if (!first) return;
    record(stage, first.id, [first.event], first.at);
    closeMoves(stage, first.at);
  }
}

/** A move ends with both of its children (§22.1). */
export function closeMoves(stage: Stage, at: Instant): void {
  for (const [id, order] of stage.orders) {
    if (order.childIds.length === 0 || order.endedAt !== null) continue;
    const [install, remove] = order.childIds.map((child) => stage.orders.get(child));
    const outcome = install && remove ? moveOutcome(order, [install, remove]) : null;
    if (outcome) record(stage, id, [outcome], at);
  }
}

/** A technician of the world as the rules see one. */
export function technicianOf(stage: Stage, id: string): Technician | null {
  const found = stage.world.technicians.find((one) => one.id === id);
  if (!found) return null;
  return {
    id: found.id,
    number: found.id,
    name: found.id,
    areaId: found.area,
    leftAt: stage.left.get(id) ?? null,
    skills: found.skills,
    vehicle: 'ebike',
    shift: { start: '08:00', end: '20:00' },
    home: null,
    certifiedUntil: found.certifiedUntil ?? '9999-12-31',
    onDuty: true,
    onDutySince: null,
    consent: null,
    version: 1,
  };
}

/** The promised visits of a technician, as the appointment book shows them. */
export function bookingsOf(stage: Stage, technicianId: string, except: string): readonly Booking[] {
  return [...stage.orders.values()].flatMap((order) => {
    const promise = currentAppointment(order);
    const goes = order.technicianId === technicianId || order.companionId === technicianId;
    if (!promise || !goes || order.id === except) return [];
    return [
      {
        orderId: order.id,
        start: promise.start,
        end: promise.start + order.durationMin * MINUTE,
        promised: true,
      },
    ];
  });
}

/** One role is one person; the technician is the one in charge of the order. */
export function actorOf(role: Role, order: Order | null): Actor {
  const technicianId = role === 'technician' && order?.technicianId ? order.technicianId : undefined;
  return { id: role, role, areaIds: null, technicianId };
}

/** What a decision about an order may look at, in this world. */
export function contextOf(
  stage: Stage,
  id: string,
  role: Role,
  technicianId: string | null,
  approval: { by: Role; reason: string } | null,
): DecisionContext {
  const order = stage.orders.get(id) ?? null;
  const area = stage.world.areas.find((one) => one.id === order?.areaId);
  const sibling = [...stage.orders.values()].find(
    (one) => one.id !== id && order?.parentOrderId != null && one.parentOrderId === order.parentOrderId,
  );
  const actor = actorOf(role, order);
  return {
    now: stage.now,
    actor,
    standard: standardOf(stage, id),
    area: area
      ? {
          id: area.id,
          name: area.id,
          region: area.region,
          polygon: null,
          leadTechnicianId: area.lead,
          standardId: stage.standard.id,
        }
      : null,
    technician: technicianId === null ? null : technicianOf(stage, technicianId),
    bookings: technicianId === null ? [] : bookingsOf(stage, technicianId, id),
    slot: null,
    approval: approval && {
      by: approval.by,
      role: approval.by,
      reason: approval.reason,
      at: stage.now,
      requestedBy: actor.id,
    },
    sibling: sibling ?? null,
    cutovers: stage.cutovers,
    workYears: stage.workYears,
  };
}
