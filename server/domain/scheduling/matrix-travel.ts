import type { TravelMode, TravelTimes } from './model.ts';

/** Travel of one mode between all places, row-major: [from × places + to]. */
export interface TravelTable {
  readonly seconds: Int32Array;
  readonly metres: Int32Array;
}

export interface TravelTables {
  readonly places: number;
  readonly modes: Readonly<Partial<Record<TravelMode, TravelTable>>>;
  readonly estimated: boolean;
}

/** Travel answered from tables, as road servers give them. A mode or place without a table is a mistake. */
export function matrixTravel(tables: TravelTables): TravelTimes {
  const cell = (from: number, to: number, mode: TravelMode, what: keyof TravelTable): number => {
    const value = tables.modes[mode]?.[what][from * tables.places + to];
    if (value === undefined) {
      throw new RangeError(
        `No travel ${what} by ${mode} from place ${from} to ${to}; there are tables for ${Object.keys(tables.modes).join(', ')} between ${tables.places} places.`,
      );
    }
    return value;
  };
  return {
    estimated: tables.estimated,
    seconds: (from, to, mode) => cell(from, to, mode, 'seconds'),
    metres: (from, to, mode) => cell(from, to, mode, 'metres'),
  };
}
