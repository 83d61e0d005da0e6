'use client';

import type { ReactNode } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import classes from '../calls/calls.module.css';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { agoWords, clock, dayWords, isoDay } from '../ui/time.ts';
import type { Opened } from './network-app.tsx';
import type { Network } from './network-list.ts';
import { limitWords, reachWords } from './words.ts';

/** Suspected, open and planned, each under its heading. Arrow keys walk, Enter opens. */
export function NetworkRows(props: {
  network: Network;
  opened: Opened | null;
  now: Instant;
  onOpen: (opened: Opened) => void;
}) {
  const m = useMessages();
  const n = m.network;
  const { network, opened, now, onOpen } = props;
  return (
    <nav
      aria-label={n.title}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
        const at = rows.indexOf(document.activeElement as HTMLButtonElement);
        rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
      }}
    >
      {network.suspicions.length > 0 ? (
        <Group title={n.suspicions}>
          {network.suspicions.map(({ area, faults, withinMin }) => (
            <Row
              key={area.id}
              name={`suspicion ${area.id}`}
              at={Math.min(...faults.map(({ intakeAt }) => intakeAt))}
              title={n.suspicion(faults.length, withinMin)}
              words={area.name}
              side={n.outage.register}
              over
              now={now}
              chosen={opened?.kind === 'newOutage' && opened.areaId === area.id}
              onOpen={() => onOpen({ kind: 'newOutage', areaId: area.id })}
            />
          ))}
        </Group>
      ) : null}
      <Group title={n.outages} empty={network.outages.length === 0 ? n.noOutages : null}>
        {network.outages.map(({ outage, area, lines, tellBy }) => (
          <Row
            key={outage.id}
            name={`outage ${outage.id}`}
            at={outage.openedAt}
            title={`${n.status[outage.status]} · ${area.name}`}
            words={[outage.cause, reachWords(outage.reach, m), n.lines(lines.length)]
              .filter(Boolean)
              .join(' · ')}
            side={tellBy === null ? agoWords(now - outage.openedAt, m) : n.outage.tell}
            hint={tellBy === null ? undefined : limitWords(tellBy, now, m)}
            over={tellBy !== null && now > tellBy}
            now={now}
            chosen={opened?.kind === 'outage' && opened.id === outage.id}
            onOpen={() => onOpen({ kind: 'outage', id: outage.id })}
          />
        ))}
      </Group>
      <Group title={n.cutovers} empty={network.cutovers.length === 0 ? n.noCutovers : null}>
        {network.cutovers.map(({ cutover, area, announceBy }) => (
          <Row
            key={cutover.id}
            name={`cutover ${cutover.id}`}
            at={cutover.start}
            title={`${cutover.work} · ${area.name}`}
            words={[n.cutoverStatus[cutover.status], reachWords(cutover.reach, m)].join(' · ')}
            side={announceBy === null ? '' : n.cutover.toAnnounce}
            hint={announceBy === null ? undefined : limitWords(announceBy, now, m)}
            over={announceBy !== null && now > announceBy}
            now={now}
            chosen={opened?.kind === 'cutover' && opened.id === cutover.id}
            onOpen={() => onOpen({ kind: 'cutover', id: cutover.id })}
          />
        ))}
      </Group>
    </nav>
  );
}

function Group(props: { title: string; empty?: string | null; children: ReactNode }) {
  return (
    <section className={classes.rowGroup}>
      <h2>{props.title}</h2>
      {props.empty ? <p className={classes.emptyGroup}>{props.empty}</p> : null}
      <ul className={classes.rows}>{props.children}</ul>
    </section>
  );
}

function Row(props: {
  name: string;
  at: Instant;
  title: string;
  words: string;
  side: string;
  hint?: string | undefined;
  over: boolean;
  now: Instant;
  chosen: boolean;
  onOpen: () => void;
}) {
  const language = useLanguage();
  const { at, now } = props;
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-row={props.name}
        data-over={props.over ? '' : undefined}
        aria-current={props.chosen ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <span className={classes.rowTime}>
          {clock(at)}
          {isoDay(at) === isoDay(now) ? null : <small>{dayWords(at, language)}</small>}
        </span>
        <span className={classes.rowMain}>
          <strong>{props.title}</strong>
          <small>{props.words}</small>
        </span>
        <span className={classes.rowSide}>
          {props.side}
          {props.hint ? <small>{props.hint}</small> : null}
        </span>
      </button>
    </li>
  );
}
