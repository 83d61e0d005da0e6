'use client';

import { useState } from 'react';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import { checksOf } from '../checklist-card.tsx';
import classes from '../field.module.css';
import { PhotoField } from '../photos/photo-field.tsx';
import { useTaken } from '../photos/use-taken.ts';
import { Say } from '../say.tsx';
import { TRY_SCRIPT } from '../scripts.ts';
import type { StepProps } from '../step-props.ts';
import { typedDecimal } from '../typed-decimal.ts';
import { WordsField } from '../words-field.tsx';

/** Three ones and the speed (SITE-08, SITE-09). What falls short is recorded with its reason, never hidden. */
export function TestStep({ order, step, ticks, onDone }: StepProps & { onDone?: () => void }) {
  const m = useMessages().field;
  const time = useClock();
  const [ones, setOnes] = useState({ page: false, download: false, mail: false });
  const [speed, setSpeed] = useState('');
  const [reason, setReason] = useState('');
  const taken = useTaken();
  const wired = order.type === 'install' || order.type === 'move';
  const threeOnes = ones.page && ones.download && ones.mail;
  const downMbps = speed === '' ? null : Number(speed);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.test.body}</p>
      <Say heading={m.call.say}>{TRY_SCRIPT}</Say>
      {(['page', 'download', 'mail'] as const).map((name) => (
        <CheckRow
          key={name}
          checked={ones[name]}
          onChange={(checked) => setOnes({ ...ones, [name]: checked })}
        >
          {m.test[name]}
        </CheckRow>
      ))}
      <label className={classes.field}>
        <span>
          {m.test.speed}
          {order.subscribedMbps === null ? null : <small>{m.test.subscribed(order.subscribedMbps)}</small>}
        </span>
        <input
          type="text"
          inputMode="decimal"
          pattern="[0-9]*[.]?[0-9]*"
          value={speed}
          onChange={(event) => setSpeed(typedDecimal(speed, event.currentTarget.value))}
        />
      </label>
      <WordsField label={`${m.test.reason}`} rows={1} value={reason} onChange={setReason} />
      <PhotoField of="speed" taken={taken} />
      {wired ? <PhotoField of="workmanship" taken={taken} /> : null}
      <BigButton
        loading={step.busy}
        disabled={downMbps !== null && !Number.isFinite(downMbps)}
        onClick={async () => {
          const tests = {
            orderId: order.id,
            occurredAt: time.now(),
            threeOnes,
            ...checksOf(ticks),
            ...(downMbps === null ? {} : { downMbps }),
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          };
          const recorded = await taken.along(order.id, (photos) =>
            step.run('visit.test', { ...tests, photos }, m.sent.step),
          );
          if (recorded) onDone?.();
        }}
      >
        {m.test.action}
      </BigButton>
    </div>
  );
}
