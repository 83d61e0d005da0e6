import { describe, expect, it } from 'vitest';
import type { AreaLeads } from '#domain/area/area-lead.ts';
import { leadStateOf, responsibleAt } from '#domain/area/area-lead.ts';
import { decideLeave } from '#domain/area/decide-leave.ts';
import { area, at, NOW, term } from './leads.ts';

/** The area after somebody has left it at noon. */
function without(leads: AreaLeads, technicianId: string, successorId: string | null): AreaLeads {
  const { findings, terms } = decideLeave(leads, { technicianId, successorId }, NOW);
  expect(findings).toEqual([]);
  return { members: leads.members.filter((id) => id !== technicianId), terms };
}
const refused = (leads: AreaLeads, technicianId: string, successorId: string | null) =>
  decideLeave(leads, { technicianId, successorId }, NOW).findings;

describe('somebody leaves an area', () => {
  it('[RESP-02] whoever has colleagues there names a successor among them, the last member need not', () => {
    expect(refused(area(term()), 't1', null)).toMatchObject([
      { rule: 'RESP-02', kind: 'block', facts: { missing: 'successor' } },
    ]);
    expect(refused(area(term()), 't2', null)).toMatchObject([{ rule: 'RESP-02' }]);
    for (const stranger of ['t1', 't9'])
      expect(refused(area(term()), 't1', stranger)).toMatchObject([
        { rule: 'RESP-02', facts: { successor: stranger, member: false } },
      ]);
    expect(refused(area(), 't9', 't1')).toMatchObject([{ facts: { technician: 't9', member: false } }]);
    expect(refused({ members: ['t1'], terms: [] }, 't1', null)).toEqual([]);
  });

  it("[RESP-02] the lead's successor leads from that instant until the term would have ended", () => {
    const until = at('18:00');
    const leads = without(area(term({ until, deputyId: 't3' })), 't1', 't2');
    expect(responsibleAt(leads, NOW)).toBe('t2');
    expect(leads.terms).toMatchObject([
      { technicianId: 't1', endedAt: NOW },
      { technicianId: 't2', from: NOW, until, deputyId: 't3', awaySince: null },
    ]);
    for (const clock of ['08:00', '11:59', '12:00', '17:59'])
      expect(leads.terms.filter((one) => leadStateOf(one, at(clock)) === 'in_force')).toHaveLength(1);
  });

  it('[RESP-02] a deputy who succeeds is nobody’s deputy any more', () => {
    const leads = without(area(term({ deputyId: 't2', awaySince: at('10:00') })), 't1', 't2');
    expect(leads.terms.at(-1)).toMatchObject({ technicianId: 't2', deputyId: null, awaySince: null });
  });

  it('[RESP-02] who stands in for the lead hands that on, and a named deputy is named no longer', () => {
    const away = term({ deputyId: 't2', awaySince: at('10:00') });
    expect(responsibleAt(without(area(away), 't2', 't3'), NOW)).toBe('t3');
    expect(responsibleAt(without(area(away), 't2', 't1'), NOW)).toBe('t1');
    const named = without(area(term({ deputyId: 't2' })), 't2', 't3');
    expect(named.terms).toMatchObject([{ technicianId: 't1', deputyId: null, endedAt: null }]);
  });

  it('[RESP-02] a term that was planned for who left never begins', () => {
    const planned = term({ technicianId: 't2', from: at('15:00') });
    const leads = without(area(term({ until: at('15:00') }), planned), 't2', 't3');
    expect(leads.terms.map((one) => leadStateOf(one, at('16:00')))).toEqual(['ended', 'ended']);
    expect(responsibleAt(leads, NOW)).toBe('t1');
  });

  it('[RESP-02] no colleague’s term changes when another leaves, and who is left alone answers', () => {
    const terms = [term({ endedAt: at('09:00') }), term({ technicianId: 't3', from: at('09:00') })];
    expect(without(area(...terms), 't2', 't1').terms).toEqual(terms);
    expect(responsibleAt(without({ members: ['t1', 't2'], terms: [] }, 't1', 't2'), NOW)).toBe('t2');
  });
});
