'use client';

import { Button } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { isoDay } from '../../ui/time.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import classes from './calendar.module.css';
import { runsOf } from './day-runs.ts';
import { YearForm } from './year-form.tsx';

interface Year {
  readonly year: number;
  readonly version: number;
  readonly off: string;
  readonly work: string;
  readonly source: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
}
interface Calendar {
  readonly years: readonly Year[];
  readonly year: number;
  readonly missing: readonly { year: number; orders: number }[];
}

/** The working days of each year, which years are still provisional, and where an admin publishes one (ARITH-04). */
export function CalendarPage({ mayPublish }: { mayPublish: boolean }) {
  const m = useMessages();
  const c = m.calendar;
  const { state, value, again } = useAnswer<Calendar>('/api/v1/calendar');
  return (
    <div className={classes.page}>
      <div>
        <h1>{c.title}</h1>
        <p className={classes.hint}>{c.hint}</p>
      </div>
      {state === 'failed' ? (
        <ErrorState
          title={c.failed}
          body={m.common.failure.body}
          action={<Button onClick={again}>{m.common.retry}</Button>}
        />
      ) : !value ? (
        <LoadingState label={c.loading} />
      ) : (
        <>
          {value.missing.map(({ year, orders }) => (
            <section key={year} className={classes.missing} data-missing={year}>
              <h2>⚠ {c.missing(year)}</h2>
              <p>{orders > 0 ? c.provisional(orders) : c.noneProvisional}</p>
            </section>
          ))}
          {mayPublish ? (
            <YearForm
              first={value.missing[0]?.year ?? value.year}
              years={[...value.missing.map(({ year }) => year), ...value.years.map(({ year }) => year)]}
              onPublished={again}
            />
          ) : null}
          <YearTable years={value.years.toReversed()} />
        </>
      )}
    </div>
  );
}

function YearTable({ years }: { years: readonly Year[] }) {
  const c = useMessages().calendar;
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{c.year}</th>
            <th scope="col">{c.off}</th>
            <th scope="col">{c.work}</th>
            <th scope="col">{c.source}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year} data-year={one.year}>
              <td>{one.year}</td>
              <td>
                <Runs runs={runsOf(one.year, one.off)} />
              </td>
              <td>
                <Runs runs={runsOf(one.year, one.work)} />
              </td>
              <td>
                {one.source}{' '}
                <small>{c.version(one.version, isoDay(one.publishedAt), one.publishedBy === null)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ runs }: { runs: readonly string[] }) {
  if (runs.length === 0) return '–';
  return (
    <ul className={classes.runs}>
      {runs.map((run) => (
        <li key={run}>{run}</li>
      ))}
    </ul>
  );
}
