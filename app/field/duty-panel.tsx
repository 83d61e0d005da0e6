'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useStore, whole } from '../live/use-store.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { names } from '../ui/refusal/names.ts';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { agoWords, clock } from '../ui/time.ts';
import { ChecklistCard, useTicks } from './checklist-card.tsx';
import { ConsentSheet } from './consent/consent-sheet.tsx';
import classes from './field.module.css';
import type { ShareState } from './position/use-position-share.ts';
import { useStep } from './use-step.ts';

/** On duty or off, in one big button; and whether this phone's position is being shared at this moment. */
export function DutyPanel(props: {
  technician: Technician;
  share: ShareState;
  visiting: boolean;
  now: Instant;
}) {
  const m = useMessages();
  const step = useStep();
  const [sheet, setSheet] = useState(false);
  const ticks = useTicks();
  const { technician, share, now } = props;
  const consented = technician.consent?.version === CONSENT_VERSION;
  const technicianId = technician.id;

  const goOn = () =>
    void step.run('technician.on_duty', { technicianId, declared: ticks.ticked }, m.field.sent.duty);
  const goOff = () => {
    if (props.visiting && !window.confirm(m.field.duty.openVisit)) return;
    void step.run('technician.off_duty', { technicianId }, m.field.sent.offDuty);
  };
  const consent = async (given: boolean) => {
    const done = await step.run(
      'technician.consent',
      { technicianId, version: CONSENT_VERSION, given },
      given ? m.field.consent.agree : m.field.sent.withdrawn,
    );
    if (!done) return;
    setSheet(false);
    if (given && !technician.onDuty) goOn();
  };

  return (
    <section className={classes.duty} data-on={technician.onDuty ? '' : undefined}>
      <div className={classes.dutyState}>
        <span className={classes.dutyMark} aria-hidden="true" />
        <div>
          <strong>{technician.onDuty ? m.field.duty.on : m.field.duty.off}</strong>
          <span className={classes.hint}>
            {technician.onDuty && technician.onDutySince !== null
              ? m.field.duty.onSince(clock(technician.onDutySince))
              : m.field.duty.offHint}
          </span>
        </div>
        <Button
          size="lg"
          variant={technician.onDuty ? 'default' : 'filled'}
          loading={step.busy}
          onClick={technician.onDuty ? goOff : consented ? goOn : () => setSheet(true)}
        >
          {technician.onDuty ? m.field.duty.goOff : m.field.duty.goOn}
        </Button>
      </div>
      {technician.onDuty ? null : (
        <ChecklistCard
          moment="shift_start"
          standardId="base"
          ticks={ticks}
          heading={m.care.shift.title}
          open
        />
      )}
      <button type="button" className={classes.share} onClick={() => setSheet(true)}>
        <span className={classes.shareMark} data-state={shareTone(share)} aria-hidden="true" />
        <span>{shareWords(share, now, m)}</span>
        <span className={classes.link}>{m.field.position.title}</span>
      </button>
      {step.asked ? <RefusalNotice refusal={step.asked.refusal} now={now} /> : null}
      {step.asked ? (
        <Deputies
          refusal={step.asked.refusal}
          busy={step.busy}
          onName={async (deputyId) => {
            const named = await step.run(
              'area.name_deputy',
              { areaId: technician.areaId, deputyId },
              m.care.shift.deputyNamed,
            );
            if (named) goOff();
          }}
        />
      ) : null}
      <ConsentSheet
        opened={sheet}
        onClose={() => setSheet(false)}
        technician={technician}
        busy={step.busy}
        onGive={() => void consent(true)}
        onWithdraw={() => void consent(false)}
      />
    </section>
  );
}

/** Colleagues on duty who may stand in, when nobody has been named and the lead wants to go home (RESP-02). */
function Deputies(props: {
  refusal: CommandRefused;
  busy: boolean;
  onName: (deputyId: TechnicianId) => Promise<void>;
}) {
  const m = useMessages().care.shift;
  const nameOf = useStore(names, whole);
  const facts = props.refusal.rules?.find(({ id }) => id === 'RESP-02')?.facts.onDuty;
  const colleagues = Array.isArray(facts) ? facts.map(String) : [];
  if (colleagues.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend>{m.deputy}</legend>
      <div className={classes.chips}>
        {colleagues.map((id) => (
          <button
            key={id}
            type="button"
            className={classes.chip}
            disabled={props.busy}
            onClick={() => void props.onName(id)}
          >
            {nameOf(id) ?? id}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function shareTone(share: ShareState): 'off' | 'wait' | 'on' | 'problem' {
  if (!share.on) return 'off';
  if (share.problem) return 'problem';
  return share.current ? 'on' : 'wait';
}

function shareWords(share: ShareState, now: Instant, m: Messages): string {
  const p = m.field.position;
  if (!share.on) return p.notSharing;
  if (share.problem) return p[share.problem];
  if (share.coarseM !== null) return p.coarse(m.common.metres(share.coarseM));
  if (!share.current) return p.waiting;
  const parts = [p.sharing, p.accuracy(m.common.metres(share.current.accuracyM))];
  if (share.queued > 0) parts.push(p.queued(share.queued));
  else if (share.sentAt !== null) parts.push(p.sentAgo(agoWords(now - share.sentAt, m)));
  return parts.join(' · ');
}
