'use client';

import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { takenAlong } from '#domain/checklist/judge-kit.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { promiseWords } from '../../ui/time.ts';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';
import { WordsField } from '../words-field.tsx';
import { TapStep } from './tap-step.tsx';

/** Setting out: kit and dress are ticked first (VRFY-02, VRFY-03); what is missing is named, and an essential thing needs a reason. */
export function DepartStep(props: StepProps) {
  const m = useMessages();
  const { order } = props;
  const [kit, setKit] = useState(false);
  const [badge, setBadge] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const promise = servableAppointment(order);
  const items = takenAlong(order, standardOf(order));
  const names: Readonly<Record<string, string>> = m.care.kit.items;
  const essential = items.some((item) => item.essential && missing.includes(item.id));
  return (
    <TapStep
      {...props}
      type="visit.depart"
      body={m.field.depart.body(promise ? promiseWords(promise.start, promise.end) : '')}
      action={m.field.depart.action}
      done={m.field.sent.step}
      disabled={!(badge && (kit || missing.length > 0)) || (essential && reason.trim() === '')}
      more={{ kitMissing: missing, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }}
    >
      <CheckRow
        checked={kit && missing.length === 0}
        onChange={(on) => {
          setKit(on);
          if (on) setMissing([]);
        }}
        hint={items.map(({ id }) => names[id] ?? id).join('、')}
      >
        {m.field.verify.kit}
      </CheckRow>
      {kit && missing.length === 0 ? null : (
        <details className={classes.doneList}>
          <summary>{m.care.kit.missing}</summary>
          <div className={classes.chips}>
            {items.map(({ id }) => (
              <button
                key={id}
                type="button"
                className={classes.chip}
                aria-pressed={missing.includes(id)}
                onClick={() =>
                  setMissing(missing.includes(id) ? missing.filter((one) => one !== id) : [...missing, id])
                }
              >
                {names[id] ?? id}
              </button>
            ))}
          </div>
        </details>
      )}
      {essential ? (
        <WordsField label={m.care.kit.reason} rows={1} value={reason} onChange={setReason} />
      ) : null}
      <CheckRow checked={badge} onChange={setBadge}>
        {m.field.verify.badge}
      </CheckRow>
    </TapStep>
  );
}
