import type { Instant } from '#domain/base/brand.ts';
import { instantOf, type LocalDate } from '#domain/time/zone.ts';

/** A wall-clock date and time as a file writes it. */
export interface WallTime {
  readonly date: LocalDate;
  readonly clock: string;
}

export type DateFault = 'not_a_date' | 'impossible_date';

/** Shown where a date was expected. */
export const DATE_PATTERNS = ['2026-03-10 14:00', '2026/3/10 14:00', '2026年3月10日 14时'];

const PATTERN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?)?(?:\.\d+)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2})?)?$/;
const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
/** Days since 1899-12-30, as a spreadsheet counts; 2009-07-06 to 2064-04-08. */
const SERIAL = /^[45]\d{4}(?:\.\d+)?$/;

/** The date and clock that a cell names. A day that no month has, or hour 25, is `impossible_date`. */
export function readWallTime(text: string): WallTime | DateFault {
  const plain = text.normalize('NFKC').trim();
  if (SERIAL.test(plain)) return fromSerial(Number(plain));
  const parts = PATTERN.exec(plain) ?? COMPACT.exec(plain);
  if (!parts) return 'not_a_date';
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const date = `${pad(year!, 4)}-${pad(month!)}-${pad(day!)}`;
  const real = Date.parse(`${date}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March; the date must come back as it went in.
  if (Number.isNaN(real) || new Date(real).toISOString().slice(0, 10) !== date) return 'impossible_date';
  if (hour > 23 || minute > 59 || second > 59 || year! < 2000 || year! > 2100) return 'impossible_date';
  return { date, clock: `${pad(hour)}:${pad(minute)}:${pad(second)}` };
}

/** The instant that a cell names in the zone; one with an offset of its own keeps it. */
export function readInstant(text: string, tz: string): Instant | DateFault {
  const plain = text.normalize('NFKC').trim();
  if (ISO_WITH_OFFSET.test(plain)) {
    const wall = readWallTime(plain.slice(0, 16));
    if (typeof wall === 'string') return wall;
    return Date.parse(plain);
  }
  const wall = readWallTime(plain);
  return typeof wall === 'string' ? wall : instantOf(wall.date, wall.clock, tz);
}

function fromSerial(days: number): WallTime {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000).toISOString();
  return { date: at.slice(0, 10), clock: at.slice(11, 19) };
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
