import type { Order } from '#domain/order/order.ts';
import { ClockStops, PromiseVersions } from '../../care/promise-versions.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import css from './change.module.css';

/** The order's promise in all its versions, and when its clock stood still. */
export function PromiseLedger({ order }: { order: Order }) {
  const m = useMessages();
  const now = useStore(useConsole().now, whole);
  if (order.appointments.length === 0 && order.pauses.length === 0) return null;
  return (
    <section className={css.ledger} aria-label={m.dispatch.change.ledger}>
      {order.appointments.length > 0 ? (
        <>
          <h3 className={css.ledgerTitle}>{m.dispatch.change.ledger}</h3>
          <PromiseVersions order={order} now={now} />
        </>
      ) : null}
      {order.pauses.length > 0 ? (
        <>
          <h3 className={css.ledgerTitle}>{m.order.ledger.stops}</h3>
          <ClockStops order={order} now={now} />
        </>
      ) : null}
    </section>
  );
}
