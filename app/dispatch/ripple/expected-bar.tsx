import type { Order } from '#domain/order/order.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { type Scale, xOf } from '../timeline/scale.ts';
import css from './ripple.module.css';

/** Where a visit that will be late is expected to stand, beneath the place where it is planned. */
export function ExpectedBar({ order, scale }: { order: Order; scale: Scale }) {
  const visit = useStore(useConsole().expected, (all) => all.get(order.id));
  if (!visit?.beginAt || !visit.endAt || visit.lateMin === 0) return null;
  const left = xOf(scale, visit.beginAt);
  return (
    <div
      className={css.expected}
      style={{ transform: `translateX(${left}px)`, width: Math.max(8, xOf(scale, visit.endAt) - left) }}
      data-expected={order.id}
    />
  );
}

/** What the bar says of it. Null while the visit will be in time. */
export function useExpectedWords(order: Order): string | null {
  const r = useMessages().ripple;
  const visit = useStore(useConsole().expected, (all) => all.get(order.id));
  if (!visit) return null;
  if (visit.beginAt === null) return r.cause.absent;
  return visit.lateMin > 0 ? `${r.expected(clock(visit.beginAt))}，${r.late(visit.lateMin)}` : null;
}
