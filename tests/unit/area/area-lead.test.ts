import { describe, expect, it } from 'vitest';
import type { AreaLeads, LeadState } from '#domain/area/area-lead.ts';
import { currentTerm, LEAD_STATES, LEAD_STEPS, leadStateOf, responsibleAt } from '#domain/area/area-lead.ts';
import type { LeadCommand } from '#domain/area/decide-lead.ts';
import { decideLead, judgeShiftEnd } from '#domain/area/decide-lead.ts';
import { area, at, NOW, term } from './leads.ts';

const said = (leads: AreaLeads, command: LeadCommand) =>
  decideLead(leads, command, NOW).findings.map(({ rule }) => rule);

/** An area whose lead's term is in each of the states. */
const IN: Record<LeadState, AreaLeads> = {
  none: area(),
  planned: area(term({ from: at('13:00') })),
  in_force: area(term({ deputyId: 't2' })),
  deputised: area(term({ deputyId: 't2', awaySince: at('11:00') })),
  ended: area(term({ endedAt: at('11:00') })),
};
const COMMANDS: readonly LeadCommand[] = [
  { step: 'designate', technicianId: 't3', from: at('13:00'), until: null, deputyId: null },
  { step: 'name_deputy', deputyId: 't3' },
  { step: 'stand_in' },
  { step: 'come_back' },
  { step: 'withdraw' },
];

describe('the first responsible person of an area', () => {
  it('[STATE] every step is refused from every state that its row does not name, and says which it needs', () => {
    for (const state of LEAD_STATES)
      for (const command of COMMANDS) {
        const { findings, terms } = decideLead(IN[state], command, NOW);
        const from: readonly string[] = LEAD_STEPS[command.step].from;
        // an ended term is no term: what may be done from none may be done after it
        const seen = state === 'ended' ? 'none' : state;
        if (from.includes(seen)) expect(findings, `${command.step} from ${state}`).toEqual([]);
        else {
          expect(findings, `${command.step} from ${state}`).toMatchObject([
            { rule: 'STATE', kind: 'block', facts: { state: seen, needs: from } },
          ]);
          expect(terms).toEqual(IN[state].terms);
        }
      }
  });

  it('[RESP-02] there is exactly one at a time: a newcomer ends the one before', () => {
    const next: LeadCommand = {
      step: 'designate',
      technicianId: 't2',
      from: at('13:00'),
      until: null,
      deputyId: null,
    };
    const { terms } = decideLead(area(term()), next, NOW);
    const leads = area(...terms);
    expect(responsibleAt(leads, at('12:59'))).toBe('t1');
    expect(responsibleAt(leads, at('13:00'))).toBe('t2');
    for (const clock of ['08:00', '12:59', '13:00', '18:00'])
      expect(
        terms.filter((one) => ['in_force', 'deputised'].includes(leadStateOf(one, at(clock)))),
      ).toHaveLength(1);
  });

  it('[RESP-02] a planned one gives way to another planned for the same time', () => {
    const { terms } = decideLead(
      IN.planned,
      { step: 'designate', technicianId: 't2', from: at('13:00'), until: null, deputyId: null },
      NOW,
    );
    expect(responsibleAt(area(...terms), at('14:00'))).toBe('t2');
  });

  it('[RESP-02] the deputy answers while the lead is away', () => {
    const away = decideLead(IN.in_force, { step: 'stand_in' }, NOW);
    expect(responsibleAt(area(...away.terms), at('12:30'))).toBe('t2');
    const back = decideLead(area(...away.terms), { step: 'come_back' }, at('14:00'));
    expect(responsibleAt(area(...back.terms), at('14:30'))).toBe('t1');
    expect(said(area(term()), { step: 'stand_in' })).toEqual(['RESP-02']);
  });

  it('[RESP-02] only members, nobody twice, no beginning in the past, no end before it', () => {
    const designate = (more: Partial<Extract<LeadCommand, { step: 'designate' }>>) =>
      said(area(), {
        step: 'designate',
        technicianId: 't1',
        from: NOW,
        until: null,
        deputyId: null,
        ...more,
      });
    expect(designate({})).toEqual([]);
    expect(designate({ technicianId: 't9' })).toEqual(['RESP-02']);
    expect(designate({ deputyId: 't1' })).toEqual(['RESP-02']);
    expect(designate({ from: NOW - 1 })).toEqual(['RESP-02']);
    expect(designate({ until: NOW })).toEqual(['RESP-02']);
    expect(said(IN.in_force, { step: 'name_deputy', deputyId: 't9' })).toEqual(['RESP-02']);
  });

  it('[RESP-02] an only member answers without being designated', () => {
    expect(responsibleAt({ members: ['t1'], terms: [] }, NOW)).toBe('t1');
    expect(responsibleAt({ members: ['t1', 't2'], terms: [] }, NOW)).toBeNull();
    expect(currentTerm(area(), NOW)).toBeNull();
  });

  it('[RESP-02] the lead goes home only when nobody stays or somebody stands in', () => {
    const judged = (leads: AreaLeads, onDuty: readonly string[]) =>
      judgeShiftEnd(leads, 't1', onDuty, NOW).map(({ rule }) => rule);
    expect(judged(area(term()), ['t1', 't2'])).toEqual(['RESP-02']);
    expect(judged(area(term()), ['t1'])).toEqual([]);
    expect(judged(area(term({ deputyId: 't2' })), ['t1', 't2'])).toEqual([]);
    expect(judged(area(term({ technicianId: 't2' })), ['t1', 't2'])).toEqual([]);
  });
});
