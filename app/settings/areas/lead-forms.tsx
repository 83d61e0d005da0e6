'use client';

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import desk from '../../calls/calls.module.css';
import type { Sending } from '../../live/use-send.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { MomentField, momentOf } from '../../ui/moment-field.tsx';

/** Somebody who may be chosen. */
export interface Member {
  readonly id: TechnicianId;
  readonly number: string;
  readonly name: string;
}
/** Members as a field's choices. */
export const choicesOf = (members: readonly Member[]) =>
  members.map(({ id, number, name }) => ({ value: id, label: `${name} ${number}` }));

/** Names who stands in while the lead is away. */
export function DeputyForm(props: {
  choices: readonly Member[];
  deputyId: TechnicianId | null;
  sending: Sending;
  onName: (deputyId: TechnicianId) => Promise<void>;
}) {
  const l = useMessages().leads;
  const [chosen, setChosen] = useState(props.deputyId);
  return (
    <div className={desk.actions}>
      <Select
        label={l.deputy}
        placeholder={l.choose}
        data={choicesOf(props.choices)}
        value={chosen}
        onChange={setChosen}
      />
      <div className={desk.besideField}>
        <Button
          variant="default"
          loading={props.sending.busy === 'area.name_deputy'}
          disabled={chosen === null || chosen === props.deputyId || props.sending.busy !== null}
          onClick={() => chosen !== null && void props.onName(chosen)}
        >
          {l.nameDeputy}
        </Button>
      </div>
    </div>
  );
}

/** Names the next one, from now or a later time on, for a while or until somebody else is named. */
export function DesignateForm(props: {
  members: readonly Member[];
  sending: Sending;
  onDesignate: (given: {
    technicianId: TechnicianId;
    from?: Instant;
    until?: Instant;
    deputyId?: TechnicianId;
  }) => Promise<void>;
}) {
  const m = useMessages();
  const l = m.leads;
  const [lead, setLead] = useState<TechnicianId | null>(null);
  const [deputy, setDeputy] = useState<TechnicianId | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const begins = momentOf(from);
  const ends = momentOf(until);
  return (
    <details className={desk.aside}>
      <summary>{l.designate}</summary>
      <form
        className={desk.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (lead === null) return;
          void props.onDesignate({
            technicianId: lead,
            ...(begins === null ? {} : { from: begins }),
            ...(ends === null ? {} : { until: ends }),
            ...(deputy === null ? {} : { deputyId: deputy }),
          });
        }}
      >
        <div className={desk.fields}>
          <Select
            label={l.lead}
            placeholder={l.choose}
            required
            data={choicesOf(props.members)}
            value={lead}
            onChange={setLead}
          />
          <Select
            label={m.common.orNot(l.deputy)}
            placeholder={l.choose}
            clearable
            data={choicesOf(props.members.filter(({ id }) => id !== lead))}
            value={deputy}
            onChange={setDeputy}
          />
        </div>
        <div className={desk.fields}>
          <MomentField label={l.from} hint={l.fromHint} value={from} onChange={setFrom} />
          <MomentField label={l.until} hint={l.untilHint} value={until} onChange={setUntil} />
        </div>
        <div className={desk.actions}>
          <Button
            type="submit"
            loading={props.sending.busy === 'area.designate'}
            disabled={lead === null || props.sending.busy !== null}
          >
            {l.designate}
          </Button>
        </div>
      </form>
    </details>
  );
}
