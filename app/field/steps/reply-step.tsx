'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ASSET_FIELDS, type AssetField } from '#domain/asset/asset-record.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** What of an installation has a value to be written down; the others are only confirmed. */
const WRITTEN: ReadonlySet<AssetField> = new Set<AssetField>(['port', 'serial', 'cable']);
const LONGEST = 200;

/** Replying to the dispatching unit (DONE-05), an installation with its record (DONE-10). */
export function ReplyStep({ order, step }: StepProps) {
  const m = useMessages().field;
  const words = useMessages().onSite.filed;
  const [filed, setFiled] = useState<readonly AssetField[]>([]);
  const [values, setValues] = useState<Readonly<Partial<Record<AssetField, string>>>>({});
  const recorded = order.type === 'install' || order.type === 'move';
  const record = Object.fromEntries(
    filed.flatMap((field) => {
      const value = values[field]?.trim();
      return value ? [[field, value]] : [];
    }),
  );
  return (
    <>
      <p className={classes.body}>{m.reply.body}</p>
      {recorded ? (
        <fieldset className={classes.group}>
          <legend>{words.legend}</legend>
          {ASSET_FIELDS.map((field) => (
            <div key={field} className={classes.stack}>
              <CheckRow
                checked={filed.includes(field)}
                onChange={(on) =>
                  setFiled(ASSET_FIELDS.filter((one) => (one === field ? on : filed.includes(one))))
                }
              >
                {words[field]}
              </CheckRow>
              {WRITTEN.has(field) && filed.includes(field) ? (
                <TextInput
                  size="md"
                  maxLength={LONGEST}
                  aria-label={words.value(words[field])}
                  placeholder={words.value(words[field])}
                  value={values[field] ?? ''}
                  onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
                />
              ) : null}
            </div>
          ))}
        </fieldset>
      ) : null}
      <BigButton
        loading={step.busy}
        onClick={() =>
          void step.run(
            'order.reply',
            {
              orderId: order.id,
              ...(filed.length === 0 ? {} : { filed }),
              ...(Object.keys(record).length === 0 ? {} : { record }),
            },
            m.sent.replied,
          )
        }
      >
        {m.reply.action}
      </BigButton>
    </>
  );
}
