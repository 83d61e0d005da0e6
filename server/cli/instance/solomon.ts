import type { TechnicianDay, Visit } from '#domain/scheduling/model.ts';
import {
  bareRules,
  type Instance,
  InstanceError,
  type InstanceObjective,
  numbersOf,
  wholeTravel,
} from './instance.ts';

/**
 * Reads a Solomon or Gehring-Homberger file. Objective `distance` follows the DIMACS convention (distances
 * and times truncated to one decimal); `vehicles` keeps double precision, rounded up to 1/10 000 inside so
 * that what is feasible for us is feasible in double precision.
 */
export function readSolomon(text: string, objective: InstanceObjective): Instance {
  const lines = text.split(/\r?\n/);
  const rows = lines.map(numbersOf);
  const fleetAt = rows.findIndex((row) => row?.length === 2);
  const fleet = rows[fleetAt];
  if (fleet === undefined)
    throw new InstanceError(1, 'no line with the number of vehicles and their capacity');
  const customers = rows.flatMap((row, i) => {
    if (i <= fleetAt || row === undefined) return [];
    if (row.length !== 7) {
      throw new InstanceError(
        i + 1,
        `${row.length} numbers; expected number, x, y, demand, ready, due, service`,
      );
    }
    return [row];
  });
  const depot = customers[0];
  if (depot === undefined) throw new InstanceError(lines.length, 'no customers');
  const scale = objective === 'distance' ? 10 : 10_000;
  const xs = Float64Array.from(customers, (row) => row[1]!);
  const ys = Float64Array.from(customers, (row) => row[2]!);
  const exact = (from: number, to: number): number =>
    Math.sqrt((xs[from]! - xs[to]!) ** 2 + (ys[from]! - ys[to]!) ** 2);
  const distance =
    objective === 'distance'
      ? (from: number, to: number): number => Math.floor(exact(from, to) * 10 + 1e-9) / 10
      : exact;
  const whole = (from: number, to: number): number => Math.ceil(distance(from, to) * scale - 1e-6);
  const technicians = Array.from({ length: fleet[0]! }, (_, k): TechnicianDay => {
    return {
      id: `vehicle ${k}`,
      start: 0,
      end: 0,
      shiftStart: depot[4]! * scale,
      shiftEnd: depot[5]! * scale,
      overtimeLimitSeconds: 0,
      freeFrom: depot[4]! * scale,
      breaks: [],
      skills: [],
      certificates: [],
      areas: [],
      mode: 'car',
      frozen: [],
      parts: { load: fleet[1]! },
    };
  });
  const visits = customers.slice(1).map((row, i): Visit => {
    return {
      id: String(row[0]),
      place: i + 1,
      durationSeconds: row[6]! * scale,
      window: {
        kind: 'promised',
        from: row[4]! * scale,
        until: row[5]! * scale,
        changesLeft: 0,
        notified: false,
      },
      class: 'other',
      skills: [],
      certificates: [],
      area: null,
      estate: null,
      readiness: 'ready',
      intakeAt: i,
      parts: { load: row[3]! },
    };
  });
  return {
    name: lines[0]?.trim() || 'unnamed',
    family: 'solomon',
    scale,
    depot: 0,
    distance,
    numberOf: Number,
    problem: {
      now: 0,
      places: customers.map((row) => ({ lng: row[1]!, lat: row[2]! })),
      technicians,
      visits,
      travel: wholeTravel(whole, true),
      rules: bareRules,
    },
  };
}
