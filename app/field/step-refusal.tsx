'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { OrderCommandType } from '#domain/order/order-command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import classes from './field.module.css';
import type { StepRun } from './use-step.ts';

/** The refusal of the last step, and the way to a supervisor when one may allow it. */
export function StepRefusal({ step, orderId, now }: { step: StepRun; orderId: OrderId; now: Instant }) {
  const m = useMessages();
  const [reason, setReason] = useState('');
  if (!step.asked) return null;
  const { type, payload, refusal } = step.asked;
  return (
    <div className={classes.refusal}>
      <RefusalNotice refusal={refusal} now={now} />
      {refusal.code === 'needs_approval' ? (
        <>
          <Textarea
            label={m.field.approval.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            size="md"
          />
          <Button
            size="lg"
            fullWidth
            disabled={reason.trim() === ''}
            loading={step.busy}
            onClick={() =>
              void step.run(
                'approval.request',
                { orderId, command: { type: type as OrderCommandType, payload }, reason: reason.trim() },
                m.field.sent.approval,
              )
            }
          >
            {m.field.approval.ask}
          </Button>
        </>
      ) : null}
      <Button variant="default" size="lg" fullWidth onClick={step.dismiss}>
        {m.common.close}
      </Button>
    </div>
  );
}
