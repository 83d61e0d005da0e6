import { lockArea } from '#db/query/area.ts';
import { techniciansOf } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import type { AreaLeads } from '#domain/area/area-lead.ts';
import { currentTerm, leadTermsOf, responsibleAt } from '#domain/area/area-lead.ts';
import type { LeadCommand } from '#domain/area/decide-lead.ts';
import { decideLead } from '#domain/area/decide-lead.ts';
import type { Instant } from '#domain/base/brand.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { notFound, refusedBy } from '../command/refusal.ts';

/** Names the first responsible person of an area, from now or a later time on (RESP-02). */
export const designateLead: Verb<'area.designate'> = (
  work,
  { areaId, technicianId, from, until, deputyId },
) =>
  changeLead(work, areaId, (now) => ({
    step: 'designate',
    technicianId,
    from: from ?? now,
    until: until ?? null,
    deputyId: deputyId ?? null,
  }));

/** Names who stands in while the lead is away. */
export const nameDeputy: Verb<'area.name_deputy'> = (work, { areaId, deputyId }) =>
  changeLead(work, areaId, () => ({ step: 'name_deputy', deputyId }));

/** The deputy answers for the area from now on. */
export const standIn: Verb<'area.stand_in'> = (work, { areaId }) =>
  changeLead(work, areaId, () => ({ step: 'stand_in' }));

/** The lead answers again. */
export const comeBack: Verb<'area.come_back'> = (work, { areaId }) =>
  changeLead(work, areaId, () => ({ step: 'come_back' }));

/** Takes back a term that has not begun. */
export const withdrawLead: Verb<'area.withdraw'> = (work, { areaId }) =>
  changeLead(work, areaId, () => ({ step: 'withdraw' }));

async function changeLead(
  work: Work,
  areaId: string,
  commandAt: (now: Instant) => LeadCommand,
): Promise<Outcome> {
  const area = seesArea(work.viewer, areaId) ? await lockArea(work.tx, areaId) : null;
  if (!area) return notFound('area');
  await work.services.at('after-locks');
  const now = work.services.now();
  const leads = await leadsOf(work, area);
  const { role, technicianId } = work.viewer;
  if (role === 'technician' && currentTerm(leads, now)?.technicianId !== technicianId)
    return notFound('area');
  const { findings, terms } = decideLead(leads, commandAt(now), now);
  const verdict = verdictOf(findings);
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, resolveStandard(area.standardId));
  const led: Area = {
    ...area,
    leadTerms: terms,
    leadTechnicianId: responsibleAt({ ...leads, terms }, now),
  };
  return {
    ok: true,
    change: {
      areaId,
      at: now,
      areas: [led],
      log: [{ areaId, row: leadRow(led) }],
      answer: { warnings: [] },
    },
  };
}

/** The members of an area and the terms of its leads. */
export async function leadsOf(work: Pick<Work, 'tx'>, area: Area): Promise<AreaLeads> {
  const members = (await techniciansOf(work.tx, [area.id])).map(({ id }) => id);
  return { members, terms: leadTermsOf(area) };
}

/**
 * The log row of who leads the area from now on; screens take over what it holds of the area. `left`: who has left it, where that is what
 * was decided.
 */
export function leadRow({ id, leadTerms, leadTechnicianId }: Area, left?: LeadDecided['left']) {
  return {
    type: 'area.led',
    entity: 'area' as const,
    id,
    version: 1 + (leadTerms?.length ?? 0),
    data: { area: { leadTerms, leadTechnicianId }, ...(left ? { left } : {}) },
    orders: [],
  };
}
