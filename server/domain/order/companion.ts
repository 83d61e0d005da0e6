import type { Instant, TechnicianId } from '../base/brand.ts';
import { currentVisit } from '../visit/current-visit.ts';
import type { Order } from './order.ts';

/** A second person on the same visit; the one in charge takes the steps and answers for them (E-101). */
export interface Companion {
  technicianId: TechnicianId;
  at: Instant;
  /** Taken off it again, or left behind when the order went to somebody else. */
  endedAt: Instant | null;
}

/** The order with a companion from `at` on; whoever was it before is no longer. A visit under way is from then on the visit of both. */
export function accompaniedBy(order: Order, technicianId: TechnicianId, at: Instant): Order {
  const alone = withoutCompanion(order, at);
  const visit = currentVisit(order);
  return {
    ...alone,
    companionId: technicianId,
    companions: [...alone.companions, { technicianId, at, endedAt: null }],
    visits: visit ? [...order.visits.slice(0, -1), { ...visit, companionId: technicianId }] : order.visits,
  };
}

/** The order without its companion. A visit that both have been on stays the visit of both. */
export function withoutCompanion(order: Order, at: Instant): Order {
  if (order.companionId === null) return order;
  const companions = order.companions.map((one) => (one.endedAt === null ? { ...one, endedAt: at } : one));
  return { ...order, companionId: null, companions };
}

/** A companion goes along with one person: with another in charge, or nobody, the order is without. */
export function withStandingCompanion(before: Order, after: Order, at: Instant): Order {
  return after.technicianId === before.technicianId ? after : withoutCompanion(after, at);
}

/** Everybody who had the order or went along, ever: their own work is not theirs to ask the customer about (CALL-12). */
export function performersOf({ visits, assignments, companions }: Order): ReadonlySet<string> {
  return new Set(
    [
      ...visits.flatMap(({ technicianId, companionId }) => [technicianId, companionId]),
      ...[...assignments, ...companions].map(({ technicianId }) => technicianId),
    ].filter((id) => id !== undefined),
  );
}
