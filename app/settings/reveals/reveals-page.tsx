'use client';

import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Role } from '#domain/base/role.ts';
import { HOUR } from '#domain/time/zone.ts';
import { OrderTrail } from '../../board/order-trail.tsx';
import { useClock, useNow } from '../../ui/clock.tsx';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import classes from './reveals.module.css';

interface Look {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string | null;
  readonly role: Role;
  readonly at: Instant;
  readonly reason: string;
}
interface Often {
  readonly personId: string;
  readonly name: string | null;
  readonly at: Instant;
  readonly count: number;
}
const PERIODS = { day: 24 * HOUR, week: 168 * HOUR, month: 720 * HOUR } as const;
type Period = keyof typeof PERIODS;
const MOST = 200;
const TICK_MS = 30_000;

/** Who looked at customers' full numbers and why; who did so often stands first (PRIV-01). */
export function RevealsPage({ technicians }: { technicians: readonly { id: string; name: string }[] }) {
  const m = useMessages();
  const r = m.reveals;
  const language = useLanguage();
  const now = useNow(TICK_MS);
  const { renderedAt } = useClock();
  const [period, setPeriod] = useState<Period>('day');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [trail, setTrail] = useState<string | null>(null);
  const names = useMemo(() => new Map(technicians.map((one) => [one.id, one])), [technicians]);
  const query = new URLSearchParams({
    from: new Date(renderedAt - PERIODS[period]).toISOString(),
    limit: String(MOST),
    ...(person ? { person: person.id } : {}),
  });
  const { state, value, again } = useAnswer<{ reveals: readonly Look[]; often: readonly Often[] }>(
    `/api/v1/reveals?${query}`,
  );
  const when = (at: Instant) => dayAndClock(at, now, m, language);
  return (
    <div className={classes.page}>
      <div>
        <h1>{r.title}</h1>
        <p className={classes.hint}>{r.hint}</p>
      </div>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={r.period}
          data={(Object.keys(PERIODS) as Period[]).map((one) => ({ value: one, label: r.periods[one] }))}
          value={period}
          onChange={(chosen) => setPeriod(chosen as Period)}
        />
        {person ? (
          <Button variant="default" onClick={() => setPerson(null)}>
            {r.onlyThis(person.name)} · {r.everybody}
          </Button>
        ) : null}
      </div>
      {value && value.often.length > 0 ? (
        <section className={classes.often} data-often>
          <h2>
            ⚠ {r.often} <small>{r.oftenHint}</small>
          </h2>
          <ul>
            {value.often.map(({ personId, name, at, count }) => (
              <li key={`${personId} ${at}`}>
                <button type="button" onClick={() => setPerson({ id: personId, name: name ?? personId })}>
                  <strong>{r.oftenOne(name ?? personId, count)}</strong>
                  <span>{when(at)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {state === 'failed' ? (
        <ErrorState
          title={r.failed}
          body={m.common.failure.body}
          action={<Button onClick={again}>{m.common.retry}</Button>}
        />
      ) : !value ? (
        <LoadingState label={r.loading} />
      ) : value.reveals.length === 0 ? (
        <EmptyState title={r.none} />
      ) : (
        <div className={classes.frame}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{r.when}</th>
                <th scope="col">{r.who}</th>
                <th scope="col">{r.order}</th>
                <th scope="col">{r.why}</th>
              </tr>
            </thead>
            <tbody>
              {value.reveals.map((look) => (
                <tr key={look.id} data-look={look.orderId}>
                  <td>{when(look.at)}</td>
                  <td>
                    {look.name ?? look.personId} <small>{m.common.roles[look.role]}</small>
                  </td>
                  <td>
                    <button type="button" onClick={() => setTrail(look.orderId)}>
                      {look.number}
                    </button>
                  </td>
                  <td>{look.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {value.reveals.length === MOST ? <p className={classes.hint}>{r.most(MOST)}</p> : null}
        </div>
      )}
      <OrderTrail orderId={trail} technicians={names} desk={false} now={now} onClose={() => setTrail(null)} />
    </div>
  );
}
