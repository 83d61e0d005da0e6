import type { LeadTerm } from '#domain/area/area-lead.ts';
import type { AreaId, Instant, TechnicianId } from '#domain/base/brand.ts';

/** One decision about who leads an area or leaves it (RESP-02). */
export interface LeadDecided {
  areaId: AreaId;
  at: Instant;
  /** Name of who decided; null where the person is no longer known. */
  by: string | null;
  role: string;
  /** Who left the area, and who took over; null where it was decided who leads. */
  left: { name: string; successorId: TechnicianId | null } | null;
  /** The terms as they stood from then on. */
  terms: readonly LeadTerm[];
}
