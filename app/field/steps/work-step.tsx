'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { CheckRow } from '../check-row.tsx';
import type { StepProps } from '../step-props.ts';
import { WordsField } from '../words-field.tsx';
import { TapStep } from './tap-step.tsx';

/** Beginning the work: what was settled with the customer before it (SITE-07, SITE-13, SITE-14). */
export function WorkStep(props: StepProps) {
  const m = useMessages();
  const words = m.onSite.work;
  const [advised, setAdvised] = useState(false);
  const [advice, setAdvice] = useState('');
  const [risky, setRisky] = useState(false);
  const [risk, setRisk] = useState({ explained: false, consent: false });
  const [serviceAffecting, setServiceAffecting] = useState(false);
  return (
    <TapStep
      {...props}
      type="visit.work"
      body={m.field.work.body}
      action={m.field.work.action}
      done={m.field.sent.step}
      more={{
        ...(advised
          ? { routingAgreed: false, ...(advice.trim() === '' ? {} : { advice: advice.trim() }) }
          : {}),
        ...(risky ? { risk } : {}),
        ...(serviceAffecting ? { serviceAffecting } : {}),
      }}
    >
      <CheckRow checked={advised} onChange={setAdvised}>
        {words.advised}
      </CheckRow>
      {advised ? <WordsField label={words.advice} value={advice} onChange={setAdvice} /> : null}
      <CheckRow checked={risky} onChange={setRisky}>
        {words.risky}
      </CheckRow>
      {risky
        ? (['explained', 'consent'] as const).map((name) => (
            <CheckRow key={name} checked={risk[name]} onChange={(on) => setRisk({ ...risk, [name]: on })}>
              {words[name]}
            </CheckRow>
          ))
        : null}
      <CheckRow checked={serviceAffecting} onChange={setServiceAffecting}>
        {words.serviceAffecting}
      </CheckRow>
    </TapStep>
  );
}
