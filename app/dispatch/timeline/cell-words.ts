import type { Instant } from '#domain/base/brand.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { clock } from '../../ui/time.ts';
import { toneOf } from '../../ui/tone.ts';
import type { BoardView } from '../state/board-view.ts';
import { barTimes } from './day-bars.ts';

/** What is said of a cell that the arrows have come to: whose row, and the visit with its time, kind and state. */
export function cellWords(
  cell: { readonly technicianId: string; readonly orderId: string | null },
  { technicians, orders }: BoardView,
  now: Instant,
  m: Messages,
): string {
  const name = technicians.get(cell.technicianId)?.name ?? cell.technicianId;
  const order = cell.orderId === null ? undefined : orders.get(cell.orderId);
  const times = order && barTimes(order, now);
  if (!order || !times) return m.common.named(name, m.dispatch.timeline.noVisits);
  const t = m.dispatch.timeline;
  const words = [
    (times.begun ? t.actual : t.planned)(clock(times.from), clock(times.to)),
    order.estate,
    `${m.order.type[order.type]} ${order.number}`,
    m.order.tone[toneOf(order, false)],
  ].filter((word) => word !== null);
  return m.common.named(name, m.common.list(words));
}
