'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DISTURBS_HOURS, lastAnnouncement } from '#domain/cutover/judge-cutover.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import classes from '../calls/calls.module.css';
import type { AreaBoard } from '../live/board.ts';
import { useSend } from '../live/use-send.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { MomentField, momentOf, typedMoment } from '../ui/moment-field.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { dayAndClock } from '../ui/time.ts';
import type { PanelProps } from './panel-props.ts';
import { NO_REACH, ReachFields, reachGiven } from './reach-fields.tsx';

const HOUR_MS = 3_600_000;
/** A suggestion with a day in hand for the announcement. */
const AHEAD_MS = 96 * HOUR_MS;

/** Plans work on the network: what, where, when; and says at once by when it has to be announced (CUTV-01). */
export function CutoverForm(
  props: PanelProps & { boards: readonly AreaBoard[]; onDone: (cutoverId: string) => void },
) {
  const m = useMessages();
  const c = m.network.cutover;
  const language = useLanguage();
  const sending = useSend();
  const { boards, now } = props;
  const [areaId, setAreaId] = useState(boards[0]?.area.id ?? '');
  const [work, setWork] = useState('');
  const [reach, setReach] = useState(NO_REACH);
  const [from, setFrom] = useState(() => typedMoment(now + AHEAD_MS));
  const [until, setUntil] = useState(() => typedMoment(now + AHEAD_MS + DISTURBS_HOURS * HOUR_MS));
  const board = boards.find(({ area }) => area.id === areaId);
  const start = momentOf(from);
  const end = momentOf(until);
  const latest =
    board && start !== null ? lastAnnouncement({ start }, resolveStandard(board.area.standardId)) : null;

  const plan = async () => {
    if (start === null || end === null) return;
    const cutoverId = crypto.randomUUID();
    const payload = { cutoverId, areaId, work: work.trim(), start, end, ...reachGiven(reach) };
    if (await sending.send('cutover.plan', payload, c.planned)) props.onDone(cutoverId);
  };

  return (
    <form
      className={classes.panel}
      data-form="cutover"
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2>{c.plan}</h2>
          <p>{c.planHint}</p>
        </div>
      </header>
      <div className={classes.fields}>
        <Select
          label={m.network.area}
          data={boards.map(({ area }) => ({ value: area.id, label: area.name }))}
          value={areaId}
          allowDeselect={false}
          onChange={(next) => {
            if (!next) return;
            setAreaId(next);
            setReach(NO_REACH);
          }}
        />
        <TextInput
          label={c.work}
          required
          maxLength={200}
          value={work}
          onChange={(event) => setWork(event.currentTarget.value)}
        />
      </div>
      <div className={classes.fields}>
        <MomentField label={c.start} value={from} onChange={setFrom} required />
        <MomentField label={c.end} value={until} onChange={setUntil} required />
      </div>
      {latest === null ? null : (
        <p className={classes.limit} data-over={now > latest ? '' : undefined}>
          <strong>{c.announceBy(dayAndClock(latest, now, m, language))}</strong>
          <span className={classes.rule}>CUTV-01</span>
          {now > latest ? <span>{c.tooLate}</span> : null}
        </p>
      )}
      {board ? <ReachFields key={areaId} board={board} value={reach} onChange={setReach} /> : null}
      {sending.refusal ? (
        <div className={classes.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={sending.busy !== null}
          disabled={work.trim() === '' || start === null || end === null || areaId === ''}
        >
          {c.plan}
        </Button>
      </div>
    </form>
  );
}
