import { useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';
import css from './detail.module.css';

interface Happened {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actorId: string;
  readonly actorRole: string;
}

/** What happened to the order, newest first, from the log; asked again whenever the order moves on. */
export function OrderHistory({ order }: { order: Order }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  const [events, setEvents] = useState<readonly Happened[] | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means that something has happened
  useEffect(() => {
    const controller = new AbortController();
    callApi<{ events: readonly Happened[] }>(`/api/v1/orders/${order.id}`, {
      signal: controller.signal,
    }).then(
      (answer) => setEvents(answer.events),
      () => {
        if (!controller.signal.aborted) setEvents('failed');
      },
    );
    return () => controller.abort();
  }, [order.id, order.version]);

  const names: Readonly<Record<string, string>> = m.order.event;
  const roles: Readonly<Record<string, string>> = m.common.roles;
  return (
    <section>
      <h3 className={css.heading}>{d.history}</h3>
      {events === 'failed' ? <p className={css.gone}>{d.historyFailed}</p> : null}
      <ol className={css.history} reversed>
        {(Array.isArray(events) ? [...events].reverse() : []).map((event: Happened) => (
          <li key={event.seq}>
            <span className={css.historyAt}>{dayAndClock(event.at, now, m, language)}</span>
            <span>{names[event.type] ?? event.type}</span>
            <span className={css.historyWho}>{roles[event.actorRole] ?? event.actorRole}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
