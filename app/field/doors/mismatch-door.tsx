'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { zhCN } from '../../ui/i18n/zh-cn.ts';
import { BigButton } from '../big-button.tsx';
import { ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { DoorProps } from './door-props.ts';

type Field = keyof typeof zhCN.field.mismatchDoor.fields;

/** The order and the facts differ: back to be corrected (DISP-04, VRFY-01). */
export function MismatchDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().field;
  const [field, setField] = useState<Field | null>(null);
  const [by, setBy] = useState<'customer' | 'company' | null>(null);
  return (
    <div className={classes.stack}>
      <ChoiceRow
        legend={m.mismatchDoor.field}
        words={m.mismatchDoor.fields}
        value={field}
        onChange={setField}
      />
      <ChoiceRow
        legend={m.mismatchDoor.causedBy}
        words={{ customer: m.mismatchDoor.customer, company: m.mismatchDoor.company }}
        value={by}
        onChange={setBy}
      />
      <BigButton
        color="red"
        disabled={field === null || by === null}
        loading={step.busy}
        onClick={async () => {
          if (field === null || by === null) return;
          const sent = await step.run(
            'order.mismatch',
            { orderId: order.id, field, causedBy: by },
            m.sent.mismatch,
          );
          if (sent) onDone();
        }}
      >
        {m.mismatchDoor.action}
      </BigButton>
    </div>
  );
}
