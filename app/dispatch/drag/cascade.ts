import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { TargetVerdict } from './target-verdict.ts';

/** Another visit of the row that a drop would move. */
export interface Moved {
  readonly order: Order;
  readonly from: Instant;
  readonly to: Instant;
  /** The new slot's end, for the ghost. */
  readonly end: Instant;
  /** Minutes past its promise or limit; 0 in time. */
  readonly lateMin: number;
  /** Its customer was promised a time that would be missed: they must be called before. */
  readonly mustCall: boolean;
}

/** What a drop would move beside the dropped orders, who must be called first, then who is latest, then in time order. */
export function cascadeOf(
  verdict: TargetVerdict,
  dropped: readonly OrderId[],
  orderOf: (orderId: OrderId) => Order | undefined,
): readonly Moved[] {
  if (verdict.outcome === 'refused') return [];
  const late = new Map(verdict.late.map((one) => [one.orderId, one]));
  const moved: Moved[] = [];
  for (const [orderId, slot] of verdict.slots) {
    const order = dropped.includes(orderId) ? undefined : orderOf(orderId);
    const from = order?.planned?.start;
    if (!order || from === undefined) continue;
    const lateness = late.get(orderId);
    if (from === slot.start && !lateness) continue;
    moved.push({
      order,
      from,
      to: slot.start,
      end: slot.end,
      lateMin: lateness?.minutes ?? 0,
      mustCall: lateness?.promised === true && currentAppointment(order) !== null,
    });
  }
  return moved.sort(
    (a, b) => Number(b.mustCall) - Number(a.mustCall) || b.lateMin - a.lateMin || a.to - b.to,
  );
}
