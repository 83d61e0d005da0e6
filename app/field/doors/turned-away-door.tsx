'use client';

import { useState } from 'react';
import { standardOf } from '#domain/standard/catalogue.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { turnedAwayMeans } from '#domain/visit/decide-turned-away.ts';
import { promiseServed } from '#domain/visit/no-answer-clock.ts';
import type { TurnedAwayBy } from '#domain/visit/visit.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import type { zhCN } from '../../ui/i18n/zh-cn.ts';
import { clock, promiseWords } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { CallRecord } from '../steps/call-step.tsx';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

type Reason = keyof typeof zhCN.onSite.turnedAway.reasons;

/** Somebody is there and does not open (E-37, TRAV-07): who, why, and what it makes of the promise as the clock stands now. */
export function TurnedAwayDoor(props: DoorProps) {
  const m = useMessages();
  const words = m.onSite.turnedAway;
  const time = useClock();
  const { order, step, now, onDone } = props;
  const [by, setBy] = useState<TurnedAwayBy | null>(null);
  const [reason, setReason] = useState<Reason | null>(null);
  const [detail, setDetail] = useState('');
  const visit = currentVisit(order);
  const promise = visit && promiseServed(order, visit);
  if (!visit || visit.arrivedAt === null || !promise) return null;

  const { arrivedAt } = visit;
  const standard = standardOf(order);
  const means = turnedAwayMeans(order, visit, standard, now);
  const called = order.contacts.filter(({ at }) => at >= arrivedAt);
  const asksCalls = by === 'household' && means === 'customer';
  const reached = called.some(({ outcome }) => outcome === 'connected');
  const enoughCalls = !asksCalls || reached || called.length >= standard.get('noAnswer.minCalls');
  const said = [reason === null || reason === 'other' ? '' : words.reasons[reason], detail.trim()];
  const why = said.filter(Boolean).join('：');
  const promised = promiseWords(promise.start, promise.end);
  return (
    <div className={classes.stack}>
      <p className={classes.warning} data-means={means}>
        {words.means[means](promised, clock(arrivedAt))}
      </p>
      <ChoiceRow legend={words.by} words={words.who} value={by} onChange={setBy} />
      <ChoiceRow legend={words.reason} words={words.reasons} value={reason} onChange={setReason} />
      <WordsField label={words.detail} value={detail} onChange={setDetail} />
      {asksCalls ? (
        <>
          <p className={classes.hint}>{words.callFirst}</p>
          <p className={classes.hint}>{m.field.noAnswer.calls(called.length)}</p>
          <CallRecord {...props} />
        </>
      ) : null}
      <BigButton
        disabled={by === null || why === '' || !enoughCalls}
        loading={step.busy}
        onClick={async () => {
          if (by === null) return;
          const payload = {
            orderId: order.id,
            by,
            reason: why,
            ...(asksCalls ? { calls: called.length } : {}),
            occurredAt: time.now(),
          };
          if (await step.run('visit.turned_away', payload, words.sent)) onDone();
        }}
      >
        {words.action}
      </BigButton>
    </div>
  );
}
