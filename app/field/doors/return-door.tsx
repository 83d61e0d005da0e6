'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { zhCN } from '../../ui/i18n/zh-cn.ts';
import { BigButton } from '../big-button.tsx';
import { ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

type Reason = keyof typeof zhCN.field.returnDoor.reasons;

/** Giving an order back with its reason (ACPT-02). */
export function ReturnDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().field;
  const [reason, setReason] = useState<Reason | null>(null);
  const [detail, setDetail] = useState('');
  const words =
    reason === null ? '' : [m.returnDoor.reasons[reason], detail.trim()].filter(Boolean).join('：');
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.returnDoor.body}</p>
      <ChoiceRow
        legend={m.returnDoor.reason}
        words={m.returnDoor.reasons}
        value={reason}
        onChange={setReason}
      />
      <WordsField label={m.returnDoor.detail} value={detail} onChange={setDetail} />
      <BigButton
        color="red"
        disabled={reason === null || (reason === 'other' && detail.trim() === '')}
        loading={step.busy}
        onClick={async () => {
          const sent = await step.run('order.return', { orderId: order.id, reason: words }, m.sent.return);
          if (sent) onDone();
        }}
      >
        {m.returnDoor.action}
      </BigButton>
    </div>
  );
}
