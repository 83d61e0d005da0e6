'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { statusWords } from '../ui/status-words.ts';
import { agoWords, dayAndClock, promiseWords } from '../ui/time.ts';
import { toneOf } from '../ui/tone.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './board.module.css';
import type { Counted, Silent } from './tally.ts';

/** Orders of a figure; each leads to what happened to it. */
export function OrderRows(props: {
  rows: readonly Counted[];
  technicians: ReadonlyMap<string, Pick<Technician, 'name'>>;
  empty: string;
  onOpen: (orderId: string) => void;
}) {
  const m = useMessages();
  if (props.rows.length === 0) return <p className={classes.emptyList}>{props.empty}</p>;
  return (
    <ul className={classes.rows}>
      {props.rows.map(({ order, promise }) => {
        const last = order.appointments.at(-1);
        const technician = order.technicianId === null ? null : props.technicians.get(order.technicianId);
        return (
          <li key={order.id}>
            <button type="button" className={classes.rowButton} onClick={() => props.onOpen(order.id)}>
              <span className={classes.rowTime}>{last ? promiseWords(last.start, last.end) : '—'}</span>
              <span className={classes.rowMain}>
                <strong>
                  {m.order.type[order.type]} {order.estate ?? order.number}
                </strong>
                <small>
                  {technician?.name ?? m.board.list.unassigned} · {order.number}
                  {order.companyChangeCount > 0
                    ? ` · ${m.board.list.changes(order.companyChangeCount)}`
                    : null}
                </small>
              </span>
              <span className={classes.rowSide}>
                {promise.slackMin === null || promise.state === 'kept' ? null : (
                  <span className={classes.slack} data-late={promise.slackMin < 0 ? '' : undefined}>
                    {m.board.slack(promise.slackMin)}
                  </span>
                )}
                <ToneBadge tone={toneOf(order, promise.state === 'broken')}>
                  {statusWords(order, m)}
                </ToneBadge>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Technicians on duty whose position is old; old is not absent, and nothing here says so. */
export function SilentRows({ rows, now, empty }: { rows: readonly Silent[]; now: Instant; empty: string }) {
  const m = useMessages();
  const language = useLanguage();
  if (rows.length === 0) return <p className={classes.emptyList}>{empty}</p>;
  return (
    <ul className={classes.rows}>
      {rows.map(({ technician, lastAt }) => (
        <li key={technician.id} className={classes.rowPlain}>
          <span className={classes.rowMain}>
            <strong>{technician.name}</strong>
            <small>{technician.number.toUpperCase()}</small>
          </span>
          <span className={classes.rowSide}>
            {lastAt === null
              ? m.board.list.neverSeen
              : `${m.board.list.lastSeen(dayAndClock(lastAt, now, m, language))} · ${agoWords(now - lastAt, m)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
