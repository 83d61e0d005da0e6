import { currentAppointment } from '../appointment/current.ts';
import type { Instant, TechnicianId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { currentVisit } from '../visit/current-visit.ts';

/** Somebody else comes than the customer was told; the promised time stands. */
export interface Newcomer {
  technicianId: TechnicianId;
  /** Whom the customer expects. */
  toldId: TechnicianId;
  /** The promise, before which the customer should know. */
  startAt: Instant;
}

/**
 * CHG-06: another technician at the same time is no change, but the customer is told the new name and badge. Null where nobody was ever
 * named to the customer, where the last word given was of the person who comes, and from the departure on, which is told by itself
 * (APPT-17). It holds up nothing: whoever cannot be told is visited all the same.
 */
export function newcomerOf(order: Order): Newcomer | null {
  const promise = currentAppointment(order);
  const { technicianId } = order;
  if (!promise || technicianId === null || order.endedAt !== null || currentVisit(order)) return null;
  const words = wordsGiven(order).toSorted((a, b) => b - a);
  const toldId = words.map((at) => inChargeAt(order, at)).find((one) => one !== null) ?? null;
  if (toldId === null || toldId === technicianId) return null;
  return { technicianId, toldId, startAt: promise.start };
}

/** When the customer was spoken with or written to, and so heard who comes; a message to a number that does not exist told nobody. */
function wordsGiven({ contacts, appointments }: Order): readonly Instant[] {
  return [
    ...contacts
      .filter(
        ({ outcome, channel }) => outcome === 'connected' || (channel !== 'phone' && outcome === 'no_answer'),
      )
      .map(({ at }) => at),
    ...appointments.map(({ confirmedAt }) => confirmedAt),
  ];
}

function inChargeAt({ assignments }: Order, instant: Instant): TechnicianId | null {
  const held = assignments.findLast(
    ({ at, endedAt }) => at <= instant && (endedAt === null || instant < endedAt),
  );
  return held?.technicianId ?? null;
}
