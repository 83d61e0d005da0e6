'use client';

import { Button, Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { FormerTechnician, Technician } from '#domain/technician/technician.ts';
import type { CustomerCard, LogEvent } from '#protocol/live.ts';
import { storyOf } from '../care/order-story.ts';
import { ClockStops, PromiseVersions } from '../care/promise-versions.tsx';
import { callApi } from '../dispatch/state/read-api.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { statusWords } from '../ui/status-words.ts';
import { clockWithSeconds, dayAndClock, isoDay } from '../ui/time.ts';
import classes from './board.module.css';

interface Past {
  readonly events: readonly LogEvent[];
  /** Everybody who had the order, also those who have left since. */
  readonly technicians: readonly FormerTechnician[];
}
type Loaded = { state: 'loading' } | { state: 'failed' } | ({ state: 'here' } & Past);

/** What happened to one order, event by event, and every version of its promise. */
export function OrderDrawer(props: {
  order: Order | null;
  card: CustomerCard | undefined;
  technicians: ReadonlyMap<string, Pick<Technician, 'name'>>;
  /** Whether this person works at the desk, where something may be done about the order. */
  desk: boolean;
  now: Instant;
  onClose: () => void;
}) {
  const m = useMessages();
  const { order } = props;
  return (
    <Drawer
      opened={order !== null}
      onClose={props.onClose}
      position="right"
      size={460}
      title={order ? m.board.order.title(order.number) : ''}
    >
      {order ? <OrderStory key={order.id} {...props} order={order} /> : null}
    </Drawer>
  );
}

/** State, promises and events of one order. */
export function OrderStory(props: {
  order: Order;
  card: CustomerCard | undefined;
  technicians: ReadonlyMap<string, Pick<Technician, 'name'>>;
  desk: boolean;
  now: Instant;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { order, card, technicians, desk, now } = props;
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the order or another try is why to ask again
  useEffect(() => {
    const gone = new AbortController();
    loadPast(order.id, gone.signal).then(
      (past) => setLoaded({ state: 'here', ...past }),
      () => {
        if (!gone.signal.aborted) setLoaded({ state: 'failed' });
      },
    );
    return () => gone.abort();
  }, [order.id, order.version, tries]);

  return (
    <div className={classes.drawer}>
      <dl className={classes.story}>
        <div>
          <dt>{m.board.order.status}</dt>
          <dd>{statusWords(order, m)}</dd>
        </div>
        {card ? (
          <>
            <div>
              <dt>{m.board.order.customer}</dt>
              <dd>
                {card.name} {card.phone}
              </dd>
            </div>
            <div>
              <dt>{m.board.order.address}</dt>
              <dd>{card.address}</dd>
            </div>
          </>
        ) : null}
      </dl>
      {desk ? (
        <a className={classes.textButton} href={`/calls?order=${encodeURIComponent(order.id)}`}>
          {m.board.order.act}
        </a>
      ) : null}
      <h3>{m.board.order.ledger}</h3>
      {order.appointments.length === 0 ? <p>{m.board.order.noPromise}</p> : null}
      <PromiseVersions order={order} now={now} />
      {order.pauses.length > 0 ? (
        <>
          <h3>{m.order.ledger.stops}</h3>
          <ClockStops order={order} now={now} />
        </>
      ) : null}
      <h3>{m.board.order.timeline}</h3>
      {loaded.state === 'loading' ? <LoadingState label={m.common.loading} /> : null}
      {loaded.state === 'failed' ? (
        <ErrorState
          title={m.board.order.failed}
          body={m.common.failure.body}
          action={<Button onClick={() => setTries(tries + 1)}>{m.common.retry}</Button>}
        />
      ) : null}
      {loaded.state === 'here' ? (
        <ol className={classes.events}>
          {storyOf(loaded.events, nameOf(loaded, technicians), m).map((line) => (
            <li key={line.seq}>
              <time dateTime={new Date(line.at).toISOString()}>
                {isoDay(line.at) === isoDay(now)
                  ? clockWithSeconds(line.at)
                  : dayAndClock(line.at, now, m, language)}
              </time>
              <span>
                <strong>{line.what}</strong>
                {line.detail ? ` ${line.detail}` : null}
                <small>{line.by}</small>
              </span>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** What a technician of the story is called: as its order has it, else as this page knows them. */
function nameOf(
  { technicians }: Past,
  known: ReadonlyMap<string, Pick<Technician, 'name'>>,
): (id: string) => string {
  const names = new Map(technicians.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? known.get(id)?.name ?? id;
}

async function loadPast(orderId: string, signal: AbortSignal): Promise<Past> {
  const path = `/api/v1/orders/${encodeURIComponent(orderId)}`;
  return callApi<Past>(path, { signal, cache: 'no-store' });
}
