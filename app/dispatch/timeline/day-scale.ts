import type { Technician } from '#domain/technician/technician.ts';
import { addDays, clockMs, HOUR, instantOf, MINUTE } from '#domain/time/zone.ts';
import type { Zoom } from '../state/view.ts';
import type { Scale } from './scale.ts';

/** So narrow an hour may get, pixels a minute: several days are for the overview, a bar's words are in its title then. */
const LEAST_PX_PER_MIN: Readonly<Record<Zoom, number>> = { day: 0.9, half: 1.8, days: 0.3 };

/** Days that a zoom shows. */
export function daysShown(zoom: Zoom): number {
  return zoom === 'days' ? 3 : 1;
}

/**
 * The hours of a local date, or of the days from it on: from an hour before the earliest shift or 08:00 of the first to an
 * hour after the latest or 20:00 of the last. `width` is the room for the hours in pixels; a whole day or three fill it, half a
 * day is drawn twice as wide.
 */
export function dayScale(
  date: string,
  tz: string,
  technicians: Iterable<Technician>,
  width: number,
  zoom: Zoom,
): Scale {
  const starts = [clockMs('08:00')];
  const ends = [clockMs('20:00')];
  for (const { shift } of technicians) {
    starts.push(clockMs(shift.start));
    ends.push(clockMs(shift.end));
  }
  const midnights = Array.from({ length: daysShown(zoom) }, (_, day) =>
    instantOf(addDays(date, day), '00:00', tz),
  );
  const from = midnights[0]! + Math.max(0, Math.floor((Math.min(...starts) - HOUR) / HOUR) * HOUR);
  const to = midnights.at(-1)! + Math.min(24 * HOUR, Math.ceil((Math.max(...ends) + HOUR) / HOUR) * HOUR);
  const fit = (width / ((to - from) / MINUTE)) * (zoom === 'half' ? 2 : 1);
  return { midnights, from, to, pxPerMin: Math.max(LEAST_PX_PER_MIN[zoom], fit) };
}
