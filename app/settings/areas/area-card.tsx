'use client';

import { Button } from '@mantine/core';
import {
  currentTerm,
  LEAD_STEPS,
  type LeadTerm,
  leadStateOf,
  leadTermsOf,
  responsibleAt,
} from '#domain/area/area-lead.ts';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import desk from '../../calls/calls.module.css';
import { type AreaBoard, memberOf } from '../../live/board.ts';
import { useSend } from '../../live/use-send.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { ToneBadge } from '../../ui/tone-badge.tsx';
import classes from '../imports/imports.module.css';
import { DeputyForm, DesignateForm } from './lead-forms.tsx';
import { LeaveForm } from './leave-form.tsx';

const SHOWN = 5;

/** One area: who answers for it now, the next one, the deputy, and what may be changed about it. */
export function AreaCard(props: {
  board: AreaBoard;
  history: readonly LeadDecided[];
  may: ReadonlySet<CommandType>;
  now: Instant;
  onDecided: () => void;
}) {
  const m = useMessages();
  const l = m.leads;
  const language = useLanguage();
  const sending = useSend();
  const { board, may, now } = props;
  const { area, technicians } = board;
  const areaId = area.id;
  const members = [...technicians.values()].filter((one) => one.areaId === areaId);
  const leads = { members: members.map(({ id }) => id), terms: leadTermsOf(area) };
  const term = currentTerm(leads, now);
  const state = leadStateOf(term, now);
  const responsible = responsibleAt(leads, now);
  const nameOf = (id: TechnicianId | null) => (id === null ? l.nobody : (memberOf(board, id)?.name ?? id));
  const when = (at: Instant) => (at === 0 ? l.fromStart : dayAndClock(at, now, m, language));
  const open = (step: keyof typeof LEAD_STEPS) => {
    const from: readonly string[] = LEAD_STEPS[step].from;
    return from.includes(state) && may.has(`area.${step}`);
  };
  const send = async (act: () => Promise<unknown>) => {
    if (await act()) props.onDecided();
  };
  const lacking = responsible === null && members.length > 1;
  return (
    <section className={classes.block} data-area={areaId}>
      <div className={classes.blockHead}>
        <h2>{area.name}</h2>
        <ToneBadge tone={lacking ? 'breached' : state === 'deputised' ? 'blocked' : 'on_site'}>
          {lacking ? l.lacking : l.states[state]}
        </ToneBadge>
      </div>
      <dl className={desk.facts}>
        <dt>{l.responsible}</dt>
        <dd>
          <strong>{nameOf(responsible)}</strong>
          {lacking ? ` · ${l.lackingHint(members.length)}` : ''}
        </dd>
        {term ? (
          <>
            <dt>{l.term}</dt>
            <dd>{termWords(term, nameOf, when, l)}</dd>
            <dt>{l.deputy}</dt>
            <dd>
              {nameOf(term.deputyId)}
              {term.awaySince === null ? '' : ` · ${l.since(when(term.awaySince))}`}
            </dd>
          </>
        ) : null}
        <dt>{l.members}</dt>
        <dd>
          {members.length === 0
            ? l.nobody
            : m.common.list(members.map(({ name, number }) => `${name} ${number}`))}
        </dd>
      </dl>
      <div className={desk.actions}>
        {open('stand_in') ? (
          <Button
            variant="default"
            loading={sending.busy === 'area.stand_in'}
            onClick={() => void send(() => sending.send('area.stand_in', { areaId }, l.standInDone))}
          >
            {l.standIn}
          </Button>
        ) : null}
        {open('come_back') ? (
          <Button
            loading={sending.busy === 'area.come_back'}
            onClick={() => void send(() => sending.send('area.come_back', { areaId }, l.comeBackDone))}
          >
            {l.comeBack}
          </Button>
        ) : null}
        {open('withdraw') ? (
          <Button
            variant="default"
            loading={sending.busy === 'area.withdraw'}
            onClick={() => void send(() => sending.send('area.withdraw', { areaId }, l.withdrawDone))}
          >
            {l.withdraw}
          </Button>
        ) : null}
      </div>
      {open('name_deputy') ? (
        <DeputyForm
          key={term?.deputyId}
          choices={members.filter(({ id }) => id !== term?.technicianId)}
          deputyId={term?.deputyId ?? null}
          sending={sending}
          onName={(deputyId) =>
            send(() => sending.send('area.name_deputy', { areaId, deputyId }, l.deputyDone))
          }
        />
      ) : null}
      {may.has('area.designate') ? (
        <DesignateForm
          members={members}
          sending={sending}
          onDesignate={(given) =>
            send(() => sending.send('area.designate', { areaId, ...given }, l.designated))
          }
        />
      ) : (
        <p className={classes.hint}>{l.whoDecides}</p>
      )}
      {may.has('area.leave') && members.length > 0 ? (
        <LeaveForm
          members={members}
          sending={sending}
          onLeave={(given) =>
            send(() => sending.send('area.leave', { areaId, ...given }, l.left(nameOf(given.technicianId))))
          }
        />
      ) : null}
      {sending.refusal ? (
        <div className={desk.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      {props.history.length > 0 ? (
        <div>
          <h3 className={desk.heading}>{l.history}</h3>
          <ul className={desk.history}>
            {props.history.slice(0, SHOWN).map((one) => {
              const roles: Readonly<Record<string, string>> = m.common.roles;
              return (
                <li key={one.at}>
                  <span>{when(one.at)}</span> {l.decidedBy(one.by ?? '', roles[one.role] ?? one.role)}
                  {` · ${decisionWords(one, nameOf, when, l)}`}
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** What was decided: who left and who took over, else the term that was named last. */
function decisionWords(
  { left, terms }: LeadDecided,
  nameOf: (id: TechnicianId) => string,
  when: (at: Instant) => string,
  l: ReturnType<typeof useMessages>['leads'],
): string {
  if (left) return l.leftTo(left.name, left.successorId === null ? null : nameOf(left.successorId));
  const last = terms.at(-1);
  return last ? termWords(last, nameOf, when, l) : l.nobody;
}

function termWords(
  { technicianId, from, until, endedAt }: LeadTerm,
  nameOf: (id: TechnicianId) => string,
  when: (at: Instant) => string,
  l: ReturnType<typeof useMessages>['leads'],
): string {
  const end = endedAt ?? until;
  return `${nameOf(technicianId)} · ${end === null ? l.open(when(from)) : l.span(when(from), when(end))}`;
}
