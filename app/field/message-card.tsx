'use client';

import { Button } from '@mantine/core';
import { currentAppointment, servableAppointment } from '#domain/appointment/current.ts';
import type { CustomerMessage } from '#domain/script/customer-messages.ts';
import { messagesOf } from '#domain/script/customer-messages.ts';
import { renderScript, scriptFor } from '#domain/script/render-script.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayWords, promiseWords } from '../ui/time.ts';
import classes from './field.module.css';
import { Say } from './say.tsx';
import { operatorName } from './scripts.ts';
import type { WizardProps } from './step-props.ts';

/**
 * Messages that the customer should have now (APPT-17, CHG-06): the phone's own message app opens with the standard's words filled in. A
 * message is recorded as sent, never as an answer.
 */
export function MessageCards(props: WizardProps) {
  const standard = standardOf(props.order);
  return messagesOf(props.order, standard, props.now).map((message) => (
    <MessageCard key={message} message={message} {...props} />
  ));
}

function MessageCard({ message, order, card, technician, step }: WizardProps & { message: CustomerMessage }) {
  const m = useMessages().care.message;
  const script = scriptFor(message, order.standardId);
  const promise = currentAppointment(order) ?? servableAppointment(order);
  if (!script || !promise) return null;
  const { text } = renderScript(script, order.standardId, {
    org: operatorName(order.standardId),
    name: technician.name,
    technician: technician.name,
    staffNo: technician.number,
    start: `${message === 'newcomer' ? `${dayWords(promise.start, 'zh-CN')} ` : ''}${promiseWords(promise.start, promise.end)}`,
    eta: clock(Math.min(promise.lateness?.eta ?? promise.start, promise.end)),
  });
  if (text === null) return null;
  const phone = card?.phone ?? '';
  return (
    <section className={classes.stack} data-message={message}>
      <Say heading={m[message]}>{text}</Say>
      {/^\+?[\d-]{5,}$/.test(phone) ? (
        <Button
          component="a"
          href={`sms:${phone}?body=${encodeURIComponent(text)}`}
          size="lg"
          fullWidth
          variant="default"
          onClick={() =>
            void step.run(
              'contact.attempt',
              { orderId: order.id, channel: 'sms', outcome: 'no_answer' },
              m.sent,
            )
          }
        >
          {m.send}
        </Button>
      ) : null}
    </section>
  );
}
