'use client';

import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { currentAppointment } from '#domain/appointment/current.ts';
import { withinReach } from '#domain/area/reach.ts';
import type { PersonId } from '#domain/base/brand.ts';
import { CUTOVER_STEPS, type Cutover, type CutoverCommandType } from '#domain/cutover/cutover.ts';
import { lastAnnouncement } from '#domain/cutover/judge-cutover.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import classes from '../calls/calls.module.css';
import type { AreaBoard } from '../live/board.ts';
import { type Sending, useSend } from '../live/use-send.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { MomentField, momentOf, typedMoment } from '../ui/moment-field.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { dayAndClock, promiseWords } from '../ui/time.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import type { CutoverRow } from './network-list.ts';
import type { PanelProps } from './panel-props.ts';
import { limitWords, reachWords } from './words.ts';

type CutoverPanelProps = PanelProps & {
  row: CutoverRow;
  board: AreaBoard | undefined;
  personId: PersonId;
  onOrder: (orderId: string) => void;
};

/** One cutover: when, what it touches, by when it has to be announced and who allowed it later, and the visits in its time (CUTV-01). */
export function CutoverPanel(props: CutoverPanelProps) {
  const m = useMessages();
  const c = m.network.cutover;
  const language = useLanguage();
  const sending = useSend();
  const { row, board, now } = props;
  const { cutover, area, announceBy } = row;
  const when = (at: number) => dayAndClock(at, now, m, language);
  const hit = board ? visitsIn(cutover, board.orders.values()) : [];
  return (
    <article className={classes.panel} data-cutover={cutover.id}>
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2>{cutover.work}</h2>
          <p>
            {c.one} · {area.name}
          </p>
        </div>
        <ToneBadge tone={cutover.status === 'running' ? 'blocked' : 'planned'}>
          {m.network.cutoverStatus[cutover.status]}
        </ToneBadge>
      </header>
      <p className={classes.limit} data-over={announceBy !== null && now > announceBy ? '' : undefined}>
        <strong>
          {when(cutover.start)} – {when(cutover.end)}
        </strong>
        <span className={classes.rule}>CUTV-01</span>
        <span>
          {cutover.announcedAt !== null
            ? c.announcedAt(when(cutover.announcedAt))
            : announceBy === null
              ? ''
              : `${c.announceBy(when(announceBy))} · ${limitWords(announceBy, now, m)}`}
        </span>
      </p>
      <dl className={classes.facts}>
        <dt>{m.network.reach.title}</dt>
        <dd>{reachWords(cutover.reach, m)}</dd>
        {cutover.asked ? (
          <>
            <dt>{c.asked}</dt>
            <dd>
              {when(cutover.asked.at)} · {cutover.asked.reason}
            </dd>
          </>
        ) : null}
        {cutover.approval ? (
          <>
            <dt>{c.allowed}</dt>
            <dd>
              {when(cutover.approval.at)} · {m.common.roles[cutover.approval.role]} ·{' '}
              {cutover.approval.reason}
            </dd>
          </>
        ) : null}
      </dl>
      <Steps {...props} sending={sending} />
      {sending.refusal ? (
        <div className={classes.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      <section>
        <h3 className={classes.heading}>
          {c.visits} · {hit.length}
        </h3>
        <p className={classes.hint}>{hit.length === 0 ? c.noVisits : c.rebook}</p>
        <ul className={classes.lines}>
          {hit.map(({ order, start, end }) => (
            <li key={order.id}>
              <span className={classes.lineMain}>
                <strong>
                  <button
                    type="button"
                    className={classes.textButton}
                    onClick={() => props.onOrder(order.id)}
                  >
                    {order.estate ?? order.number}
                  </button>
                </strong>
                <small>
                  {m.order.type[order.type]} · {order.number} · {when(start).replace(/\d\d:\d\d$/, '')}
                  {promiseWords(start, end)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Steps(props: CutoverPanelProps & { sending: Sending }) {
  const m = useMessages();
  const c = m.network.cutover;
  const { row, personId, sending, now, may } = props;
  const { cutover, area } = row;
  const cutoverId = cutover.id;
  const open = (type: CutoverCommandType) => CUTOVER_STEPS[type].from.includes(cutover.status);
  const late =
    cutover.status === 'planned' && now > lastAnnouncement(cutover, resolveStandard(area.standardId));
  const send = <T extends 'cutover.announce' | 'cutover.begin' | 'cutover.finish'>(type: T, done: string) =>
    void sending.send(type, { cutoverId }, done, cutover.version);
  const withReason = (
    type: 'cutover.ask' | 'cutover.approve' | 'cutover.reject' | 'cutover.cancel',
    reason: string,
    done: string,
  ) => void sending.send(type, { cutoverId, reason }, done, cutover.version);
  const button = (
    type: 'cutover.announce' | 'cutover.begin' | 'cutover.finish',
    words: string,
    done: string,
  ) =>
    open(type) ? (
      <Button
        loading={sending.busy === type}
        disabled={!may.has(type) || sending.busy !== null}
        title={may.has(type) ? undefined : m.calls.notYours}
        onClick={() => send(type, done)}
      >
        {words}
      </Button>
    ) : null;
  return (
    <>
      <div className={classes.actions}>
        {button('cutover.announce', c.announce, c.announceDone)}
        {button('cutover.begin', c.begin, c.beginDone)}
        {button('cutover.finish', c.finish, c.finishDone)}
      </div>
      {late && cutover.asked === null && cutover.approval === null ? (
        <Reasoned label={c.askReason} hint={c.tooLate}>
          {(reason) => (
            <Button
              variant="default"
              loading={sending.busy === 'cutover.ask'}
              disabled={reason === '' || !may.has('cutover.ask') || sending.busy !== null}
              onClick={() => withReason('cutover.ask', reason, c.askDone)}
            >
              {c.ask}
            </Button>
          )}
        </Reasoned>
      ) : null}
      {cutover.asked !== null && cutover.approval === null ? (
        <Reasoned
          label={m.board.approval.decision}
          hint={cutover.asked.by === personId ? m.board.approval.own : m.board.approval.decisionHint}
        >
          {(reason) => (
            <>
              <Button
                loading={sending.busy === 'cutover.approve'}
                disabled={reason === '' || !may.has('cutover.approve') || sending.busy !== null}
                onClick={() => withReason('cutover.approve', reason, m.board.approval.approved)}
              >
                {m.board.approval.approve}
              </Button>
              <Button
                variant="default"
                disabled={reason === '' || !may.has('cutover.reject') || sending.busy !== null}
                onClick={() => withReason('cutover.reject', reason, m.board.approval.rejected)}
              >
                {m.board.approval.reject}
              </Button>
            </>
          )}
        </Reasoned>
      ) : null}
      {open('cutover.move') && may.has('cutover.move') ? (
        <details className={classes.aside}>
          <summary>{c.moveOrCancel}</summary>
          <MoveForm cutover={cutover} sending={sending} />
        </details>
      ) : null}
    </>
  );
}

/** One line for the reason, and what may be done with it. */
function Reasoned(props: { label: string; hint: string; children: (reason: string) => ReactNode }) {
  const [reason, setReason] = useState('');
  return (
    <div className={classes.form}>
      <TextInput
        label={props.label}
        description={props.hint}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>{props.children(reason.trim())}</div>
    </div>
  );
}

/** Another time, or none at all; both say why. An earlier start has to be announced anew. */
function MoveForm({ cutover, sending }: { cutover: Cutover; sending: Sending }) {
  const c = useMessages().network.cutover;
  const [from, setFrom] = useState(() => typedMoment(cutover.start));
  const [until, setUntil] = useState(() => typedMoment(cutover.end));
  const start = momentOf(from);
  const end = momentOf(until);
  const cutoverId = cutover.id;
  return (
    <div className={classes.form}>
      <div className={classes.fields}>
        <MomentField label={c.start} value={from} onChange={setFrom} />
        <MomentField label={c.end} value={until} onChange={setUntil} />
      </div>
      <Reasoned label={c.reason} hint={c.moveHint}>
        {(reason) => (
          <>
            <Button
              variant="default"
              disabled={
                reason === '' ||
                start === null ||
                end === null ||
                (start === cutover.start && end === cutover.end) ||
                sending.busy !== null
              }
              onClick={() => {
                if (start !== null && end !== null)
                  void sending.send(
                    'cutover.move',
                    { cutoverId, start, end, reason },
                    c.moved,
                    cutover.version,
                  );
              }}
            >
              {c.move}
            </Button>
            <Button
              variant="default"
              disabled={reason === '' || sending.busy !== null}
              onClick={() =>
                void sending.send('cutover.cancel', { cutoverId, reason }, c.cancelled, cutover.version)
              }
            >
              {c.cancel}
            </Button>
          </>
        )}
      </Reasoned>
    </div>
  );
}

/** Promised or planned visits in the time and the reach of a cutover, the earliest first; one whose place is unknown counts as inside. */
function visitsIn(
  cutover: Cutover,
  orders: Iterable<Order>,
): readonly { order: Order; start: number; end: number }[] {
  const hit = [...orders].flatMap((order) => {
    if (TERMINAL_STATUSES.has(order.status) || order.completedAt !== null) return [];
    const promise = currentAppointment(order);
    const start = order.planned?.start ?? promise?.start;
    if (start === undefined || withinReach(cutover.reach, order) === 'outside') return [];
    const end = Math.max(start + order.durationMin * 60_000, promise?.end ?? 0);
    return start < cutover.end && cutover.start < end ? [{ order, start, end }] : [];
  });
  return hit.toSorted((a, b) => a.start - b.start);
}
