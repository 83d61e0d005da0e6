'use client';

import { isWrong, type StepName } from '../care/steps/steps-of.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import classes from './calls.module.css';
import { CallbackForm } from './forms/callback-form.tsx';
import { ComplaintForm } from './forms/complaint-form.tsx';
import { ContactForm } from './forms/contact-form.tsx';
import { FactsForm } from './forms/facts-form.tsx';
import type { FormProps } from './forms/form.tsx';
import { NumberForm } from './forms/number-form.tsx';
import { ClaimForm, CoordinationForm, OverdueForm } from './forms/step-forms.tsx';
import { OrderPanel, type OrderPanelProps } from './order-panel.tsx';
import { phrasesOf } from './phrases.ts';
import { useAct } from './use-act.tsx';
import { isOverdue, leftOf, whatOf } from './words.ts';
import type { WorkItem } from './work-list.ts';

export interface WorkPanelProps extends Omit<OrderPanelProps, 'order'>, Pick<FormProps, 'item'> {
  readonly personName: string;
}

/** The step of the panel that is the thing to do itself, and stands open at once. */
const FIRST: Partial<Record<WorkItem['group'], (item: WorkItem) => StepName | undefined>> = {
  remote: () => 'order.remote',
  facts: ({ order }) => (isWrong(order) ? 'order.verify' : undefined),
};

/** One thing to do: who, by when, what to say, and the form that records it. */
export function WorkPanel(props: WorkPanelProps) {
  const { item, card, now } = props;
  const m = useMessages();
  const language = useLanguage();
  const act = useAct();
  const phrases = phrasesOf(item, card, props.personName, props.technician);
  const when = (at: number) => dayAndClock(at, now, m, language);
  return (
    <OrderPanel
      {...props}
      order={item.order}
      act={act}
      mark={item.key}
      title={whatOf(item, m)}
      withoutOwner={item.group === 'complaints'}
      first={FIRST[item.group]?.(item)}
      lead={
        <p className={classes.limit} data-over={isOverdue(item, now) ? '' : undefined}>
          <strong>{leftOf(item, now, m)}</strong>
          {item.rule ? <span className={classes.rule}>{item.rule}</span> : null}
          {item.timer === null && item.purpose === null ? null : (
            <span>
              {m.dispatch.detail.effective(when(item.usable))}
              {item.literal === item.usable ? '' : ` · ${m.dispatch.detail.literal(when(item.literal))}`}
              {item.provisional ? ` · ${m.calendar.provisionalWhy(item.provisional.join('、'))}` : ''}
            </span>
          )}
        </p>
      }
    >
      {phrases.length > 0 ? (
        <section className={classes.script} aria-label={m.calls.script}>
          <h3>{m.calls.script}</h3>
          {phrases.map(({ id, text, gaps }) => (
            <p key={id} lang="zh-CN">
              <q>{text}</q>
              <small lang={language}>
                {id}
                {gaps.length > 0 ? ` · ${m.calls.fillGaps}` : ''}
              </small>
            </p>
          ))}
        </section>
      ) : null}
      <Form {...props} act={act} />
    </OrderPanel>
  );
}

function Form(form: FormProps) {
  switch (form.item.group) {
    case 'calls':
      return <ContactForm {...form} />;
    case 'callbacks':
      return <CallbackForm {...form} />;
    case 'overdue':
      return <OverdueForm {...form} />;
    case 'complaints':
      return <ComplaintForm {...form} />;
    case 'coordination':
      return <CoordinationForm {...form} />;
    case 'claims':
      return <ClaimForm {...form} />;
    case 'remote':
      return null;
    case 'facts':
      if (form.item.timer === 'T_MISMATCH') return <NumberForm {...form} />;
      return (
        <FactsForm
          order={form.item.order}
          may={form.may}
          busy={form.act.busy !== null}
          run={(act, done) => form.act.run([act], done)}
        />
      );
  }
}
