'use client';

import { useState } from 'react';
import { CAUSE_CODES, CAUSE_MEANING, type CauseCode, type CauseSide } from '#domain/fault/cause-code.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** The causes that lie on a side (ATTR-03…06). */
const codesOf = (side: CauseSide): readonly CauseCode[] =>
  CAUSE_CODES.filter((code) => CAUSE_MEANING[code].side === side || CAUSE_MEANING[code].side === null);

/** Completing the order; a fault needs its cause (ATTR-01). */
export function ResolveStep({ order, step }: StepProps) {
  const m = useMessages().field;
  const { causes } = useMessages().onSite;
  const [side, setSide] = useState<CauseSide | null>(null);
  const [code, setCode] = useState<CauseCode | null>(null);
  const needsCause = order.type === 'fault';
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.resolve.body}</p>
      {needsCause ? (
        <ChoiceRow
          legend={m.resolve.cause}
          words={m.resolve.causes}
          value={side}
          onChange={(value) => {
            setSide(value);
            setCode(null);
          }}
        />
      ) : null}
      {side !== null ? (
        <ChoiceRow
          legend={causes.legend}
          words={
            Object.fromEntries(codesOf(side).map((one) => [one, causes[one]])) as Record<CauseCode, string>
          }
          value={code}
          onChange={setCode}
        />
      ) : null}
      <BigButton
        disabled={needsCause && side === null}
        loading={step.busy}
        onClick={() =>
          void step.run(
            'order.resolve',
            {
              orderId: order.id,
              ...(side === null ? {} : { causeSide: side }),
              ...(code === null ? {} : { causeCode: code }),
            },
            m.sent.resolved,
          )
        }
      >
        {m.resolve.action}
      </BigButton>
    </div>
  );
}
