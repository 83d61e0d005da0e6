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
 * RESP-02: whoever leaves an area that has more than one member names who takes over, so that it is never without its first
 * responsible person nor anybody's orders without an owner (§0.4 10).
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
  if (area.members.length > 1 && successor === null)
    return [blocks('RESP-02', { technician: technicianId, missing: 'successor' }, 'name_successor')];
  return [];
}

/** The area after somebody left it: the lead's successor is the new lead, any other's takes over the orders only. */
export function leaveArea(
  area: Membership,
  technicianId: TechnicianId,
  successor: TechnicianId | null,
): Membership {
  const members = area.members.filter((id) => id !== technicianId);
  return { members, lead: leadOf(area) === technicianId ? successor : area.lead };
}
