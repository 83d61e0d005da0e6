'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ContactAttempt } from '#domain/contact/contact-attempt.ts';
import type { SiteFinding } from '#domain/readiness/site-facts.ts';
import { servicePromise } from '#domain/script/service-promise.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { TimerName } from '#domain/timer/timer.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import { dueOf } from '../due.ts';
import classes from '../field.module.css';
import { Say } from '../say.tsx';
import { appointScript } from '../scripts.ts';
import { SiteForm } from '../site-form.tsx';
import type { StepProps, WizardProps } from '../step-props.ts';

const FIRST_CONTACT: readonly TimerName[] = ['T_CONTACT_INSTALL', 'T_CONTACT_FAULT', 'T_CONTACT_COMPLAINT'];

/** The first call (APPT-01…07, APPT-12): the phone's own dialler opens, and back here the outcome is asked. */
export function CallStep(props: StepProps) {
  const messages = useMessages();
  const m = messages.field;
  const language = useLanguage();
  const { order, technician, now } = props;
  const due = dueOf(order, FIRST_CONTACT, now);
  return (
    <>
      <p className={classes.body}>{m.call.body}</p>
      {due ? <p className={classes.due}>{m.call.due(dayAndClock(due, now, messages, language))}</p> : null}
      <Say heading={m.call.say}>{appointScript(order, technician.name)}</Say>
      <CallRecord {...props} />
    </>
  );
}

/** Dials and records what came of it. Used by every step and side door that calls. */
export function CallRecord({ order, card, step, onConnected }: WizardProps & { onConnected?: () => void }) {
  const m = useMessages().field;
  const [dialled, setDialled] = useState(false);
  const [outcome, setOutcome] = useState<ContactAttempt['outcome'] | null>(null);
  const [confirmed, setConfirmed] = useState(true);
  const [told, setTold] = useState(false);
  const [found, setFound] = useState<SiteFinding>({});
  const care = useMessages().care;
  const standard = standardOf(order);
  const phone = card?.phone ?? '';
  const dialable = /^\+?[\d-]{5,}$/.test(phone);
  if (!order.hasPhone) return <p className={classes.warning}>{m.order.noPhone}</p>;

  return (
    <div className={classes.stack}>
      {order.contacts.length > 0 ? (
        <p className={classes.hint}>{m.call.attempts(order.contacts.length)}</p>
      ) : null}
      {dialable ? (
        <Button
          component="a"
          href={`tel:${phone}`}
          size="xl"
          fullWidth
          variant={dialled ? 'default' : 'filled'}
          onClick={() => setDialled(true)}
        >
          {dialled ? m.call.again : m.call.dial(phone)}
        </Button>
      ) : (
        <p className={classes.warning}>
          {phone === '' ? m.order.noPhone : `${phone} · ${m.order.maskedUntilAccepted}`}
        </p>
      )}
      {dialled ? (
        <>
          <ChoiceRow
            legend={m.call.outcomeTitle}
            words={m.call.outcomes}
            value={outcome}
            onChange={setOutcome}
          />
          {outcome === 'connected' ? (
            <>
              <CheckRow checked={confirmed} onChange={setConfirmed}>
                {m.call.contentConfirmed}
              </CheckRow>
              <Say heading={care.limits.say}>{servicePromise(order.type, standard)}</Say>
              <CheckRow checked={told} onChange={setTold}>
                {care.limits.told}
              </CheckRow>
              <SiteForm order={order} found={found} onFound={setFound} />
            </>
          ) : null}
          <BigButton
            disabled={outcome === null}
            loading={step.busy}
            onClick={async () => {
              if (outcome === null) return;
              const recorded = await step.run(
                'contact.attempt',
                {
                  orderId: order.id,
                  channel: 'phone',
                  outcome,
                  ...(outcome === 'connected'
                    ? {
                        contentConfirmed: confirmed,
                        promiseTold: told,
                        ...(Object.keys(found).length > 0 ? { site: found } : {}),
                      }
                    : {}),
                },
                m.sent.contact,
              );
              if (!recorded) return;
              setDialled(false);
              setOutcome(null);
              if (outcome === 'connected') onConnected?.();
            }}
          >
            {m.call.record}
          </BigButton>
        </>
      ) : null}
    </div>
  );
}
