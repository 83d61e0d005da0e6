import { cutoversAhead } from '#db/query/cutover.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** Cutovers in the viewer's areas that are neither done nor called off, by their start. */
export async function listCutovers(services: Services, viewer: Viewer, areaId?: AreaId): Promise<Cutover[]> {
  return cutoversAhead(services.database.sql, areasSeen(viewer, areaId === undefined ? null : [areaId]));
}
