import { listOrders } from '#db/query/order.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { type ComplaintSummary, complaintSummary } from '#domain/complaint/complaint-summary.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

const MOST_ORDERS = 5_000;

/** The complaints of the viewer's areas, summed up for the superior department (CMPL-06). */
export async function summariseComplaints(
  services: Services,
  viewer: Viewer,
  areaId?: AreaId,
): Promise<ComplaintSummary> {
  const orders = await listOrders(services.database.sql, {
    areaIds: areasSeen(viewer, areaId === undefined ? null : [areaId]),
    technicianId: viewer.role === 'technician' ? (viewer.technicianId ?? '') : undefined,
    types: ['complaint'],
    limit: MOST_ORDERS,
  });
  return complaintSummary(orders);
}
