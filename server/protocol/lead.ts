import type { LeadTerm } from '#domain/area/area-lead.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';

/** One decision about who leads an area (RESP-02). */
export interface LeadDecided {
  areaId: AreaId;
  at: Instant;
  /** Name of who decided; null where the person is no longer known. */
  by: string | null;
  role: string;
  /** The terms as they stood from then on. */
  terms: readonly LeadTerm[];
}
