import type { AreaLeads, LeadTerm } from '#domain/area/area-lead.ts';
import { beijing } from '#tests/support/story.ts';

/** A clock time of the day of these stories. */
export const at = (clock: string) => beijing(`2026-03-09 ${clock}`);
export const NOW = at('12:00');

/** t1's term since this morning, unless told otherwise. */
export const term = (more: Partial<LeadTerm> = {}): LeadTerm => ({
  technicianId: 't1',
  from: at('08:00'),
  until: null,
  deputyId: null,
  awaySince: null,
  endedAt: null,
  ...more,
});

/** An area with three members and these terms. */
export const area = (...terms: LeadTerm[]): AreaLeads => ({ members: ['t1', 't2', 't3'], terms });
