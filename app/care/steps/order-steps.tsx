'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { CompanionStep } from './companion-step.tsx';
import { CorrectStep } from './correct-step.tsx';
import { CancelOrder, CancelPromise, Unserviceable, WithdrawChange } from './give-up-steps.tsx';
import { HoldEnd, HoldStart } from './hold-steps.tsx';
import { MergeStep } from './merge-step.tsx';
import classes from './order-steps.module.css';
import { PlaceStep } from './place-step.tsx';
import { ChangePromise, ConfirmPromise, PromiseFinish } from './promise-steps.tsx';
import { RemoteStep, ReplyStep } from './remote-step.tsx';
import { RuleCause } from './rule-cause-step.tsx';
import type { StepProps } from './step.ts';
import { type StepName, stepsOf } from './steps-of.ts';

const FORMS: Readonly<Record<StepName, (props: StepProps) => ReactNode>> = {
  'order.remote': RemoteStep,
  'order.verify': CorrectStep,
  'order.place': PlaceStep,
  'order.merge': MergeStep,
  'order.accompany': CompanionStep,
  'appointment.confirm': ConfirmPromise,
  'appointment.change': ChangePromise,
  'appointment.withdraw': WithdrawChange,
  'progress.promise_finish': PromiseFinish,
  'hold.start': HoldStart,
  'hold.end': HoldEnd,
  'appointment.cancel': CancelPromise,
  'order.rule_cause': RuleCause,
  'order.reply': ReplyStep,
  'order.unserviceable': Unserviceable,
  'order.cancel': CancelOrder,
};

/**
 * What else may be done about an order now, one step open at a time. `without`: steps that the screen around it has in another form;
 * `first`: the one that is open at once, where the order allows it.
 */
export function OrderSteps(
  props: StepProps & { without?: ReadonlySet<StepName>; first?: StepName | undefined },
) {
  const m = useMessages().steps;
  const { order, may, without, first } = props;
  const [chosen, setChosen] = useState<StepName | null>(first ?? null);
  const names = stepsOf(order, may).filter((name) => !without?.has(name));
  const open = chosen !== null && names.includes(chosen) ? chosen : null;
  const Form = open && FORMS[open];
  const form = useRef<HTMLDivElement>(null);
  const asked = useRef(open);
  useEffect(() => {
    // what stands open from the start is not brought into sight: nobody asked for it
    if (asked.current === open) return;
    asked.current = open;
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (names.length === 0) return null;
  return (
    <section className={classes.steps} data-order-steps>
      <h3 className={classes.heading}>{m.title}</h3>
      <div className={classes.names}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.name}
            aria-expanded={name === open}
            data-step={name}
            onClick={() => setChosen(name === open ? null : name)}
          >
            {m.names[name]}
          </button>
        ))}
      </div>
      {Form ? (
        <div ref={form} className={classes.form} key={`${order.id} ${open}`}>
          <Form {...props} />
        </div>
      ) : null}
    </section>
  );
}
