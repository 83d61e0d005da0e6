import { outagesOf } from '#db/query/outage.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** Outages in the viewer's areas that are not closed, oldest first. */
export async function listOutages(services: Services, viewer: Viewer, areaId?: AreaId): Promise<Outage[]> {
  return outagesOf(services.database.sql, areasSeen(viewer, areaId === undefined ? null : [areaId]));
}
