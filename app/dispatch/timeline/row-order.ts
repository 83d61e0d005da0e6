import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { clockMs, MINUTE } from '#domain/time/zone.ts';
import { inChineseOrder } from '../../ui/collate.ts';
import type { RowSort } from '../state/view.ts';
import { barTimes } from './day-bars.ts';

/** What is shown of a technician's days in figures, for sorting rows and for the bar beside the name. */
export interface Load {
  readonly visits: number;
  readonly done: number;
  /** Minutes of work and travel planned. */
  readonly busyMin: number;
  /** Minutes of the shifts. */
  readonly shiftMin: number;
}

export const NO_LOAD: Load = { visits: 0, done: 0, busyMin: 0, shiftMin: 0 };

/** Everybody's load of so many days, by technician. */
export function loadsOf(
  technicians: Iterable<Technician>,
  visits: ReadonlyMap<string, readonly Order[]>,
  now: Instant,
  days: number,
): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const { id, shift } of technicians) {
    const shiftMin = (days * (clockMs(shift.end) - clockMs(shift.start))) / MINUTE;
    loads.set(id, loadOf(visits.get(id) ?? [], shiftMin, now));
  }
  return loads;
}

function loadOf(visits: readonly Order[], shiftMin: number, now: number): Load {
  let busyMin = 0;
  let done = 0;
  for (const order of visits) {
    const times = barTimes(order, now)!;
    busyMin += (times.to - times.travelFrom) / MINUTE;
    if (order.completedAt !== null) done++;
  }
  return { visits: visits.length, done, busyMin, shiftMin };
}

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
    inChineseOrder(a.name, b.name) || (a.number < b.number ? -1 : 1);
  return technicians
    .filter((technician) => !hideOff || technician.onDuty || load(technician).visits > 0)
    .sort((a, b) => {
      if (sort === 'load') return share(b) - share(a) || byName(a, b);
      if (sort === 'area' && a.areaId !== b.areaId) return a.areaId < b.areaId ? -1 : 1;
      return byName(a, b);
    });
}
