'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { OUTAGE_STEPS, type OutageCommandType } from '#domain/outage/outage.ts';
import { isOutageChild } from '#domain/outage/outage-child.ts';
import classes from '../calls/calls.module.css';
import type { AreaBoard } from '../live/board.ts';
import { type Sending, useSend } from '../live/use-send.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { MomentField, momentOf, typedMoment } from '../ui/moment-field.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { dayAndClock } from '../ui/time.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import { looseFaults, type OutageRow } from './network-list.ts';
import { OutageLines } from './outage-lines.tsx';
import type { PanelProps } from './panel-props.ts';
import { NO_REACH, ReachFields, reachGiven } from './reach-fields.tsx';
import { limitWords, reachWords } from './words.ts';

const HOUR_MS = 3_600_000;

/** One outage: how far it is, when it is expected to end and who has heard of it, its lines, and the next step. */
export function OutagePanel(
  props: PanelProps & { row: OutageRow; board: AreaBoard | undefined; onOrder: (orderId: string) => void },
) {
  const m = useMessages();
  const o = m.network.outage;
  const language = useLanguage();
  const sending = useSend();
  const { row, board, now, may } = props;
  const { outage, area, lines, tellBy } = row;
  const when = (at: number) => dayAndClock(at, now, m, language);
  const expected = outage.etas.at(-1);
  return (
    <article className={classes.panel} data-outage={outage.id}>
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2>
            {o.one} · {area.name}
          </h2>
          <p>{outage.cause ?? o.noCause}</p>
        </div>
        <ToneBadge tone={outage.restoredAt === null ? 'breached' : 'on_site'}>
          {m.network.status[outage.status]}
        </ToneBadge>
      </header>
      <p className={classes.limit} data-over={tellBy !== null && now > tellBy ? '' : undefined}>
        <strong>
          {outage.restoredAt !== null
            ? o.restoredAt(when(outage.restoredAt))
            : expected
              ? o.expected(when(expected.eta))
              : o.noEta}
        </strong>
        {tellBy === null ? null : (
          <>
            <span className={classes.rule}>OUTG-04</span>
            <span>
              {o.tellBy(when(tellBy))} · {limitWords(tellBy, now, m)}
            </span>
          </>
        )}
      </p>
      <dl className={classes.facts}>
        <dt>{m.network.reach.title}</dt>
        <dd>{reachWords(outage.reach, m)}</dd>
        <dt>{o.openedAt}</dt>
        <dd>{when(outage.openedAt)}</dd>
        {outage.etas.length > 0 ? (
          <>
            <dt>{o.etas}</dt>
            <dd>
              {outage.etas.map((one) => (
                <div key={one.at}>
                  {o.etaLine(when(one.at), when(one.eta))}{' '}
                  {one.deliveredAt === null ? o.untold : o.told(when(one.deliveredAt))}
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      <Steps {...props} sending={sending} />
      {OUTAGE_STEPS['outage.eta'].from.includes(outage.status) ? (
        <EtaForm {...props} sending={sending} />
      ) : null}
      {board && OUTAGE_STEPS['outage.reach'].from.includes(outage.status) && may.has('outage.reach') ? (
        <ReachChange row={row} board={board} sending={sending} />
      ) : null}
      {sending.refusal ? (
        <div className={classes.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      <OutageLines
        outage={outage}
        lines={lines}
        sending={sending}
        may={may}
        now={now}
        onOrder={props.onOrder}
      />
      {board && outage.status === 'suspected' ? <Linkable faults={looseFaults(board)} /> : null}
    </article>
  );
}

/** The steps that the state of the outage allows. */
function Steps({ row, board, may, sending }: Parameters<typeof OutagePanel>[0] & { sending: Sending }) {
  const m = useMessages();
  const o = m.network.outage;
  const { outage, lines } = row;
  const outageId = outage.id;
  const untold = lines.filter((line) => isOutageChild(line) || !TERMINAL_STATUSES.has(line.status));
  const steps: readonly { type: OutageCommandType; words: string; done: string; plain?: boolean }[] = [
    { type: 'outage.open', words: o.confirm, done: o.registered },
    { type: 'outage.repair', words: o.repair, done: o.repairDone },
    { type: 'outage.restore', words: o.restore, done: o.restoreDone },
    { type: 'outage.verify', words: o.verify, done: o.verifyDone },
    { type: 'outage.close', words: outage.status === 'suspected' ? o.dismiss : o.close, done: o.closeDone },
  ];
  const open = steps.filter(({ type }) => OUTAGE_STEPS[type].from.includes(outage.status));
  const send = (type: OutageCommandType, done: string) => {
    if (type !== 'outage.open')
      return void sending.send(type as 'outage.repair', { outageId }, done, outage.version);
    const orderIds = board ? looseFaults(board).map(({ id }) => id) : [];
    void sending.send(
      type,
      { outageId, areaId: outage.areaId, ...(orderIds.length > 0 ? { orderIds } : {}) },
      done,
      outage.version,
    );
  };
  return (
    <div className={classes.actions}>
      {open.map(({ type, words, done }, index) => (
        <Button
          key={type}
          variant={index === 0 ? 'filled' : 'default'}
          loading={sending.busy === type}
          disabled={!may.has(type) || sending.busy !== null}
          title={may.has(type) ? undefined : m.calls.notYours}
          onClick={() => send(type, done)}
        >
          {words}
        </Button>
      ))}
      {OUTAGE_STEPS['outage.notify'].from.includes(outage.status) && untold.length > 0 ? (
        <Button
          variant="default"
          loading={sending.busy === 'outage.notify'}
          disabled={!may.has('outage.notify') || sending.busy !== null}
          onClick={() => void sending.send('outage.notify', { outageId }, o.notifyDone, outage.version)}
        >
          {o.notify(untold.length)}
        </Button>
      ) : null}
    </div>
  );
}

/** When it is expected to end; every change is to be told within thirty minutes (OUTG-04). */
function EtaForm({ row, may, now, sending }: Parameters<typeof OutagePanel>[0] & { sending: Sending }) {
  const m = useMessages();
  const o = m.network.outage;
  const { outage } = row;
  const [typed, setTyped] = useState(() => typedMoment(outage.etas.at(-1)?.eta ?? now + 2 * HOUR_MS));
  const eta = momentOf(typed);
  return (
    <form
      className={classes.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (eta !== null)
          void sending.send('outage.eta', { outageId: outage.id, eta }, o.etaDone, outage.version);
      }}
    >
      <MomentField label={o.eta} value={typed} onChange={setTyped} required />
      <div className={classes.besideField}>
        <Button
          type="submit"
          variant="default"
          loading={sending.busy === 'outage.eta'}
          disabled={eta === null || !may.has('outage.eta') || sending.busy !== null}
        >
          {outage.etas.length === 0 ? o.setEta : o.changeEta}
        </Button>
      </div>
    </form>
  );
}

/** It touches more or less than was thought. */
function ReachChange({ row, board, sending }: { row: OutageRow; board: AreaBoard; sending: Sending }) {
  const m = useMessages().network;
  const { outage } = row;
  const [reach, setReach] = useState({ ...NO_REACH, estates: outage.reach?.estates ?? [] });
  return (
    <details className={classes.aside}>
      <summary>{m.reach.change}</summary>
      <div className={classes.form}>
        <ReachFields board={board} value={reach} onChange={setReach} />
        <div className={classes.actions}>
          <Button
            variant="default"
            loading={sending.busy === 'outage.reach'}
            onClick={() =>
              void sending.send(
                'outage.reach',
                { outageId: outage.id, ...reachGiven(reach) },
                m.reach.changed,
                outage.version,
              )
            }
          >
            {m.reach.save}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** What will be linked when a suspicion is confirmed. */
function Linkable({ faults }: { faults: readonly Order[] }) {
  const o = useMessages().network.outage;
  return <p className={classes.hint}>{o.willLink(faults.length)}</p>;
}
