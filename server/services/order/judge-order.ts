import { areaById } from '#db/query/area.ts';
import { openOrdersOf, siblingOf } from '#db/query/order.ts';
import { technicianById } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Actor } from '#domain/base/role.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Decision, DecisionContext } from '#domain/order/decision.ts';
import type { DueEvent } from '#domain/order/due-events.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Work } from '../command/change.ts';
import { invalid } from '../command/refusal.ts';
import { bookingsOf } from './bookings.ts';
import { caughtUp } from './caught-up.ts';
import { type HeldOrder, holdOrder, namedTechnician } from './hold-order.ts';
import { type PlacedVisit, placeVisit } from './place-visit.ts';
import { daysFor, type TechnicianDays } from './technician-day.ts';

/** What the rules said of a command on an order that is now held. */
export interface JudgedOrder {
  ok: true;
  held: HeldOrder;
  /** What time alone has brought about since the order was last written, and the order after it. */
  due: readonly DueEvent[];
  current: Order;
  now: Instant;
  area: Area | null;
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
  const { tx } = work;
  const now = work.services.now();
  const standard = resolveStandard(held.order.standardId, held.order.standardVersion);
  const { due, order } = caughtUp(held.order, standard, now);
  const area = await areaById(tx, order.areaId);

  const named = namedTechnician(command);
  const technicianId = named ?? order.technicianId;
  const technician = technicianId === null ? null : await technicianById(tx, technicianId);
  if (named !== undefined && (technician === null || !seesArea(work.viewer, technician.areaId)))
    return invalid({ field: 'technicianId', message: `there is no technician ${JSON.stringify(named)}` });

  const orders = technician ? await daysOrders(work, held, technician.id) : [];
  const days = technician ? await daysFor(tx, { technician, standard, now, orders }) : null;
  const placed = days && isPlacing(command) ? placeVisit(days, order, command.payload) : null;
  const decision = decideOrder(order, command, {
    now,
    actor: given?.requester ?? work.actor,
    standard,
    area,
    technician,
    bookings: days ? bookingsOf(days, order, placed) : [],
    slot: placed ? { start: placed.slot.start, end: placed.slot.end } : null,
    approval: given?.approval ?? null,
    sibling: await siblingOf(tx, order),
  });
  return { ok: true, held, due, current: order, now, area, standard, decision, days, placed };
}

type PlacingCommand = Extract<OrderCommand, { type: 'order.dispatch' | 'order.reassign' }>;

function isPlacing(command: OrderCommand): command is PlacingCommand {
  return command.type === 'order.dispatch' || command.type === 'order.reassign';
}

/** The technician's other open orders: held ones where the command holds the day, else as they stand. */
async function daysOrders(work: Work, { order, others }: HeldOrder, technicianId: string): Promise<Order[]> {
  const theirs = others.length > 0 ? others : await openOrdersOf(work.tx, technicianId);
  return theirs.filter((other) => other.technicianId === technicianId && other.id !== order.id);
}
