'use client';

import type { ChecklistMoment } from '#domain/checklist/checklists.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { Messages } from '../../ui/i18n/zh-cn.ts';
import { ChecklistCard, useTicks } from '../checklist-card.tsx';
import { FaultWordCard } from '../fault-word-card.tsx';
import classes from '../field.module.css';
import { MessageCards } from '../message-card.tsx';
import { Say } from '../say.tsx';
import { doorScript } from '../scripts.ts';
import type { StepProps, WizardProps } from '../step-props.ts';
import { StepRefusal } from '../step-refusal.tsx';
import { type FieldStep, stepOf, stepsFor } from '../steps.ts';
import { AcceptStep } from './accept-step.tsx';
import { ActivateStep } from './activate-step.tsx';
import { ArriveStep } from './arrive-step.tsx';
import { CallStep } from './call-step.tsx';
import { DepartStep } from './depart-step.tsx';
import { ObserveClock, ObserveStep } from './observe-step.tsx';
import { PromiseStep } from './promise-step.tsx';
import { ReplyStep } from './reply-step.tsx';
import { ResolveStep } from './resolve-step.tsx';
import { SignStep } from './sign-step.tsx';
import { TapStep } from './tap-step.tsx';
import { TestStep } from './test-step.tsx';
import { VerifyStep } from './verify-step.tsx';
import { WorkStep } from './work-step.tsx';

/** The step that is due, with its place among the others and, when it was refused, why. */
export function StepCard(props: WizardProps) {
  const m = useMessages().field;
  const { order, step, now } = props;
  const current = stepOf(order);
  const steps = stepsFor(order.type);
  const place = steps.indexOf(current as (typeof steps)[number]);
  return (
    <section className={classes.step} aria-labelledby="step-title" data-step={current}>
      <header className={classes.stepHead}>
        <h2 id="step-title">{stepTitle(current, order.type === 'fault', m)}</h2>
        {place >= 0 ? <span className={classes.hint}>{m.progress(place + 1, steps.length)}</span> : null}
      </header>
      {place >= 0 ? (
        <div className={classes.rail} aria-hidden="true">
          {steps.map((name, index) => (
            <span
              key={name}
              data-done={index < place ? '' : undefined}
              data-now={index === place ? '' : undefined}
            />
          ))}
        </div>
      ) : null}
      {step.asked ? <StepRefusal step={step} orderId={order.id} now={now} /> : null}
      {/* A refused step keeps what was filled in: it is hidden, not thrown away. */}
      <div className={classes.stepBody} hidden={step.asked !== null}>
        <StepBody key={current} current={current} {...props} />
      </div>
    </section>
  );
}

/** The name of a step; a fault is restored where an install goes live. */
export function stepTitle(step: FieldStep, fault: boolean, m: Messages['field']): string {
  return step === 'activate' && fault ? m.steps.restore : m.steps[step];
}

/** The moment of the standard's cards that each step is (checklist/checklists.ts). */
const MOMENT: Partial<Record<FieldStep, ChecklistMoment>> = {
  call: 'call',
  depart: 'departure',
  arrive: 'arrival',
  enter: 'door',
  work: 'on_site',
  test: 'tests',
  sign: 'signing',
  finish: 'leaving',
};

/** The step with its cards below it; a new step begins with none ticked. */
function StepBody(props: WizardProps & { current: FieldStep }) {
  const ticks = useTicks();
  const moment = MOMENT[props.current];
  return (
    <>
      <StepItself {...props} ticks={ticks} />
      {moment ? <ChecklistCard moment={moment} standardId={props.order.standardId} ticks={ticks} /> : null}
      <MessageCards {...props} />
      <FaultWordCard order={props.order} />
    </>
  );
}

function StepItself({ current, ...props }: StepProps & { current: FieldStep }) {
  const m = useMessages().field;
  const { order, technician } = props;
  switch (current) {
    case 'accept':
      return <AcceptStep {...props} />;
    case 'call':
      return <CallStep {...props} />;
    case 'promise':
      return <PromiseStep {...props} />;
    case 'verify':
      return <VerifyStep {...props} />;
    case 'depart':
      return <DepartStep {...props} />;
    case 'arrive':
      return <ArriveStep {...props} />;
    case 'enter':
      return (
        <TapStep {...props} type="visit.enter" body={m.enter.body} action={m.enter.action} done={m.sent.step}>
          <Say heading={m.call.say}>{doorScript(order, technician.number)}</Say>
        </TapStep>
      );
    case 'work':
      return <WorkStep {...props} />;
    case 'activate':
      return <ActivateStep {...props} />;
    case 'test':
      return <TestStep {...props} />;
    case 'observe':
      return <ObserveStep {...props} />;
    case 'sign':
      return <SignStep {...props} />;
    case 'finish':
      return (
        <TapStep
          {...props}
          type="visit.finish"
          body={m.finish.body}
          action={m.finish.action}
          done={m.sent.step}
        >
          <ObserveClock {...props} />
        </TapStep>
      );
    case 'resolve':
      return <ResolveStep {...props} />;
    case 'reply':
      return <ReplyStep {...props} />;
    case 'waiting':
      return <p className={classes.body}>{waitingWords(order.status, m)}</p>;
    case 'closed':
      return null;
  }
}

function waitingWords(status: string, m: Messages['field']): string {
  const words: Readonly<Record<string, string>> = m.waiting;
  return words[status] ?? m.waiting.notMine;
}
