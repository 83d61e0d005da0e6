import type { AreaId } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Skill } from '#domain/order/order-type.ts';
import { requiredSkills } from '#domain/technician/required-skills.ts';
import type { DailyBreak, VehicleMode } from '#domain/technician/technician.ts';
import type { LocalDate } from '#domain/time/zone.ts';
import { namedArea } from './area-of-row.ts';
import { BREAK_PATTERNS, parseBreaks } from './break-cell.ts';
import { readPhone, readText, readWord } from './cells.ts';
import { DATE_PATTERNS, readWallTime } from './date-cell.ts';
import type { TechnicianField } from './field-words.ts';
import type { Known } from './known.ts';
import { readPoint } from './point-cells.ts';
import type { Row } from './row.ts';
import { ACCESS_WORDS, meaningOf, VEHICLE_WORDS } from './words.ts';

/** A row of a technician file whose every value could be read. */
export interface TechnicianRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly phone: string | null;
  readonly areaId: AreaId;
  readonly skills: readonly Skill[];
  readonly vehicle: VehicleMode;
  readonly shift: { readonly start: string; readonly end: string };
  readonly breaks?: readonly DailyBreak[];
  readonly overtimeMin?: number;
  readonly home: LngLat | null;
  readonly certifiedUntil: LocalDate | null;
}

/** Reads one technician; undefined when something in it cannot be taken. */
export function parseTechnicianRow(row: Row<TechnicianField>, known: Known): TechnicianRow | undefined {
  const number = readText(row, 'number', 39, true);
  if (number !== '' && !/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(number)) {
    row.fault('number', 'not_an_id', { expected: ['T001'] });
  }
  const name = readText(row, 'name', 60, true);
  const phone = readPhone(row, 'phone');
  const area = namedArea(row, known.areas);
  if (row.text('area') === '') row.fault('area', 'required', { expected: known.areas.map((a) => a.name) });
  const skills = readSkills(row);
  const vehicle = readWord(row, 'vehicle', VEHICLE_WORDS, 'ebike');
  const shift = readShift(row);
  const breaks = readBreaks(row, shift);
  const overtimeMin = readOvertime(row);
  const home = readPoint(row, known);
  const certifiedUntil = readExpiry(row, known.today);
  if (row.faults.length > 0 || !area || !vehicle || !shift) return undefined;
  return {
    row: row.number,
    number,
    name,
    phone,
    areaId: area.id,
    skills,
    vehicle,
    shift,
    ...(breaks.length > 0 ? { breaks } : {}),
    ...(overtimeMin > 0 ? { overtimeMin } : {}),
    home,
    certifiedUntil,
  };
}

/** Skills separated by `|`, commas, slashes or spaces, written as access types. */
function readSkills(row: Row<TechnicianField>): Skill[] {
  const words = row
    .text('skills')
    .normalize('NFKC')
    .split(/[|,;/、\s]+/)
    .filter((word) => word !== '');
  if (words.length === 0) row.fault('skills', 'required', { expected: ['FTTH|LAN|xDSL'] });
  const skills = words.flatMap((word) => {
    const hit = meaningOf(word, ACCESS_WORDS);
    if (hit) return requiredSkills({ accessType: hit.meaning });
    row.fault('skills', 'unknown_word', { value: word, expected: ['FTTH', 'LAN', 'xDSL'] });
    return [];
  });
  return [...new Set(skills)];
}

/** `08:00-18:00`, with any dash. A shift over midnight is not one of this trade. */
function readShift(row: Row<TechnicianField>): TechnicianRow['shift'] | undefined {
  const expected = ['08:00-18:00'];
  const text = row.text('shift').normalize('NFKC');
  if (text === '') {
    row.fault('shift', 'required', { expected });
    return undefined;
  }
  const parts = /^(\d{1,2}):(\d{2})\s*(?:[-~‐-―−至到])\s*(\d{1,2}):(\d{2})$/.exec(text);
  const [fromHour, fromMinute, toHour, toMinute] = parts ? parts.slice(1).map(Number) : [];
  const real = parts && fromHour! < 24 && toHour! <= 24 && fromMinute! < 60 && toMinute! < 60;
  const [start, end] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  if (real && start < end && end <= '24:00') return { start, end };
  row.fault('shift', 'not_a_shift', { expected });
  return undefined;
}

function clock(hour = 0, minute = 0): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Breaks inside the shift; none where the cell is empty. */
function readBreaks(
  row: Row<TechnicianField>,
  shift: TechnicianRow['shift'] | undefined,
): readonly DailyBreak[] {
  const text = row.text('breaks');
  if (text === '' || !shift) return [];
  const breaks = parseBreaks(text, shift);
  if (breaks === null) row.fault('breaks', 'not_a_break', { expected: [...BREAK_PATTERNS] });
  return breaks ?? [];
}

const MOST_OVERTIME_MIN = 240;

/** Whole minutes past the shift that may be planned, with or without the word for minutes; none where the cell is empty. */
function readOvertime(row: Row<TechnicianField>): number {
  const text = row.text('overtime').normalize('NFKC');
  if (text === '') return 0;
  const minutes = /^(\d{1,3})\s*(?:分钟?|min(?:utes)?)?$/i.exec(text)?.[1];
  if (minutes !== undefined && Number(minutes) <= MOST_OVERTIME_MIN) return Number(minutes);
  row.fault('overtime', 'not_overtime', { expected: ['0', '60', String(MOST_OVERTIME_MIN)] });
  return 0;
}

function readExpiry(row: Row<TechnicianField>, today: LocalDate): LocalDate | null {
  const text = row.text('certifiedUntil');
  if (text === '') return null;
  const day = readWallTime(text);
  if (typeof day === 'string') {
    row.fault('certifiedUntil', day, { expected: DATE_PATTERNS.map((pattern) => pattern.split(' ')[0]!) });
    return null;
  }
  if (day.date < today) row.warn('certifiedUntil', 'certificate_expired', { facts: { today } });
  return day.date;
}
