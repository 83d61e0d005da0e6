'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TechnicianId } from '#domain/base/brand.ts';
import desk from '../../calls/calls.module.css';
import type { Sending } from '../../live/use-send.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../imports/imports.module.css';
import { choicesOf, type Member } from './lead-forms.tsx';

/** Takes a member out of the area; whoever has colleagues there names who takes over (RESP-02). */
export function LeaveForm(props: {
  members: readonly Member[];
  sending: Sending;
  onLeave: (given: {
    technicianId: TechnicianId;
    successorId?: TechnicianId;
    reason?: string;
  }) => Promise<void>;
}) {
  const m = useMessages();
  const l = m.leads;
  const [leaver, setLeaver] = useState<TechnicianId | null>(null);
  const [successor, setSuccessor] = useState<TechnicianId | null>(null);
  const [reason, setReason] = useState('');
  const colleagues = props.members.filter(({ id }) => id !== leaver);
  return (
    <details className={desk.aside}>
      <summary>{l.leave}</summary>
      <form
        className={desk.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (leaver === null) return;
          void props.onLeave({
            technicianId: leaver,
            ...(successor === null ? {} : { successorId: successor }),
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          });
        }}
      >
        <div className={desk.fields}>
          <Select
            label={l.leaver}
            placeholder={l.choose}
            required
            data={choicesOf(props.members)}
            value={leaver}
            onChange={(id) => {
              setLeaver(id);
              if (id === successor) setSuccessor(null);
            }}
          />
          {props.members.length > 1 ? (
            <Select
              label={l.successor}
              placeholder={l.choose}
              required
              data={choicesOf(colleagues)}
              value={successor}
              onChange={setSuccessor}
            />
          ) : null}
        </div>
        <p className={classes.hint}>{props.members.length > 1 ? l.successorHint : l.lastMember}</p>
        <TextInput
          label={m.common.orNot(l.reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={desk.actions}>
          <Button
            type="submit"
            loading={props.sending.busy === 'area.leave'}
            disabled={leaver === null || props.sending.busy !== null}
          >
            {l.handOver}
          </Button>
        </div>
      </form>
    </details>
  );
}
