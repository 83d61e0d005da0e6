'use client';

import { useState } from 'react';
import { CLAIM_STEPS, claimStatus } from '#domain/damage/claim-states.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { PhotoField } from '../photos/photo-field.tsx';
import { useTaken } from '../photos/use-taken.ts';
import { Say } from '../say.tsx';
import { DAMAGE_SCRIPT } from '../scripts.ts';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** Something was damaged in the home: apologise, say what, take a photo; the desk settles it within 48 hours (DMG-01). */
export function DamageDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages();
  const d = m.care.damage;
  const [item, setItem] = useState('');
  const taken = useTaken();
  const [apologised, setApologised] = useState(false);
  const claim = claimStatus(order);
  if (!CLAIM_STEPS['damage.report'].from.includes(claim))
    return <p className={classes.body}>{claim === 'compensated' ? d.paid : d.open}</p>;
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{d.atTheDoor}</p>
      <Say heading={m.field.call.say}>{DAMAGE_SCRIPT}</Say>
      <CheckRow checked={apologised} onChange={setApologised}>
        {d.apologised}
      </CheckRow>
      <WordsField label={d.item} value={item} onChange={setItem} longest={200} />
      <PhotoField of="damage" taken={taken} />
      <BigButton
        disabled={item.trim() === ''}
        loading={step.busy}
        onClick={async () => {
          const report = { orderId: order.id, item: item.trim(), apologised };
          const reported = await taken.along(order.id, (photos) =>
            step.run('damage.report', { ...report, photos }, d.reported),
          );
          if (reported) onDone();
        }}
      >
        {d.confirm}
      </BigButton>
    </div>
  );
}
