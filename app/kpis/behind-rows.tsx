'use client';

import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Part } from '#domain/kpi/period.ts';
import type { ReportedFigure } from '#domain/kpi/report.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import classes from './figures.module.css';
import type { Behind } from './report.ts';
import { valueWords } from './words.ts';

const PAGE = 60;

/** The orders behind a figure, those that do not count first, and what became known later. Each leads to its events. */
export function BehindRows(props: {
  behind: Behind;
  unit: ReportedFigure['unit'];
  now: Instant;
  onOpen: (orderId: string) => void;
}) {
  const messages = useMessages();
  const m = messages.figures;
  const language = useLanguage();
  const { behind, unit, now } = props;
  const [shown, setShown] = useState(PAGE);
  const reasons: Readonly<Record<string, string>> = m.reasons;
  const orders = behind.orders.toSorted(
    (a, b) => Number(a.leftOut !== null) - Number(b.leftOut !== null) || a.value - b.value || b.at - a.at,
  );
  const said = (value: number) =>
    unit === 'hours' || (value > 0 && value < 1)
      ? valueWords(value, unit, messages)
      : value > 0
        ? m.counts
        : m.countsNot;
  return (
    <>
      <Corrections title={m.corrected} rows={behind.corrected} unit={unit} onOpen={props.onOpen} />
      <Corrections title={m.carried} rows={behind.carried} unit={unit} onOpen={props.onOpen} />
      <h3 className={classes.ordersTitle}>
        {m.orders} <small>{orders.length}</small>
      </h3>
      {orders.length === 0 ? <p className={classes.none}>{m.noOrders}</p> : null}
      <ul className={classes.orders}>
        {withKeys(orders.slice(0, shown)).map(({ key, orderId, number, at, value, leftOut }) => (
          <li key={key}>
            <button
              type="button"
              data-order={number ?? orderId}
              data-short={leftOut === null && value === 0 ? '' : undefined}
              disabled={number === null}
              onClick={() => props.onOpen(orderId)}
            >
              <span className={classes.at}>{dayAndClock(at, now, messages, language)}</span>
              <span className={classes.what}>
                <strong>{number ?? orderId}</strong>
                {leftOut ? (
                  <small>
                    {m.leftOut(1)} · {reasons[leftOut.reason] ?? leftOut.reason} {leftOut.rule}
                  </small>
                ) : null}
              </span>
              <span className={classes.value}>{leftOut ? '–' : said(value)}</span>
              <span className={classes.go}>{number === null ? '' : m.trail}</span>
            </button>
          </li>
        ))}
      </ul>
      {orders.length > shown ? (
        <button type="button" className={classes.more} onClick={() => setShown(shown + PAGE)}>
          {m.more(orders.length - shown)}
        </button>
      ) : null}
    </>
  );
}

/** An order may be judged more than once, even at one instant: its limits count one by one. */
function withKeys<T extends { orderId: string; at: Instant }>(
  rows: readonly T[],
): readonly (T & { key: string })[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = `${row.orderId} ${row.at}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { ...row, key: `${name} ${times}` };
  });
}

function Corrections(props: {
  title: string;
  rows: Behind['corrected'];
  unit: ReportedFigure['unit'];
  onOpen: (orderId: string) => void;
}) {
  const messages = useMessages();
  const m = messages.figures;
  if (props.rows.length === 0) return null;
  const part = ({ value, count, leftOut }: Part) =>
    m.part(valueWords(count === 0 ? null : value / count, props.unit, messages), count, leftOut);
  return (
    <>
      <h3 className={classes.ordersTitle}>{props.title}</h3>
      <ul className={classes.orders}>
        {props.rows.map(({ id, number, was, is }) => (
          <li key={id}>
            <button type="button" data-corrected={number ?? id} onClick={() => props.onOpen(id)}>
              <span className={classes.what}>
                <strong>{number ?? id}</strong>
                <small>{m.wasIs(part(was), part(is))}</small>
              </span>
              <span className={classes.go}>{m.trail}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
