'use client';

import { useState } from 'react';
import { addDays } from '#domain/time/zone.ts';
import { turnsBackAtGate } from '#domain/visit/block-reasons.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { zhCN } from '../../ui/i18n/zh-cn.ts';
import { isoDay } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { PhotoField } from '../photos/photo-field.tsx';
import { useTaken } from '../photos/use-taken.ts';
import { Say } from '../say.tsx';
import { notTodayScript } from '../scripts.ts';
import type { DoorProps } from './door-props.ts';

type Reason = keyof typeof zhCN.field.blockedDoor.reasons;
type Department = keyof typeof zhCN.field.blockedDoor.departments;

/** The work cannot go on: reason, department, the day of return, and the customer's consent (BLOK-01, BLOK-02, BLOK-04). */
export function BlockedDoor({ order, step, now, onDone }: DoorProps) {
  const { field: m, photos: photoWords } = useMessages();
  const time = useClock();
  const today = isoDay(now);
  const [reason, setReason] = useState<Reason | null>(null);
  const [department, setDepartment] = useState<Department | null>(null);
  const [day, setDay] = useState(addDays(today, 1));
  const [consent, setConsent] = useState(false);
  const visit = currentVisit(order);
  const gate = visit !== null && reason !== null && turnsBackAtGate(visit, reason);
  const taken = useTaken();
  const [noPhoto, setNoPhoto] = useState(false);
  return (
    <div className={classes.stack}>
      <ChoiceRow
        legend={m.blockedDoor.reason}
        words={m.blockedDoor.reasons}
        value={reason}
        onChange={setReason}
      />
      {gate ? <p className={classes.warning}>{m.blockedDoor.atGate}</p> : null}
      <ChoiceRow
        legend={m.blockedDoor.department}
        words={m.blockedDoor.departments}
        value={department}
        onChange={setDepartment}
      />
      <label className={classes.field}>
        <span>{m.blockedDoor.returnDate}</span>
        <input type="date" min={today} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      </label>
      {reason ? (
        <Say heading={m.call.say}>{notTodayScript(zhCN.field.blockedDoor.reasons[reason], day)}</Say>
      ) : null}
      <PhotoField of={gate ? 'gate' : 'block'} taken={taken} />
      {taken.photos.length === 0 ? (
        <CheckRow checked={noPhoto} onChange={setNoPhoto}>
          {photoWords.none}
        </CheckRow>
      ) : null}
      <CheckRow checked={consent} onChange={setConsent}>
        {m.blockedDoor.consent}
      </CheckRow>
      <BigButton
        disabled={
          reason === null || department === null || day === '' || (taken.photos.length === 0 && !noPhoto)
        }
        loading={step.busy}
        onClick={async () => {
          if (reason === null || department === null) return;
          const block = { orderId: order.id, reason, department, consent, expectedReturnDate: day };
          const occurredAt = time.now();
          const sent = await taken.along(order.id, (photos) =>
            step.run('visit.block', { ...block, occurredAt, photos }, m.sent.blocked),
          );
          if (sent) onDone();
        }}
      >
        {m.blockedDoor.action}
      </BigButton>
    </div>
  );
}
