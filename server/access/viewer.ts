import type { AreaId, PersonId, TechnicianId } from '#domain/base/brand.ts';
import type { Actor, Role } from '#domain/base/role.ts';

/** Who looks or acts: a signed-in person as every layer behind the sign-in knows them. */
export interface Viewer {
  personId: PersonId;
  name: string;
  role: Role;
  /** null = every area. */
  areaIds: readonly AreaId[] | null;
  /** Only with the role technician. */
  technicianId?: TechnicianId;
}

/** May this person know that anything of the area exists? */
export function seesArea(viewer: Viewer, areaId: AreaId): boolean {
  return viewer.areaIds === null || viewer.areaIds.includes(areaId);
}

/** The areas that are both asked for and the viewer's own; null = all of them, where nothing was asked for. */
export function areasSeen(viewer: Viewer, asked: readonly AreaId[] | null): readonly AreaId[] | null {
  if (asked === null) return viewer.areaIds;
  return asked.filter((areaId) => seesArea(viewer, areaId));
}

/** The person as the rules see them. */
export function actorOf(viewer: Viewer): Actor {
  return {
    id: viewer.personId,
    role: viewer.role,
    areaIds: viewer.areaIds,
    ...(viewer.technicianId ? { technicianId: viewer.technicianId } : {}),
  };
}

/** The program itself, where it acts by the clock. */
export const SYSTEM: Viewer = { personId: 'system', name: 'system', role: 'system', areaIds: null };
