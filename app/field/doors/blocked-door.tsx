'use client';

import { useState } from 'react';
import { addDays } from '#domain/time/zone.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { zhCN } from '../../ui/i18n/zh-cn.ts';
import { isoDay } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { Say } from '../say.tsx';
import { notTodayScript } from '../scripts.ts';
import type { DoorProps } from './door-props.ts';

type Reason = keyof typeof zhCN.field.blockedDoor.reasons;
type Department = keyof typeof zhCN.field.blockedDoor.departments;

/** The work cannot go on: reason, department, the day of return, and the customer's consent (BLOK-01, BLOK-02, BLOK-04). */
export function BlockedDoor({ order, step, now, onDone }: DoorProps) {
  const m = useMessages().field;
  const time = useClock();
  const today = isoDay(now);
  const [reason, setReason] = useState<Reason | null>(null);
  const [department, setDepartment] = useState<Department | null>(null);
  const [day, setDay] = useState(addDays(today, 1));
  const [consent, setConsent] = useState(false);
  return (
    <div className={classes.stack}>
      <ChoiceRow
        legend={m.blockedDoor.reason}
        words={m.blockedDoor.reasons}
        value={reason}
        onChange={setReason}
      />
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
      <CheckRow checked={consent} onChange={setConsent}>
        {m.blockedDoor.consent}
      </CheckRow>
      <BigButton
        disabled={reason === null || department === null || day === ''}
        loading={step.busy}
        onClick={async () => {
          if (reason === null || department === null) return;
          const sent = await step.run(
            'visit.block',
            {
              orderId: order.id,
              reason,
              department,
              consent,
              expectedReturnDate: day,
              occurredAt: time.now(),
            },
            m.sent.blocked,
          );
          if (sent) onDone();
        }}
      >
        {m.blockedDoor.action}
      </BigButton>
    </div>
  );
}
