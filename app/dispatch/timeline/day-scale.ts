import type { Technician } from '#domain/technician/technician.ts';
import { clockMs, HOUR, instantOf, MINUTE } from '#domain/time/zone.ts';
import type { Zoom } from '../state/view.ts';
import type { Scale } from './scale.ts';

const LEAST_PX_PER_MIN = 0.9;

/**
 * The hours of a local date: from an hour before the earliest shift or 08:00 to an hour after the latest or 20:00.
 * `width` is the room for the hours in pixels; a whole day fills it, half a day is drawn twice as wide.
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
  const midnight = instantOf(date, '00:00', tz);
  const from = Math.max(0, Math.floor((Math.min(...starts) - HOUR) / HOUR) * HOUR);
  const to = Math.min(24 * HOUR, Math.ceil((Math.max(...ends) + HOUR) / HOUR) * HOUR);
  const fit = Math.max(LEAST_PX_PER_MIN, width / ((to - from) / MINUTE));
  return { from: midnight + from, to: midnight + to, pxPerMin: zoom === 'day' ? fit : fit * 2 };
}
