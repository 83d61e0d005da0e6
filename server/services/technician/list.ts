import { techniciansOf } from '#db/query/technician.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** The technicians of the viewer's areas, or of one of them; technicians see themselves alone. */
export async function listTechnicians(
  services: Services,
  viewer: Viewer,
  areaId?: AreaId,
): Promise<Technician[]> {
  const areaIds = areasSeen(viewer, areaId === undefined ? null : [areaId]);
  const technicians = await techniciansOf(services.database.sql, areaIds);
  if (viewer.role !== 'technician') return technicians;
  return technicians.filter(({ id }) => id === viewer.technicianId);
}
