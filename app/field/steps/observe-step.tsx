'use client';

import { Button } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { observeMinutes } from '#domain/visit/observe-minutes.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { countdown } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** Beginning the five-minute watch after a repair (SITE-10). */
export function ObserveStep({ order, step, takeBack }: StepProps) {
  const m = useMessages().field;
  const time = useClock();
  return (
    <>
      <p className={classes.body}>{m.observe.body}</p>
      <BigButton
        loading={step.busy}
        disabled={takeBack.waiting}
        onClick={() =>
          void step.run('visit.observe', { orderId: order.id, occurredAt: time.now() }, m.sent.step)
        }
      >
        {m.observe.start}
      </BigButton>
    </>
  );
}

/** How long is still to be watched, beside signing and leaving; a new failure begins it again. */
export function ObserveClock({ order, step, now }: StepProps) {
  const m = useMessages().field;
  const time = useClock();
  const until = observedUntil(order);
  if (until === null) return null;
  return (
    <div className={classes.clockRow}>
      <span className={classes.clock} role="timer">
        {until > now ? m.observe.left(countdown(until - now)) : m.observe.enough}
      </span>
      <Button
        variant="default"
        size="md"
        loading={step.busy}
        onClick={() =>
          void step.run('visit.observe_failed', { orderId: order.id, occurredAt: time.now() }, m.sent.step)
        }
      >
        {m.observe.failed}
      </Button>
    </div>
  );
}

function observedUntil(order: Order): Instant | null {
  const started = currentVisit(order)?.observeStartedAt ?? null;
  if (started === null) return null;
  const standard = standardOf(order);
  return started + observeMinutes(order, standard) * MINUTE;
}
