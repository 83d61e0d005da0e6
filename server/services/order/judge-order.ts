import { workedAs } from '#db/query/event.ts';
import { orderById, siblingOf } from '#db/query/order.ts';
import { outageById } from '#db/query/outage.ts';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import type { Actor } from '#domain/base/role.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Decision, DecisionContext } from '#domain/order/decision.ts';
import type { DueEvent } from '#domain/order/due-events.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { outageIdOf } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { seesOrder } from '#server/access/may-command.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Work } from '../command/change.ts';
import { withDeviceHash } from '../command/device-hash.ts';
import { invalid } from '../command/refusal.ts';
import { bookingsOf } from './bookings.ts';
import { caughtUp } from './caught-up.ts';
import { type HeldOrder, holdOrder, namedTechnician } from './hold-order.ts';
import { type PlacedVisit, placeVisit } from './place-visit.ts';
import { daysWith, type TechnicianDays } from './technician-day.ts';

/** What the rules said of a command on an order that is now held. */
export interface JudgedOrder {
  ok: true;
  held: HeldOrder;
  /** What time alone has brought about since the order was last written, and the order after it. */
  due: readonly DueEvent[];
  current: Order;
  now: Instant;
  standard: ResolvedStandard;
  decision: Decision;
  /** The days of the technician that the command names, else of the one who has the order. */
  days: TechnicianDays | null;
  /** The visit's place that the rules judged, for a command that names a technician. */
  placed: PlacedVisit | null;
}

/** An approval given for the command, and in whose name the command runs then: the one who asked. */
export interface GivenApproval {
  approval: NonNullable<DecisionContext['approval']>;
  requester: Actor;
}

/** Holds the order, loads what the rules may look at, and lets them decide. Writes nothing. */
export async function judgeOrder(
  work: Work,
  command: OrderCommand,
  given: GivenApproval | null = null,
): Promise<JudgedOrder | CommandRefused> {
  const held = await holdOrder(work, command);
  if (!held.ok) return held;
  const now = work.services.now();
  const standard = standardOf(held.order);
  const { due, order } = caughtUp(held.order, standard, now);

  const named = namedTechnician(command);
  const days = daysOf(held, { technicianId: named ?? order.technicianId, standard, now });
  const technician = days?.technician ?? null;
  if (named !== undefined && (technician === null || !seesArea(work.viewer, technician.areaId)))
    return invalid({ field: 'technicianId', message: `there is no technician ${JSON.stringify(named)}` });

  const outage = await outageFor(work, order, command);
  if (command.type === 'order.merge' && outage === null) {
    const into = await orderById(work.tx, command.payload.into);
    if (!into || !seesOrder(work.viewer, into))
      return invalid({ field: 'into', message: `there is no order ${JSON.stringify(command.payload.into)}` });
  }
  const placed = days && isPlacing(command) ? placeVisit(days, order, command.payload) : null;
  const decision = decideOrder(order, withDeviceHash(command), {
    now,
    actor: given?.requester ?? (await actorFor(work, command)),
    standard,
    area: held.area,
    technician,
    bookings: days ? bookingsOf(days, order, placed) : [],
    slot: placed ? { start: placed.slot.start, end: placed.slot.end } : null,
    approval: given?.approval ?? null,
    sibling: await siblingOf(work.tx, order),
    outage,
    cutovers: held.cutovers,
  });
  return { ok: true, held, due, current: order, now, standard, decision, days, placed };
}

/**
 * The person as the rules must see them. Of whoever calls back they must know whether the same person did the work, in whatever seat
 * they sat then (CALL-12): the log tells who accepted the order or went along.
 */
async function actorFor({ tx, actor }: Work, command: OrderCommand): Promise<Actor> {
  if (command.type !== 'callback.record') return actor;
  const technicianId = await workedAs(tx, command.payload.orderId, actor.id);
  return technicianId === null ? actor : { ...actor, technicianId };
}

/** The outage that the command concerns; one of another area is none. */
async function outageFor({ tx }: Work, order: Order, command: OrderCommand): Promise<Outage | null> {
  const id = outageIdOf(order, command);
  const outage = id === null ? null : await outageById(tx, id);
  return outage?.areaId === order.areaId ? outage : null;
}

type PlacingCommand = Extract<OrderCommand, { type: 'order.dispatch' | 'order.reassign' }>;

function isPlacing(command: OrderCommand): command is PlacingCommand {
  return command.type === 'order.dispatch' || command.type === 'order.reassign';
}

/** The days of one of the technicians around the order, without the order itself; null when there is no such one. */
export function daysOf(
  { order, others, technicians, roads }: HeldOrder,
  given: Pick<TechnicianDays, 'standard' | 'now'> & { technicianId: TechnicianId | null },
): TechnicianDays | null {
  const { technicianId, standard, now } = given;
  const around = technicians.find(({ technician }) => technician.id === technicianId);
  if (!around) return null;
  const elsewhere = others.filter(({ id }) => id !== order.id);
  const orders = elsewhere.filter((other) => other.technicianId === technicianId);
  const beside = elsewhere.filter((other) => other.companionId === technicianId);
  return daysWith({ technician: around.technician, standard, now, orders, beside, roads }, around);
}
