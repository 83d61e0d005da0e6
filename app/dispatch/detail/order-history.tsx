import { useEffect, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import type { LogEvent } from '#protocol/live.ts';
import { storyOf } from '../../care/order-story.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { callApi } from '../state/read-api.ts';
import css from './detail.module.css';

/** What happened to the order, newest first, from the log; asked again whenever the order moves on. */
export function OrderHistory({ order }: { order: Order }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  const technicians = useStore(useConsole().board, (board) => board.technicians);
  const [events, setEvents] = useState<readonly LogEvent[] | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means that something has happened
  useEffect(() => {
    const controller = new AbortController();
    callApi<{ events: readonly LogEvent[] }>(`/api/v1/orders/${order.id}`, {
      signal: controller.signal,
    }).then(
      (answer) => setEvents(answer.events),
      () => {
        if (!controller.signal.aborted) setEvents('failed');
      },
    );
    return () => controller.abort();
  }, [order.id, order.version]);

  const nameOf = (id: string) => technicians.get(id)?.name ?? '';
  return (
    <section>
      <h3 className={css.heading}>{d.history}</h3>
      {events === 'failed' ? <p className={css.gone}>{d.historyFailed}</p> : null}
      <ol className={css.history} reversed>
        {(Array.isArray(events) ? storyOf(events, nameOf, m) : []).map((line) => (
          <li key={line.seq}>
            <span className={css.historyAt}>{dayAndClock(line.at, now, m, language)}</span>
            <span>
              {line.what}
              {line.detail === '' ? null : <small className={css.historyDetail}>{line.detail}</small>}
            </span>
            <span className={css.historyWho}>{line.by}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
