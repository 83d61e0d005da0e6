'use client';

import { Button } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState } from '../ui/states.tsx';
import { dayAndClock } from '../ui/time.ts';
import classes from './figures.module.css';
import type { Report } from './report.ts';

/** What stands out in the records of the period (RECD-02); each leads to what happened. */
export function FlagRows(props: {
  anomalies: Report['anomalies'];
  now: Instant;
  onOpen: (orderId: string) => void;
  onBack: () => void;
}) {
  const messages = useMessages();
  const m = messages.figures;
  const language = useLanguage();
  return (
    <>
      <header className={classes.head}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {messages.common.back}
        </Button>
        <div>
          <h2>{m.flags}</h2>
          <p>{m.flagsHint}</p>
        </div>
      </header>
      {props.anomalies.length === 0 ? <EmptyState title={m.noFlags} /> : null}
      <ul className={classes.orders}>
        {props.anomalies
          .toSorted((a, b) => b.at - a.at)
          .map(({ orderId, number, kind, at }) => (
            <li key={`${orderId} ${kind} ${at}`}>
              <button type="button" data-flag={kind} onClick={() => props.onOpen(orderId)}>
                <span className={classes.at}>{dayAndClock(at, props.now, messages, language)}</span>
                <span className={classes.what}>
                  <strong>{m.flag[kind]}</strong>
                  <small>{number}</small>
                </span>
                <span className={classes.go}>{m.trail}</span>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}
