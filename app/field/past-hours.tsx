'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { asksPastHours } from '#domain/visit/decide-past-hours.ts';
import type { Pending } from '../live/overlay.ts';
import { useLive } from '../live/use-live.tsx';
import { useStore } from '../live/use-store.ts';
import { useClock } from '../ui/clock.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import type { zhCN } from '../ui/i18n/zh-cn.ts';
import { CheckRow, ChoiceRow } from './check-row.tsx';
import classes from './field.module.css';
import { StepRefusal } from './step-refusal.tsx';
import { useStep } from './use-step.ts';
import { WordsField } from './words-field.tsx';

type Reason = keyof typeof zhCN.onSite.pastHours.reasons;

/** Whose home the technician is still in after closing, unasked (WIN-01), and whether the answer is on its way; null for nobody's. */
export function usePastHours(
  orders: readonly Order[],
  now: Instant,
): { order: Order; isAnswered: boolean } | null {
  const answered = useStore(useLive().pending, answeredOf);
  const order = orders.find((one) => asksPastHours(one, currentVisit(one), standardOf(one), now));
  return order ? { order, isAnswered: answered === order.id } : null;
}

/** The order about which the answer has been given and not yet been taken by the server. */
function answeredOf(pending: readonly Pending[]): OrderId | null {
  const given = pending.find(({ envelope }) => envelope.type === 'visit.past_hours');
  return (given?.envelope.payload as { orderId?: OrderId } | undefined)?.orderId ?? null;
}

/**
 * 20:00 has passed with somebody in the home (WIN-01, E-91): the customer agrees that the work goes on, or it ends for today and a new
 * time is found. Asked above every page until answered; offline the answer waits with the other steps.
 */
export function PastHours({ order, isAnswered, now }: { order: Order; isAnswered: boolean; now: Instant }) {
  const m = useMessages();
  const words = m.onSite.pastHours;
  const time = useClock();
  const step = useStep();
  const [reason, setReason] = useState<Reason | null>(null);
  const [detail, setDetail] = useState('');
  const [consent, setConsent] = useState(false);
  const [, closes] = standardOf(order).get('visit.window');
  const said = [reason === null || reason === 'other' ? '' : words.reasons[reason], detail.trim()];
  const why = said.filter(Boolean).join('：');
  const answer = (goesOn: boolean) =>
    void step.run(
      'visit.past_hours',
      { orderId: order.id, goesOn, reason: why, occurredAt: time.now() },
      goesOn ? words.sentGoesOn : words.sentEnds,
    );
  return (
    <section className={classes.pastHours} aria-labelledby="past-hours-title" data-past-hours>
      <h2 id="past-hours-title">{words.title(closes)}</h2>
      {isAnswered ? (
        <p className={classes.body} role="status">
          {words.onItsWay}
        </p>
      ) : (
        <>
          {step.asked ? <StepRefusal step={step} orderId={order.id} now={now} /> : null}
          <div className={classes.stepBody} hidden={step.asked !== null}>
            <p className={classes.body}>
              {order.estate ? `${order.estate} · ` : ''}
              {words.body}
            </p>
            <ChoiceRow legend={words.reason} words={words.reasons} value={reason} onChange={setReason} />
            <WordsField label={words.detail} value={detail} onChange={setDetail} />
            <CheckRow checked={consent} onChange={setConsent}>
              {words.consent(closes)}
            </CheckRow>
            <Button
              size="xl"
              fullWidth
              disabled={!consent || why === ''}
              loading={step.busy}
              onClick={() => answer(true)}
            >
              {words.goOn}
            </Button>
            <Button
              size="xl"
              fullWidth
              variant="default"
              disabled={why === ''}
              loading={step.busy}
              onClick={() => answer(false)}
            >
              {words.end}
            </Button>
            <p className={classes.hint}>{words.endHint}</p>
          </div>
        </>
      )}
    </section>
  );
}
