import type { TechnicianDay, Visit } from '#domain/scheduling/model.ts';
import { bareRules, type Instance, InstanceError, numbersOf, wholeTravel } from './instance.ts';

interface Row {
  readonly line: number;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly opens: number;
  readonly closes: number;
  readonly service: number;
  readonly skills: readonly number[];
  readonly tools: readonly number[];
  readonly parts: readonly number[];
}

/** Tables give hundredths of a minute; Euclidean travel is rounded up to thousandths. */
const TABLE_SCALE = 100;
const EUCLIDEAN_SCALE = 1000;

/**
 * Reads Pillac's technician routing files: number 0 is the depot, then the technicians with homes, shifts,
 * skills, tools and spare parts, then the requests. Appointment files carry their own travel times;
 * otherwise travel is Euclidean and the depot a store where tools and parts are fetched.
 */
export function readPillac(text: string): Instance {
  const lines = text.split(/\r?\n/);
  const crew = crewOf(lines);
  const rows = lines.flatMap((line, i) => readRow(line, i + 1) ?? []);
  if (rows.length <= crew + 1) throw new InstanceError(lines.length, 'no requests after the technicians');
  const table = readTable(lines, 'TRAVEL TIMES', rows.length);
  const scale = table ? TABLE_SCALE : EUCLIDEAN_SCALE;
  const distance = (from: number, to: number): number =>
    table ? table[from]![to]! : Math.hypot(rows[from]!.x - rows[to]!.x, rows[from]!.y - rows[to]!.y);
  const whole = (from: number, to: number): number => Math.ceil(distance(from, to) * scale - 1e-6);
  const names = (list: readonly number[]): string[] => list.map(String);
  const partsOf = (row: Row): Record<string, number> => {
    return Object.fromEntries(row.parts.map((count, kind) => [`${kind}`, count]));
  };
  const technicians = rows.slice(1, crew + 1).map((row): TechnicianDay => {
    return {
      id: String(row.number),
      start: row.number,
      end: row.number,
      shiftStart: row.opens * scale,
      shiftEnd: row.closes * scale,
      overtimeLimitSeconds: 0,
      freeFrom: row.opens * scale,
      breaks: [],
      skills: names(row.skills),
      certificates: [],
      areas: [],
      mode: 'car',
      frozen: [],
      parts: partsOf(row),
      tools: names(row.tools),
    };
  });
  const visits = rows.slice(crew + 1).map((row): Visit => {
    const { opens, closes } = row;
    return {
      id: String(row.number),
      place: row.number,
      durationSeconds: row.service * scale,
      window: {
        kind: 'promised',
        from: opens * scale,
        until: closes * scale,
        changesLeft: 0,
        notified: false,
      },
      class: 'other',
      skills: names(row.skills),
      certificates: [],
      area: null,
      estate: null,
      readiness: 'ready',
      intakeAt: row.number,
      parts: partsOf(row),
      tools: names(row.tools),
    };
  });
  return {
    name: lines[0]?.trim() || 'unnamed',
    family: table ? 'appointments' : 'trsp',
    scale,
    depot: 0,
    distance,
    numberOf: Number,
    problem: {
      now: 0,
      places: rows.map((row) => ({ lng: row.x, lat: row.y })),
      technicians,
      visits,
      travel: wholeTravel(whole, table === undefined),
      rules: bareRules,
      ...(table ? {} : { store: 0 }),
    },
  };
}

function crewOf(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.startsWith('CREW COUNT'));
  const crew = numbersOf(lines[at + 1] ?? '')?.[0];
  if (at < 0 || crew === undefined) throw new InstanceError(at + 2, 'no CREW COUNT with a number under it');
  return crew;
}

function readRow(line: string, at: number): Row | undefined {
  const lists = [...line.matchAll(/\[([^\]]*)\]/g)].map(
    (match) => numbersOf(match[1]!.replaceAll(',', ' ')) ?? [],
  );
  if (lists.length === 0) return undefined;
  const [number, x, y, opens, closes, service] = numbersOf(line.slice(0, line.indexOf('['))) ?? [];
  const [skills, tools, parts] = lists;
  const whole = [number, x, y, opens, closes, service].every((value) => value !== undefined);
  if (!whole || skills === undefined || tools === undefined || parts === undefined) {
    throw new InstanceError(at, 'expected id, x, y, opens, closes, service and three lists in brackets');
  }
  return {
    line: at,
    number: number!,
    x: x!,
    y: y!,
    opens: opens!,
    closes: closes!,
    service: service!,
    skills,
    tools,
    parts,
  };
}

function readTable(
  lines: readonly string[],
  title: string,
  size: number,
): readonly (readonly number[])[] | undefined {
  const at = lines.findIndex((line) => line.trim() === title);
  if (at < 0) return undefined;
  return Array.from({ length: size }, (_, i) => {
    const fields = (lines[at + 1 + i] ?? '').split(';').filter((field) => field.trim() !== '');
    const numbers = fields.map(Number);
    // Each row begins with its own number; columns after the last request repeat the homes.
    const row = numbers.slice(1, size + 1);
    if (numbers[0] !== i || row.length !== size || row.some((value) => !Number.isFinite(value))) {
      throw new InstanceError(
        at + 2 + i,
        `expected row ${i} of ${title} with ${size} numbers separated by semicolons`,
      );
    }
    return row;
  });
}
