import type { TechnicianId } from '../base/brand.ts';
import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';

/** The active members of an area and who answers for it. */
export interface Membership {
  members: readonly TechnicianId[];
  lead: TechnicianId | null;
}

/** The first responsible person: the designated one, or the only member there is (RESP-02). */
export function leadOf({ members, lead }: Membership): TechnicianId | null {
  return lead ?? (members.length === 1 ? (members[0] ?? null) : null);
}

/**
 * RESP-02: the first responsible person of an area with more than one member leaves only when a successor among the others is named
 * (§0.4 10).
 */
export function judgeLeave(
  area: Membership,
  technicianId: TechnicianId,
  successor: TechnicianId | null,
): readonly Finding[] {
  if (!area.members.includes(technicianId))
    return [blocks('RESP-02', { technician: technicianId, member: false }, 'choose_member')];
  if (successor !== null && (successor === technicianId || !area.members.includes(successor)))
    return [blocks('RESP-02', { successor, member: false }, 'choose_member')];
  if (area.members.length > 1 && leadOf(area) === technicianId && successor === null)
    return [blocks('RESP-02', { technician: technicianId, missing: 'successor' }, 'name_successor')];
  return [];
}

/** The area after somebody left it. */
export function leaveArea(
  area: Membership,
  technicianId: TechnicianId,
  successor: TechnicianId | null,
): Membership {
  const members = area.members.filter((id) => id !== technicianId);
  return { members, lead: successor ?? (area.lead === technicianId ? null : area.lead) };
}
