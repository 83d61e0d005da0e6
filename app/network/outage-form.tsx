'use client';

import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { withinReach } from '#domain/area/reach.ts';
import type { AreaId } from '#domain/base/brand.ts';
import classes from '../calls/calls.module.css';
import type { AreaBoard } from '../live/board.ts';
import { useSend } from '../live/use-send.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { MomentField, momentOf } from '../ui/moment-field.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { dayAndClock } from '../ui/time.ts';
import { looseFaults } from './network-list.ts';
import type { PanelProps } from './panel-props.ts';
import { NO_REACH, ReachFields, reachGiven } from './reach-fields.tsx';

/** Registers an outage: where, why, which lines wait for it, and when it is expected to end (OUTG-01, OUTG-04). */
export function OutageForm(
  props: PanelProps & {
    boards: readonly AreaBoard[];
    areaId: AreaId | null;
    onDone: (outageId: string) => void;
  },
) {
  const m = useMessages();
  const o = m.network.outage;
  const language = useLanguage();
  const sending = useSend();
  const { boards, may, now } = props;
  const [areaId, setAreaId] = useState(props.areaId ?? boards[0]?.area.id ?? '');
  const [cause, setCause] = useState('');
  const [reach, setReach] = useState(NO_REACH);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [eta, setEta] = useState('');
  const board = boards.find(({ area }) => area.id === areaId);
  const given = reachGiven(reach);
  const touched =
    given.estates || given.polygon ? { estates: given.estates ?? [], polygon: given.polygon ?? null } : null;
  const lines = board ? looseFaults(board).filter((order) => withinReach(touched, order) !== 'outside') : [];
  const linked = lines.filter(({ id }) => !dropped.has(id)).map(({ id }) => id);

  const register = async (type: 'outage.open' | 'outage.suspect') => {
    const outageId = crypto.randomUUID();
    const done =
      type === 'outage.suspect'
        ? await sending.send(type, { outageId, areaId, ...given }, o.suspected)
        : await sending.send(
            type,
            {
              outageId,
              areaId,
              ...(cause.trim() === '' ? {} : { cause: cause.trim() }),
              ...(linked.length > 0 ? { orderIds: linked } : {}),
              ...given,
            },
            o.registered,
          );
    if (!done) return;
    const expected = momentOf(eta);
    if (type === 'outage.open' && expected !== null)
      await sending.send('outage.eta', { outageId, eta: expected }, o.etaDone);
    props.onDone(outageId);
  };

  return (
    <form
      className={classes.panel}
      data-form="outage"
      onSubmit={(event) => {
        event.preventDefault();
        void register('outage.open');
      }}
    >
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2>{o.register}</h2>
          <p>{o.registerHint}</p>
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
            setDropped(new Set());
          }}
        />
        <TextInput
          label={o.cause}
          maxLength={200}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
        />
        <MomentField label={o.eta} value={eta} onChange={setEta} />
      </div>
      {board ? <ReachFields key={areaId} board={board} value={reach} onChange={setReach} /> : null}
      <fieldset className={classes.fieldset}>
        <legend>{o.linesToLink(linked.length, lines.length)}</legend>
        {lines.length === 0 ? <p className={classes.hint}>{o.noLooseFaults}</p> : null}
        <div className={classes.ticks}>
          {lines.map((order) => (
            <Checkbox
              key={order.id}
              checked={!dropped.has(order.id)}
              label={[order.estate, order.number, dayAndClock(order.intakeAt, now, m, language)]
                .filter(Boolean)
                .join(' · ')}
              onChange={(event) => {
                const next = new Set(dropped);
                if (event.currentTarget.checked) next.delete(order.id);
                else next.add(order.id);
                setDropped(next);
              }}
            />
          ))}
        </div>
      </fieldset>
      {sending.refusal ? (
        <div className={classes.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={sending.busy === 'outage.open'}
          disabled={areaId === '' || sending.busy !== null}
        >
          {o.open}
        </Button>
        <Button
          variant="default"
          loading={sending.busy === 'outage.suspect'}
          disabled={areaId === '' || sending.busy !== null || !may.has('outage.suspect')}
          onClick={() => void register('outage.suspect')}
        >
          {o.suspect}
        </Button>
      </div>
    </form>
  );
}
