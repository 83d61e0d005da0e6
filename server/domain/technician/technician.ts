import type { AreaId, Instant, TechnicianId } from '../base/brand.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { Skill } from '../order/order-type.ts';

export type VehicleMode = 'ebike' | 'car' | 'walk';

/** So many minutes, begun between two local clock times `HH:mm`. */
export interface DailyBreak {
  from: string;
  until: string;
  minutes: number;
}

/** What the rules and the planner must know of a technician. Personal details live elsewhere. */
export interface Technician {
  id: TechnicianId;
  /** 工号, unique. */
  number: string;
  name: string;
  areaId: AreaId;
  skills: readonly Skill[];
  vehicle: VehicleMode;
  /** Shift of every working day, local clock times `HH:mm` in the standard's zone. */
  shift: { start: string; end: string };
  /** Breaks of every working day: `minutes` that begin between `from` and `until`, `HH:mm`. Absent or empty where none was told. */
  breaks?: readonly DailyBreak[];
  /** Minutes past the shift that may be planned; none when absent. */
  overtimeMin?: number;
  /** Where the day begins and ends. */
  home: LngLat | null;
  /** Last local date (YYYY-MM-DD) on which the certification to work (上岗证) is valid; null = none recorded. */
  certifiedUntil: string | null;
  /** Since when the person is no member of the area any more (RESP-02); absent or null while they are. */
  leftAt?: Instant | null;
  onDuty: boolean;
  onDutySince: Instant | null;
  /** Version of the location consent given and when; null = not given or withdrawn. Sharing needs it. */
  consent: { version: string; givenAt: Instant } | null;
  version: number;
}

/** Who belonged to an area and has left it (RESP-02); what they did stays theirs by name. */
export type FormerTechnician = Pick<Technician, 'id' | 'number' | 'name'>;

/** A newest-wins position. `receivedAt` is the server's clock and tells its age. */
export interface TechnicianPosition {
  technicianId: TechnicianId;
  lng: number;
  lat: number;
  accuracyM: number;
  speed: number | null;
  heading: number | null;
  occurredAt: Instant;
  receivedAt: Instant;
}
