import type { AreaId } from '#domain/base/brand.ts';
import type { CoordinateSystem } from '#domain/geo/gcj02.ts';
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts';
import type { Ground } from '#domain/geo/polygon.ts';
import type { Region } from '#domain/order/order-type.ts';
import type { LocalDate } from '#domain/time/zone.ts';

export interface KnownArea {
  readonly id: AreaId;
  readonly name: string;
  readonly region: Region;
  readonly polygon: Ground | null;
}

export interface KnownEstate {
  readonly areaId: AreaId;
  readonly name: string;
  readonly point: LngLat;
}

/** What a file is read against: what the operator already has, and what the user said about the file. */
export interface Known {
  /** The coordinate system the user chose for the file. */
  readonly crs: CoordinateSystem;
  /** Where the operator works; a point outside was typed wrongly. WGS-84, generous. */
  readonly region: Bounds;
  readonly areas: readonly KnownArea[];
  readonly estates: readonly KnownEstate[];
  /** Order or staff numbers that are already there: their rows are left out, so the same file twice adds nothing. */
  readonly numbers: ReadonlySet<string>;
  /** Zone of the file's clock times. */
  readonly tz: string;
  /** The local date, to tell certificates that have run out. */
  readonly today: LocalDate;
  /** The user has seen that longitude and latitude stand in each other's column here and there, and wants them turned. */
  readonly turnSwapped: boolean;
}
