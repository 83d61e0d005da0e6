import { eventsOfKind } from '#db/query/event.ts';
import type { LeadTerm } from '#domain/area/area-lead.ts';
import { leadTermsOf } from '#domain/area/area-lead.ts';
import type { TechnicianId } from '#domain/base/brand.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

const MOST = 200;

/** Who decided what about the leads of the viewer's areas, newest first. */
export async function leadHistory(services: Services, viewer: Viewer): Promise<readonly LeadDecided[]> {
  const events = await eventsOfKind(services.database.sql, {
    areaIds: viewer.areaIds,
    entity: 'area',
    type: 'area.led',
    limit: MOST,
  });
  return events.map(({ id, at, actorName, actorRole, data }) => {
    const { area, left } = data as {
      left?: LeadDecided['left'];
      area: { leadTechnicianId: TechnicianId | null; leadTerms: readonly LeadTerm[] };
    };
    return { areaId: id, at, by: actorName, role: actorRole, left: left ?? null, terms: leadTermsOf(area) };
  });
}
