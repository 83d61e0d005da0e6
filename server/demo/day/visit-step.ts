import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { requiredCards } from '#domain/visit/ticks.ts';
import { paceOf } from './pace.ts';

/** What a technician does next in a home, once it is due; null while the present step still goes on. */
export function nextInHome(order: Order, now: Instant): OrderCommand | null {
  const visit = order.visits.at(-1);
  if (!visit) return null;
  const { id: orderId } = order;
  const isFault = order.type === 'fault';
  const cards = (step: Parameters<typeof requiredCards>[0]) => requiredCards(step, order);
  const due = (since: Instant | null, act: Parameters<typeof paceOf>[0]) =>
    since !== null && now >= since + paceOf(act, orderId);
  switch (visit.status) {
    case 'arrived': {
      const opens = Math.max(visit.arrivedAt ?? now, (order.planned?.start ?? now) - 5 * 60_000);
      return due(opens, 'enter') ? { type: 'visit.enter', payload: { orderId } } : null;
    }
    case 'entered':
    case 'surveying':
      return due(visit.enteredAt, 'survey')
        ? { type: 'visit.work', payload: { orderId, checks: ['agree_routing'] } }
        : null;
    case 'working':
      return due(visit.workStartedAt, 'work')
        ? {
            type: 'visit.test',
            payload: {
              orderId,
              threeOnes: true,
              downMbps: order.subscribedMbps ?? 100,
              checks: cards('visit.test'),
            },
          }
        : null;
    case 'testing':
      if (visit.activatedAt === null)
        return due(visit.testedAt, 'test') ? { type: 'visit.activate', payload: { orderId } } : null;
      return isFault
        ? { type: 'visit.observe', payload: { orderId } }
        : due(visit.activatedAt, 'sign')
          ? { type: 'visit.sign', payload: { orderId, filledBy: 'customer', checks: cards('visit.sign') } }
          : null;
    case 'observing':
      return due(visit.observeStartedAt, 'observe')
        ? { type: 'visit.sign', payload: { orderId, filledBy: 'customer', checks: cards('visit.sign') } }
        : null;
    case 'signing':
      return due(visit.signedAt, 'leave')
        ? { type: 'visit.finish', payload: { orderId, checks: cards('visit.finish') } }
        : null;
    default:
      return null;
  }
}
