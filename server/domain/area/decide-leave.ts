import type { Instant, TechnicianId } from '../base/brand.ts';
import type { AreaLeads, LeadTerm } from './area-lead.ts';
import { leadStateOf, responsibleAt } from './area-lead.ts';
import type { LeadDecision } from './decide-lead.ts';
import { judgeLeave } from './judge-leave.ts';

/** Who leaves an area, and who takes over; null where nobody is named. */
export interface Leave {
  technicianId: TechnicianId;
  successorId: TechnicianId | null;
}

/**
 * RESP-02: the terms of an area after somebody has left it. A lead's successor leads from that instant, until the term would have ended;
 * one who stood in for the lead hands that on; nobody who left is planned or named any longer.
 */
export function decideLeave(area: AreaLeads, leave: Leave, now: Instant): LeadDecision {
  const { technicianId, successorId } = leave;
  const lead = responsibleAt(area, now);
  const findings = judgeLeave({ members: area.members, lead }, technicianId, successorId);
  if (findings.length > 0) return { findings, terms: area.terms };
  return { findings: [], terms: area.terms.flatMap((term) => afterLeaving(term, leave, now)) };
}

function afterLeaving(term: LeadTerm, { technicianId, successorId }: Leave, now: Instant): LeadTerm[] {
  const state = leadStateOf(term, now);
  if (state === 'ended') return [term];
  if (term.technicianId === technicianId) {
    const ended = { ...term, endedAt: now };
    if (state === 'planned' || successorId === null) return [ended];
    const deputyId = term.deputyId === successorId ? null : term.deputyId;
    return [ended, { ...term, technicianId: successorId, from: now, deputyId, awaySince: null }];
  }
  if (term.deputyId !== technicianId) return [term];
  const standsIn = state === 'deputised' && successorId !== term.technicianId;
  return [standsIn ? { ...term, deputyId: successorId } : { ...term, deputyId: null, awaySince: null }];
}
