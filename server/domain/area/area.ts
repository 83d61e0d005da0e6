import type { AreaId, TechnicianId } from '../base/brand.ts';
import type { LearnedTravel } from '../geo/hour-rates.ts';
import type { Region } from '../order/order-type.ts';
import type { LeadTerm } from './area-lead.ts';

/** 责任片区: the unit of responsibility, of the event log and of access. */
export interface Area {
  id: AreaId;
  name: string;
  region: Region;
  /** Outer ring(s), GeoJSON order [lng, lat], WGS-84; null while not drawn. */
  polygon: { type: 'Polygon'; coordinates: readonly (readonly (readonly [number, number])[])[] } | null;
  /** 第一责任人 (RESP-02). */
  leadTechnicianId: TechnicianId | null;
  /** Every turn of every lead, oldest first (RESP-02); none where nobody was designated since the area was drawn. */
  leadTerms?: readonly LeadTerm[];
  standardId: string;
  /** What trips have taught about ways in this area; null or absent where nothing was learned. */
  travel?: LearnedTravel | null;
}
