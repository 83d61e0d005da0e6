'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import type { Instant } from '#domain/base/brand.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { RuleNotice } from '../ui/refusal/rule-notice.tsx';
import classes from './intake.module.css';
import type { Taken } from './intake-app.tsx';

/** Taken in: its number, what the rules pointed out, and the ways on. */
export function TakenIn(props: {
  taken: Taken;
  /** Whether this person has the dispatcher's console. */
  console: boolean;
  now: Instant;
  onTrail: () => void;
  onNext: () => void;
}) {
  const m = useMessages();
  const { taken } = props;
  return (
    <section className={classes.block} data-taken={taken.number} aria-live="polite">
      <h2>{m.intake.taken(m.order.type[taken.type], taken.number)}</h2>
      {taken.warnings.map((rule) => (
        <RuleNotice key={rule.id} rule={rule} now={props.now} />
      ))}
      <div className={classes.actions}>
        <Button onClick={props.onNext}>{m.intake.next}</Button>
        <Button variant="default" onClick={props.onTrail}>
          {m.figures.trail}
        </Button>
        <Button variant="default" component={Link} href={`/calls?order=${encodeURIComponent(taken.orderId)}`}>
          {m.steps.title}
        </Button>
        {props.console ? (
          <Button
            variant="default"
            component={Link}
            href={`/dispatch?open=${encodeURIComponent(taken.orderId)}`}
          >
            {m.calls.openConsole}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
