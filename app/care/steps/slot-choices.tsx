'use client';

import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RefusalRule } from '#protocol/command.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { RuleNotice } from '../../ui/refusal/rule-notice.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import classes from './order-steps.module.css';

interface Offered {
  readonly start: Instant;
  readonly technicians: number;
  readonly rules: readonly RefusalRule[];
}
const MOST = 40;

/** Times that somebody could keep as the plan stands, each with what the rules point out (GET /slots). */
export function SlotChoices(props: {
  orderId: OrderId;
  now: Instant;
  chosen: Instant | null;
  onChoose: (start: Instant) => void;
}) {
  const m = useMessages();
  const s = m.steps.slots;
  const language = useLanguage();
  const { state, value } = useAnswer<{ slots: readonly Offered[] }>(
    `/api/v1/slots?orderId=${encodeURIComponent(props.orderId)}`,
  );
  if (state === 'failed') return <p className={classes.hint}>{s.failed}</p>;
  if (!value) return <p className={classes.hint}>{s.loading}</p>;
  if (value.slots.length === 0) return <p className={classes.hint}>{s.none}</p>;
  const chosen = value.slots.find(({ start }) => start === props.chosen);
  return (
    <>
      <ul className={classes.offers} aria-label={s.title}>
        {value.slots.slice(0, MOST).map(({ start: at, technicians, rules }) => {
          return (
            <li key={at}>
              <button
                type="button"
                aria-pressed={props.chosen === at}
                data-slot={at}
                onClick={() => props.onChoose(at)}
              >
                <strong>{dayAndClock(at, props.now, m, language)}</strong>
                <small>{s.technicians(technicians)}</small>
                {rules.length > 0 ? (
                  <small className={classes.note}>⚠ {rules.map(({ id }) => id).join(' · ')}</small>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
      {chosen?.rules.map((rule) => (
        <RuleNotice key={rule.id} rule={rule} now={props.now} />
      ))}
    </>
  );
}
