import type { Instant, TechnicianId } from '../base/brand.ts';

/** One person's turn as 第一责任人 of an area (RESP-02, §22.4): from when, until when, and who stands in. */
export interface LeadTerm {
  technicianId: TechnicianId;
  from: Instant;
  /** null = until somebody else is designated. */
  until: Instant | null;
  deputyId: TechnicianId | null;
  /** The lead is away and the deputy acts, since then. */
  awaySince: Instant | null;
  /** Handed over, or taken back before it began. */
  endedAt: Instant | null;
}

/** The terms of an area; a lead who came with the area's drawing leads from the beginning on. */
export function leadTermsOf(area: {
  leadTechnicianId: TechnicianId | null;
  leadTerms?: readonly LeadTerm[];
}): readonly LeadTerm[] {
  const terms = area.leadTerms ?? [];
  if (terms.length > 0 || area.leadTechnicianId === null) return terms;
  const drawn = { from: 0, until: null, deputyId: null, awaySince: null, endedAt: null };
  return [{ technicianId: area.leadTechnicianId, ...drawn }];
}

export const LEAD_STATES = ['none', 'planned', 'in_force', 'deputised', 'ended'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** The state of a term at an instant; `none` where there is no term. */
export function leadStateOf(term: LeadTerm | null, now: Instant): LeadState {
  if (!term) return 'none';
  if (term.endedAt !== null && term.endedAt <= now) return 'ended';
  if (term.until !== null && term.until <= now) return 'ended';
  if (term.from > now) return 'planned';
  return term.awaySince === null ? 'in_force' : 'deputised';
}

/** The steps of an area's lead (§22.4) and the states of the term from which each may be taken. */
export const LEAD_STEPS = {
  designate: { from: ['none', 'planned', 'in_force', 'deputised', 'ended'] },
  name_deputy: { from: ['planned', 'in_force', 'deputised'] },
  stand_in: { from: ['in_force'] },
  come_back: { from: ['deputised'] },
  withdraw: { from: ['planned'] },
} as const satisfies Record<string, { from: readonly LeadState[] }>;

/** The active members of an area and every term of its leads, oldest first. */
export interface AreaLeads {
  members: readonly TechnicianId[];
  terms: readonly LeadTerm[];
}

/** The term that counts at an instant, or the next one planned; null when there is none. */
export function currentTerm({ terms }: AreaLeads, now: Instant): LeadTerm | null {
  const running = terms.findLast((term) => {
    const state = leadStateOf(term, now);
    return state === 'in_force' || state === 'deputised';
  });
  return running ?? terms.findLast((term) => leadStateOf(term, now) === 'planned') ?? null;
}

/** Who answers for the area at an instant: the lead, the deputy while the lead is away, the only member there is; else nobody. */
export function responsibleAt(area: AreaLeads, now: Instant): TechnicianId | null {
  const term = currentTerm(area, now);
  const state = leadStateOf(term, now);
  if (term && state === 'in_force') return term.technicianId;
  if (term && state === 'deputised') return term.deputyId;
  return area.members.length === 1 ? (area.members[0] ?? null) : null;
}
