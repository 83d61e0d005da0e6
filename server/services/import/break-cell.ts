import type { DailyBreak } from '#domain/technician/technician.ts';

/** How a break may be written: as a time of the day, or as so many minutes that begin inside one. */
export const BREAK_PATTERNS = ['12:00-13:00', '11:30-13:30/45'] as const;

const ONE =
  /^(\d{1,2}):(\d{2})\s*[-~‐-―−至到]\s*(\d{1,2}):(\d{2})(?:\s*[/(]?\s*(\d{1,3})\s*(?:分钟?|min(?:utes)?)?\s*\)?)?$/i;

/**
 * Breaks of a day, separated by commas or semicolons. `12:00-13:00` is the hour itself, so it begins at twelve; `11:30-13:30/45` are 45
 * minutes that begin and end between the two. Null when one of them cannot be meant: it is no time, does not fit into its window, or lies
 * outside the shift.
 */
export function parseBreaks(
  text: string,
  shift: { readonly start: string; readonly end: string },
): readonly DailyBreak[] | null {
  const breaks: DailyBreak[] = [];
  for (const part of text.normalize('NFKC').split(/[,;、|]/)) {
    const written = ONE.exec(part.trim());
    if (!written) return null;
    const [fromHour, fromMinute, toHour, toMinute] = written.slice(1, 5).map(Number);
    const [from, to] = [fromHour! * 60 + fromMinute!, toHour! * 60 + toMinute!];
    const minutes = written[5] === undefined ? to - from : Number(written[5]);
    const until = to - minutes;
    const real = [fromMinute!, toMinute!].every((minute) => minute < 60);
    if (!real || minutes < 1 || until < from) return null;
    if (clock(from) < shift.start || clock(to) > shift.end) return null;
    breaks.push({ from: clock(from), until: clock(until), minutes });
  }
  return breaks.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** A break as files write it. */
export function breakWords({ from, until, minutes }: DailyBreak): string {
  const [hour, minute] = until.split(':').map(Number);
  const end = clock(hour! * 60 + minute! + minutes);
  return from === until ? `${from}-${end}` : `${from}-${end}/${minutes}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
