import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readInstance } from '#server/cli/instance/read-instance.ts';
import { solveInstance } from '#server/cli/solve-instance.ts';

/** One instance of each kind and difficulty: a run stays short enough to be repeated. */
export const shortList = [
  'vrptw/solomon/C104',
  'vrptw/solomon/R104',
  'vrptw/solomon/R112',
  'vrptw/solomon/R201',
  'vrptw/solomon/RC101',
  'vrptw/solomon/RC208',
  'vrptw/homberger_200/c1_2_4',
  'vrptw/homberger_200/r1_2_1',
  'vrptw/homberger_200/rc2_2_5',
  'vrptw/homberger_400/r1_4_5',
  'vrptw/homberger_400/rc2_4_3',
  'appointments/U1',
  'appointments/U3',
  'appointments/U5',
  'trsp/R102.100_25-5-5-5',
  'trsp/RC204.100_25-5-5-5',
];

/** Every instance file of the data folder. */
export function everyInstance(folder: string): readonly string[] {
  return ['vrptw', 'appointments', 'trsp'].flatMap((family) =>
    readdirSync(join(folder, family), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(family, name.slice(0, -4)))
      .sort(),
  );
}

/** Travel minutes that the appointment instances are measured against: the best seen at 60 s. */
const appointmentsBest: Readonly<Record<string, number>> = { U1: 2044, U3: 2193, U5: 2363 };

export interface Measured {
  readonly instance: string;
  readonly best: number;
  readonly median: number;
  readonly gapPercent: number;
  readonly unserved: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

export interface InstanceRun {
  readonly folder: string;
  readonly instance: string;
  readonly seconds: number;
  readonly seeds: number;
}

/** Solves an instance with several seeds, each for as many seconds of processor time; the median counts. */
export function measureInstance(run: InstanceRun): Measured {
  const text = readFileSync(join(run.folder, `${run.instance}.txt`), 'utf8');
  const found: { distance: number; unserved: number }[] = [];
  const wall = performance.now();
  const cpu = process.cpuUsage();
  for (let seed = 1; seed <= run.seeds; seed++) {
    const instance = readInstance(text, 'distance');
    const started = process.cpuUsage();
    const spent = (): number => secondsSince(started) / run.seconds;
    const solved = solveInstance(instance, { seed, objective: 'distance', spent });
    found.push({ distance: solved.distance, unserved: solved.unserved.length });
  }
  found.sort((one, other) => one.unserved - other.unserved || one.distance - other.distance);
  const { distance, unserved } = found[Math.floor(found.length / 2)]!;
  const best = bestKnown(run.folder, run.instance);
  return {
    instance: basename(run.instance),
    best,
    median: distance,
    gapPercent: (distance / best - 1) * 100,
    unserved,
    wallSeconds: (performance.now() - wall) / 1000 / run.seeds,
    cpuSeconds: secondsSince(cpu) / run.seeds,
  };
}

function secondsSince(usage: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1_000_000;
}

/** The best distance known of an instance, NaN where none is. */
export function bestKnown(folder: string, instance: string): number {
  const name = basename(instance);
  const family = instance.split('/')[0]!;
  if (family === 'appointments') return appointmentsBest[name] ?? Number.NaN;
  const rows = readFileSync(join(folder, family, 'best-known.csv'), 'utf8')
    .split('\n')
    .map((row) => row.split(','));
  const row = rows.find((each) => each[0]?.toLowerCase() === name.toLowerCase());
  return Number(row?.[family === 'trsp' ? 2 : 4] || Number.NaN);
}
