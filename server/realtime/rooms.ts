import type { AreaId } from '#domain/base/brand.ts';
import type { Viewer } from '#server/access/viewer.ts';

/** Whoever wears the same mask gets the same bytes: staff of one role, or one technician. */
export type Mask = string;

export function maskOf(viewer: Viewer): Mask {
  return viewer.technicianId ? `technician:${viewer.technicianId}` : `role:${viewer.role}`;
}

/** Rooms are chosen by the server alone, from the areas that the session allows. */
export const areaRoom = (areaId: AreaId) => `area:${areaId}`;
export const maskRoom = (areaId: AreaId, mask: Mask) => `area:${areaId}|${mask}`;
/** Where technicians are is told to few (domain/privacy/sees-positions.ts), and never to their colleagues. */
export const positionRoom = (areaId: AreaId) => `positions:${areaId}`;
export const presenceRoom = (areaId: AreaId) => `presence:${areaId}`;

/** May this person see who else is at work at the desks? */
export function seesPresence({ role }: Viewer): boolean {
  return role !== 'technician' && role !== 'customer';
}
