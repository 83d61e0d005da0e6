'use client';

import type { ReactNode } from 'react';
import type { WorkFacts } from '#domain/visit/step-given.ts';
import { useClock } from '../../ui/clock.tsx';
import { BigButton } from '../big-button.tsx';
import { checksOf } from '../checklist-card.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

type TapType = 'visit.depart' | 'visit.enter' | 'visit.work' | 'visit.finish';

/** A step that is one tap: it may be taken back for ten seconds, and then goes out with the time of the tap. */
export function TapStep(
  props: StepProps & {
    type: TapType;
    body: string;
    action: string;
    done: string;
    disabled?: boolean;
    /** What else the step carries. */
    more?: { kitMissing?: readonly string[]; reason?: string } & WorkFacts;
    children?: ReactNode;
  },
) {
  const { order, step, takeBack } = props;
  const time = useClock();
  return (
    <>
      <p className={classes.body}>{props.body}</p>
      {props.children}
      <BigButton
        loading={step.busy}
        disabled={takeBack.waiting || props.disabled}
        onClick={() => {
          const occurredAt = time.now();
          takeBack.offer(
            props.action,
            () =>
              void step.run(
                props.type,
                { orderId: order.id, occurredAt, ...checksOf(props.ticks), ...props.more },
                props.done,
              ),
          );
        }}
      >
        {props.action}
      </BigButton>
    </>
  );
}
