'use client';

import { useState } from 'react';
import type { Metres } from '#domain/base/brand.ts';
import { distanceM } from '#domain/geo/distance.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { checksOf } from '../checklist-card.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';
import { WordsField } from '../words-field.tsx';

/** The tap at the door with the distance to the address; far from it a reason is asked (TRAV-02). */
export function ArriveStep({ order, step, position, takeBack, ticks }: StepProps) {
  const m = useMessages();
  const time = useClock();
  const [reason, setReason] = useState('');
  const radiusM = standardOf(order).get('arrive.geofenceM');
  const distance = distanceTo(order.place?.point, position.current);
  const far = distance !== null && distance > radiusM;
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.field.arrive.body}</p>
      <p className={far ? classes.warning : classes.hint}>
        {distance === null
          ? order.place
            ? m.field.arrive.noDistance
            : m.field.arrive.noPlace
          : m.field.arrive.distance(m.common.metres(distance))}
        {distance === null ? null : ` · ${far ? m.field.arrive.far : m.field.arrive.near}`}
      </p>
      {far ? <WordsField label={m.field.arrive.reason} value={reason} onChange={setReason} /> : null}
      <BigButton
        loading={step.busy}
        disabled={takeBack.waiting || (far && reason.trim() === '')}
        onClick={() => {
          const occurredAt = time.now();
          takeBack.offer(
            m.field.arrive.action,
            () =>
              void step.run(
                'visit.arrive',
                {
                  orderId: order.id,
                  occurredAt,
                  ...checksOf(ticks),
                  ...(distance === null ? {} : { distanceM: Math.round(distance) }),
                  ...(far ? { reason: reason.trim() } : {}),
                },
                m.field.sent.step,
              ),
          );
        }}
      >
        {m.field.arrive.action}
      </BigButton>
    </div>
  );
}

function distanceTo(
  address: { lng: number; lat: number } | undefined,
  here: { lng: number; lat: number } | null,
): Metres | null {
  return address && here ? distanceM(here, address) : null;
}
