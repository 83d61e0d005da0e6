import type { Technician } from '#domain/technician/technician.ts';
import type { RowSort } from '../state/view.ts';

/** A technician's day in figures, for sorting rows and for the bar beside the name. */
export interface Load {
  readonly visits: number;
  readonly done: number;
  /** Minutes of work and travel planned. */
  readonly busyMin: number;
  /** Minutes of the shift. */
  readonly shiftMin: number;
}

export const NO_LOAD: Load = { visits: 0, done: 0, busyMin: 0, shiftMin: 0 };

/** Rows in the order asked for. Off-shift ones may be left out, unless they still hold visits. */
export function rowOrder(
  technicians: readonly Technician[],
  loads: ReadonlyMap<string, Load>,
  sort: RowSort,
  hideOff: boolean,
): readonly Technician[] {
  const load = (technician: Technician) => loads.get(technician.id) ?? NO_LOAD;
  const share = (technician: Technician) => load(technician).busyMin / Math.max(1, load(technician).shiftMin);
  const byName = (a: Technician, b: Technician) =>
    a.name.localeCompare(b.name, 'zh') || (a.number < b.number ? -1 : 1);
  return technicians
    .filter((technician) => !hideOff || technician.onDuty || load(technician).visits > 0)
    .sort((a, b) => {
      if (sort === 'load') return share(b) - share(a) || byName(a, b);
      if (sort === 'area') return a.areaId.localeCompare(b.areaId) || byName(a, b);
      return byName(a, b);
    });
}
