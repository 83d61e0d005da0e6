'use client';

import { DamageReport } from '../../care/damage-report.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../field.module.css';
import type { DoorProps } from './door-props.ts';

/** Something was damaged in the home: apologise, report; the desk settles it within 48 hours (DMG-01). */
export function DamageDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().care.damage;
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.atTheDoor}</p>
      <DamageReport
        order={order}
        busy={step.busy}
        large
        onReport={async () => {
          if (await step.run('damage.report', { orderId: order.id }, m.reported)) onDone();
        }}
      />
    </div>
  );
}
