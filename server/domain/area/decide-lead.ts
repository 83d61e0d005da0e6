import type { Instant, TechnicianId } from '../base/brand.ts';
import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { AreaLeads, LeadTerm } from './area-lead.ts';
import { currentTerm, LEAD_STEPS, leadStateOf } from './area-lead.ts';

/** What a step about an area's lead carries. */
export type LeadCommand =
  | {
      step: 'designate';
      technicianId: TechnicianId;
      from: Instant;
      until: Instant | null;
      deputyId: TechnicianId | null;
    }
  | { step: 'name_deputy'; deputyId: TechnicianId }
  | { step: 'stand_in' | 'come_back' | 'withdraw' };

/** The findings of a step, and the terms after it when nothing is in the way. */
export interface LeadDecision {
  findings: readonly Finding[];
  terms: readonly LeadTerm[];
}

/**
 * RESP-02: exactly one first responsible person at a time, each with a beginning, perhaps an end, and a deputy. A step that the table does
 * not allow is refused as STATE and says from which states it may be taken.
 */
export function decideLead(area: AreaLeads, command: LeadCommand, now: Instant): LeadDecision {
  const term = currentTerm(area, now);
  const state = leadStateOf(term, now);
  const from: readonly string[] = LEAD_STEPS[command.step].from;
  if (!from.includes(state))
    return refused(area, blocks('STATE', { step: `area.${command.step}`, state, needs: [...from] }));
  switch (command.step) {
    case 'designate':
      return designate(area, command, now);
    case 'name_deputy':
      return nameDeputy(area, term, command.deputyId);
    case 'stand_in':
      return term?.deputyId
        ? settled(area, term, { awaySince: now })
        : refused(area, blocks('RESP-02', { missing: 'deputy' }, 'name_deputy'));
    case 'come_back':
      return settled(area, term, { awaySince: null });
    case 'withdraw':
      return settled(area, term, { endedAt: now });
  }
}

function designate(
  area: AreaLeads,
  { technicianId, from, until, deputyId }: Extract<LeadCommand, { step: 'designate' }>,
  now: Instant,
): LeadDecision {
  const findings: Finding[] = judgePeople(area, technicianId, deputyId);
  if (from < now) findings.push(blocks('RESP-02', { fromAt: from, nowAt: now }, 'choose_future'));
  if (until !== null && until <= from)
    findings.push(blocks('RESP-02', { fromAt: from, untilAt: until }, 'end_after_start'));
  if (findings.length > 0) return { findings, terms: area.terms };
  const others = area.terms.map((term) => {
    const over = term.endedAt !== null || (term.until !== null && term.until <= from);
    // whoever was planned for later gives way; whoever leads now does so until the newcomer begins
    return over ? term : { ...term, ...(term.from >= from ? { endedAt: now } : { until: from }) };
  });
  return {
    findings: [],
    terms: [...others, { technicianId, from, until, deputyId, awaySince: null, endedAt: null }],
  };
}

function nameDeputy(area: AreaLeads, term: LeadTerm | null, deputyId: TechnicianId): LeadDecision {
  const findings = judgePeople(area, term?.technicianId ?? '', deputyId);
  return findings.length > 0 ? { findings, terms: area.terms } : settled(area, term, { deputyId });
}

/** Both are members of the area, and nobody stands in for themselves. */
function judgePeople(area: AreaLeads, lead: TechnicianId, deputy: TechnicianId | null): Finding[] {
  const findings: Finding[] = [];
  if (!area.members.includes(lead))
    findings.push(blocks('RESP-02', { technician: lead, member: false }, 'choose_member'));
  if (deputy !== null && (!area.members.includes(deputy) || deputy === lead))
    findings.push(blocks('RESP-02', { deputy, lead }, 'choose_member'));
  return findings;
}

function settled(area: AreaLeads, term: LeadTerm | null, change: Partial<LeadTerm>): LeadDecision {
  return { findings: [], terms: area.terms.map((one) => (one === term ? { ...one, ...change } : one)) };
}

function refused(area: AreaLeads, finding: Finding): LeadDecision {
  return { findings: [finding], terms: area.terms };
}

/**
 * RESP-02: the lead of an area does not go home while colleagues stay on duty and nobody stands in. `onDuty`: who is on duty beside the
 * one who leaves.
 */
export function judgeShiftEnd(
  area: AreaLeads,
  technicianId: TechnicianId,
  onDuty: readonly TechnicianId[],
  now: Instant,
): readonly Finding[] {
  const term = currentTerm(area, now);
  if (!term || leadStateOf(term, now) !== 'in_force' || term.technicianId !== technicianId) return [];
  const staying = onDuty.filter((one) => one !== technicianId && area.members.includes(one));
  if (staying.length === 0 || term.deputyId !== null) return [];
  return [blocks('RESP-02', { technician: technicianId, onDuty: staying, missing: 'deputy' }, 'name_deputy')];
}
