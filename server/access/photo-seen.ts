import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import { seesOrder } from './may-command.ts';
import { seesArea, type Viewer } from './viewer.ts';

/** Those who judge what happened at a home: the desk and whoever supervises it. */
const LOOKERS: ReadonlySet<Role> = new Set<Role>([
  'dispatcher',
  'area_lead',
  'supervisor',
  'csr',
  'duty_supervisor',
  'cs_manager',
]);

/** Whether images of an order may be looked at: at once, for a reason that is kept (PRIV-01), or not at all. */
export type PhotoSight = 'open' | 'for_a_reason' | 'never';

/**
 * Photos show homes. The technician whose order it is looks at them until it has ended; the desk of the area for a reason, for as long
 * as it sees the number (`revealed`); nobody else.
 */
export function photoSight(viewer: Viewer, order: Order, revealed: boolean): PhotoSight {
  if (!seesOrder(viewer, order)) return 'never';
  if (viewer.role === 'technician') return order.endedAt === null ? 'open' : 'never';
  if (!LOOKERS.has(viewer.role)) return 'never';
  return revealed ? 'open' : 'for_a_reason';
}

/**
 * Are the images that steps of the order name this person's to bring? A technician's also after the order went to somebody else: a
 * phone may have been without a network for long.
 */
export function bringsPhotos(viewer: Viewer, order: Order): boolean {
  if (viewer.role !== 'technician') return seesOrder(viewer, order);
  const had = order.assignments.some(({ technicianId }) => technicianId === viewer.technicianId);
  return had && seesArea(viewer, order.areaId);
}
