import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { instantOf, localDate, MINUTE } from '#domain/time/zone.ts';
import type { Hands } from './hands.ts';

const TZ = 'Asia/Shanghai';
/** Between two such requests. */
const EVERY = 50 * MINUTE;

/**
 * The demo's dispatcher asks for what only a supervisor may allow: to move a promise when less than the notice is left
 * (CHG-01). The request stays open for the people who try the product.
 */
export function shortNoticeAsker(hands: Hands, firstAt: (date: string) => Instant) {
  const asked = new Set<string>();
  let nextAt: Instant | null = null;
  return async (now: Instant): Promise<void> => {
    nextAt ??= Math.max(firstAt(localDate(now, TZ)), now);
    if (now < nextAt) return;
    const order = [...hands.orders()].find((one) => !asked.has(one.id) && isSoon(one, now));
    if (!order) return;
    asked.add(order.id);
    const promise = currentAppointment(order)!;
    const answer = await hands.send(
      'dispatcher',
      'approval.request',
      {
        orderId: order.id,
        command: {
          type: 'appointment.change',
          payload: {
            orderId: order.id,
            start: promise.start + 150 * MINUTE,
            cause: 'company',
            reason: '上一户光缆抢修,预计赶不上约定时间',
            notifiedAt: now,
            agreed: true,
            reached: true,
            appointmentVersion: promise.version,
          },
        },
        reason: '用户已接通并同意改到下午',
      },
      order.version,
    );
    if (answer.ok) nextAt = now + EVERY;
  };
}

/** Promised within the next two hours, nobody on the way yet, and late enough for somebody to decide in between. */
function isSoon(order: Order, now: Instant): boolean {
  const promise = currentAppointment(order);
  if (!promise || order.status !== 'appointed' || order.visits.length > 0) return false;
  const left = promise.start - now;
  const latest = instantOf(localDate(now, TZ), '16:00', TZ);
  return left > 70 * MINUTE && left < 115 * MINUTE && promise.start < latest;
}
