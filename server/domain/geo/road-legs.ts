import type { Place, TravelMode } from '../scheduling/model.ts';
import { distanceM } from './distance.ts';
import type { LngLat } from './lng-lat.ts';
import type { QuietLegs } from './quiet-legs.ts';
import { quietSeconds, SAME_DOOR_M, type StraightLineProfile } from './travel.ts';

/** Nobody has been asked about the leg, or nobody answered. */
export const UNKNOWN = 65_535;
/** The server knows no way there. */
export const NO_WAY = 65_534;

/** Ways of one mode as a road server tells them, row-major: [from × points + to]; 16 bits a number. */
export interface RoadTable {
  /** Seconds on the move when the roads are quiet, `UNKNOWN` or `NO_WAY`. */
  readonly seconds: Uint16Array;
  /** Tens of metres along the way. */
  readonly decametres: Uint16Array;
}

/** Ways between some points, as values that travel to a worker without being copied. */
export interface RoadTables {
  /** `pointKey` of each row and column. */
  readonly points: readonly string[];
  readonly modes: Readonly<Partial<Record<TravelMode, RoadTable>>>;
}

/** Points that lie within a metre of each other are one. */
export function pointKey({ lng, lat }: LngLat): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}

/**
 * Ways from a road server's tables, and by `otherwise` where they do not say. A place known only roughly costs its uncertainty on
 * top, as with straight lines.
 */
export function roadLegs(
  places: readonly Place[],
  tables: RoadTables,
  otherwise: QuietLegs,
  profile: StraightLineProfile,
): QuietLegs {
  const rowOf = new Map(tables.points.map((key, row) => [key, row]));
  const width = tables.points.length;
  const rows: number[] = [];
  const row = (place: number): number => {
    const known = rows[place];
    if (known !== undefined) return known;
    const found = places[place] === undefined ? -1 : (rowOf.get(pointKey(places[place])) ?? -1);
    rows[place] = found;
    return found;
  };
  /** Where in the table the leg stands; -1 where it is not known. */
  const cell = (from: number, to: number, mode: TravelMode): number => {
    const table = tables.modes[mode];
    if (table === undefined) return -1;
    const [i, j] = [row(from), row(to)];
    if (i < 0 || j < 0) return -1;
    const index = i * width + j;
    return table.seconds[index]! < NO_WAY ? index : -1;
  };
  const isSameDoor = (from: number, to: number): boolean =>
    from === to || row(from) === row(to) || distanceM(places[from]!, places[to]!) < SAME_DOOR_M;
  const roughM = (from: number, to: number): number => {
    const rough = places[to]!.uncertaintyMetres ?? 0;
    return row(from) === row(to) && (places[from]!.uncertaintyMetres ?? 0) === rough ? 0 : rough;
  };

  return {
    estimated: true,
    isEstimate: (from, to, mode) => cell(from, to, mode) < 0 && otherwise.metres(from, to, mode) > 0,
    metres(from, to, mode) {
      const index = cell(from, to, mode);
      if (index < 0) return otherwise.metres(from, to, mode);
      const way = isSameDoor(from, to) ? 0 : tables.modes[mode]!.decametres[index]! * 10;
      return way + roughM(from, to);
    },
    seconds(from, to, mode) {
      const index = cell(from, to, mode);
      if (index < 0) return otherwise.seconds(from, to, mode);
      const way = isSameDoor(from, to) ? 0 : Math.max(1, tables.modes[mode]!.seconds[index]!);
      return way + quietSeconds(roughM(from, to), mode, profile);
    },
  };
}
