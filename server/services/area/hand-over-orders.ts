import { outagesOf } from '#db/query/outage.ts';
import { technicianById } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import { handingOver, isInHand } from '#domain/area/hand-over.ts';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { Work } from '../command/change.ts';
import { refusedBy } from '../command/refusal.ts';
import { bookingsOf } from '../order/bookings.ts';
import { caughtUp } from '../order/caught-up.ts';
import { placeVisit } from '../order/place-visit.ts';
import { type OrderStep, plannedEvents } from '../order/retime-days.ts';
import { daysFor, type TechnicianDays } from '../order/technician-day.ts';

interface HandingOver {
  area: Area;
  /** Every unfinished order of both, held. */
  held: readonly Order[];
  technicianId: TechnicianId;
  /** null gives the orders back to be dispatched. */
  successorId: TechnicianId | null;
  reason: string | undefined;
  now: Instant;
}

interface HandedOver {
  ok: true;
  steps: readonly OrderStep[];
  warnings: readonly Finding[];
}

/**
 * Gives whatever a person has in hand to the successor, in the order of the day, each through the gate as if it had been dragged; the
 * successor's days are timed with all of them. The first that the gate refuses is the answer, by its number.
 */
export async function handOverOrders(work: Work, handing: HandingOver): Promise<HandedOver | CommandRefused> {
  const { area, held, technicianId, successorId, reason, now } = handing;
  const technician = successorId === null ? null : await technicianById(work.tx, successorId);
  const outages = await outagesOf(work.tx, [area.id]);
  let days: TechnicianDays | null =
    technician &&
    (await daysFor(work.tx, {
      technician,
      standard: resolveStandard(area.standardId),
      now,
      orders: held.filter((order) => order.technicianId === technician.id),
      roads: work.services.roads,
    }));
  const steps: OrderStep[] = [];
  const warnings: Finding[] = [];
  const slots = new Map<OrderId, PlannedSlot>();
  const inHand = held.filter((order) => order.technicianId === technicianId && isInHand(order));
  for (const before of inHand.toSorted(byPlace)) {
    const standard = standardOf(before);
    const { due, order } = caughtUp(before, standard, now);
    const command = handingOver(before.id, successorId, reason ?? null);
    const placed = days && PLANNABLE_STATUSES.has(order.status) ? placeVisit(days, order) : null;
    const { verdict, events } = decideOrder(order, command, {
      now,
      actor: work.actor,
      standard,
      area,
      technician,
      bookings: days && placed ? bookingsOf(days, order, placed) : [],
      slot: placed && { start: placed.slot.start, end: placed.slot.end },
      approval: null,
      sibling: null,
      outage: outages.find(({ id }) => id === before.outageId) ?? null,
    });
    if (verdict.outcome !== 'accepted') {
      const refusal = refusedBy(verdict, standard);
      return { ...refusal, title: `Order ${before.number}: ${refusal.title}` };
    }
    steps.push({ before, due, events });
    warnings.push(...verdict.findings);
    const after = events.reduce((state, event) => evolveOrder(state, event, now), order);
    for (const stop of placed?.route.stops ?? []) slots.set(stop.orderId, stop.planned);
    if (days)
      days = { ...days, orders: [...days.orders, after].map((one) => standingAt(one, slots.get(one.id))) };
  }
  return { ok: true, steps: [...placedSteps(steps, handing, slots), ...alone(handing)], warnings };
}

/** Whoever has left goes along on nobody's visit any more (E-101). */
function alone({ held, technicianId, now }: HandingOver): OrderStep[] {
  return held
    .filter((order) => order.companionId === technicianId && isInHand(order))
    .map((before) => ({
      before,
      due: caughtUp(before, standardOf(before), now).due,
      events: [{ type: 'order.unaccompanied', data: { technicianId } }],
    }));
}

/** As they stand in the day; those that have no place yet follow by intake. */
function byPlace(a: Order, b: Order): number {
  const [first, second] = [a, b].map(({ planned }) => planned?.start ?? Number.MAX_SAFE_INTEGER);
  return Number(first) - Number(second) || a.intakeAt - b.intakeAt || (a.id < b.id ? -1 : 1);
}

function standingAt(order: Order, planned: PlannedSlot | undefined): Order {
  return planned ? { ...order, planned } : order;
}

/** The steps with where each visit has come to stand, and the successor's own visits that were pushed. */
function placedSteps(
  steps: readonly OrderStep[],
  { held, successorId }: HandingOver,
  slots: ReadonlyMap<OrderId, PlannedSlot>,
): OrderStep[] {
  const handed = steps.map((step) => {
    const planned = slots.get(step.before.id) ?? null;
    return { ...step, events: [...step.events, ...plannedEvents(step.before.planned, planned)] };
  });
  const own = held.filter(({ technicianId }) => technicianId === successorId && successorId !== null);
  const pushed = own.flatMap((before): OrderStep[] => {
    const events = plannedEvents(before.planned, slots.get(before.id) ?? before.planned);
    return events.length > 0 ? [{ before, events }] : [];
  });
  return [...handed, ...pushed];
}
