import { useMemo } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { HOUR, instantOf, localDate, MINUTE } from '#domain/time/zone.ts';
import { useStore } from '../../live/use-store.ts';
import { ZONE } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { barTimes } from './day-bars.ts';

/** Each technician's visits of the shown date, or of so many days from it on. A list in which nothing fell out keeps its identity. */
export function useDayVisits(days = 1): ReadonlyMap<string, readonly Order[]> {
  const { board, now, view } = useConsole();
  const visits = useStore(board, (value) => value.visits);
  const minute = useStore(now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const date = useStore(view, (value) => value.date) ?? localDate(minute, ZONE);
  return useMemo(
    () => visitsOfDays(visits, instantOf(date, '00:00', ZONE), days, minute),
    [visits, date, days, minute],
  );
}

/** Those visits whose work begins inside the days of 24 hours from `midnight` on. */
export function visitsOfDays(
  all: ReadonlyMap<string, readonly Order[]>,
  midnight: Instant,
  days: number,
  now: Instant,
): ReadonlyMap<string, readonly Order[]> {
  const result = new Map<string, readonly Order[]>();
  for (const [technicianId, visits] of all) {
    const ofDay = visits.filter((order) => {
      const times = barTimes(order, now);
      return times !== null && times.from >= midnight && times.from < midnight + days * 24 * HOUR;
    });
    result.set(technicianId, ofDay.length === visits.length ? visits : ofDay);
  }
  return result;
}
