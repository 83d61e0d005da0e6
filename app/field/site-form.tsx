'use client';

import { Textarea } from '@mantine/core';
import type { Order } from '#domain/order/order.ts';
import type { SiteFinding } from '#domain/readiness/site-facts.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { ChoiceRow } from './check-row.tsx';
import classes from './field.module.css';

/** What the customer says of the home during the call (INTK-04, APPT-13); only what was said is kept. */
export function SiteForm(props: { order: Order; found: SiteFinding; onFound: (found: SiteFinding) => void }) {
  const m = useMessages().care.site;
  const { order, found, onFound } = props;
  const words = { yes: m.yes, no: m.no };
  const facts =
    order.type === 'fault'
      ? (['selfRepair'] as const)
      : order.type === 'install'
        ? (['fibreToHome', 'hasOnt'] as const)
        : [];
  if (facts.length === 0) return null;
  return (
    <div className={classes.stack}>
      {facts.map((fact) => {
        const known = found[fact] ?? order.site[fact];
        return (
          <ChoiceRow
            key={fact}
            legend={m[fact]}
            words={words}
            value={known === 'unknown' ? null : known}
            onChange={(value) => onFound({ ...found, [fact]: value })}
          />
        );
      })}
      {order.type === 'fault' ? (
        <Textarea
          label={m.remoteSteps}
          size="md"
          autosize
          minRows={1}
          value={(found.remoteSteps ?? order.site.remoteSteps).join('\n')}
          onChange={(event) => {
            const steps = event.currentTarget.value.split('\n').filter((line) => line.trim() !== '');
            onFound({ ...found, remoteSteps: steps });
          }}
        />
      ) : null}
    </div>
  );
}
