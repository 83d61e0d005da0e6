import { evolveAppointment } from '../appointment/evolve-appointment.ts';
import type { Instant } from '../base/brand.ts';
import { withStandingCompanion } from './companion.ts';
import { evolveAftercare } from './evolve-aftercare.ts';
import { evolveCare } from './evolve-care.ts';
import { evolveProgress } from './evolve-progress.ts';
import { LATER_FIELDS } from './later-fields.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { withStandingLock } from './place-lock.ts';

/**
 * Folds one event into an order; `at` is the server's clock of the event. Version counts the events.
 * Throws when an event reaches an order that was never taken in: a broken log, never a business answer.
 */
export function evolveOrder(order: Order | null, event: OrderEvent, at: Instant): Order {
  if (event.type === 'order.taken_in')
    return { ...LATER_FIELDS, ...event.data.order, version: (order?.version ?? 0) + 1 };
  if (!order) throw new Error(`Event ${event.type} for an order that was never taken in`);
  const after =
    evolveProgress(order, event, at) ??
    evolveAppointment(order, event, at) ??
    evolveAftercare(order, event, at) ??
    evolveCare(order, event, at);
  if (!after)
    throw new Error(`Event ${event.type} is not known to any fold of server/domain/order/evolve.ts`);
  const standing = withStandingCompanion(order, withStandingLock(order, after), at);
  return { ...standing, version: order.version + 1 };
}
