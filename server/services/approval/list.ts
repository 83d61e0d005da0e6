import { pendingApprovals } from '#db/query/approval.ts';
import type { Approval } from '#domain/approval/approval.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** Open requests for approval in the viewer's areas; technicians see those that they made. */
export async function listApprovals(
  services: Services,
  viewer: Viewer,
  areaId?: AreaId,
): Promise<Approval[]> {
  const areaIds = areasSeen(viewer, areaId === undefined ? null : [areaId]);
  const approvals = await pendingApprovals(services.database.sql, areaIds);
  if (viewer.role !== 'technician') return approvals;
  return approvals.filter(({ requestedBy }) => requestedBy === viewer.personId);
}
