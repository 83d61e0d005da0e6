import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInstance } from '#server/cli/instance/read-instance.ts';

export interface PeerRun {
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
}

export interface PeerResult {
  readonly distance: number;
  readonly unserved: number;
}

/** Another solver that is on this machine, asked for least distance in the DIMACS convention on one thread. */
export interface Peer {
  readonly name: string;
  /** `undefined` where it does not take such an instance. */
  readonly solve: (run: PeerRun) => PeerResult | undefined;
}

/** Truncated distances to one decimal are whole tenths. */
const TENTHS = 10;

/** Peers whose programs the environment names: VROOM (its binary), PYVRP (a Python that has it), HGS (hgs-dimacs' genvrp). */
export function peersOf(environment: Readonly<Record<string, string | undefined>>): readonly Peer[] {
  const { VROOM, PYVRP, HGS } = environment;
  return [
    ...(VROOM ? [{ name: 'VROOM', solve: (run: PeerRun) => runVroom(VROOM, run) }] : []),
    ...(PYVRP ? [{ name: 'PyVRP', solve: (run: PeerRun) => runPyvrp(PYVRP, run) }] : []),
    ...(HGS ? [{ name: 'HGS', solve: (run: PeerRun) => runHgs(HGS, run) }] : []),
  ];
}

/** VROOM reads JSON and ends by itself or at its limit. */
function runVroom(binary: string, run: PeerRun): PeerResult | undefined {
  const text = readFileSync(run.file, 'utf8');
  const input = vroomInput(text);
  if (input === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    const file = join(folder, 'problem.json');
    writeFileSync(file, JSON.stringify(input));
    const limit = ['-x', '5', '-t', '1', '-l', String(Math.ceil(run.seconds))];
    return readVroom(execFileSync(binary, ['-i', file, ...limit], OUTPUT));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A Solomon or Gehring-Homberger file as VROOM's input: whole tenths for time and cost. */
export function vroomInput(text: string): object | undefined {
  const instance = readInstance(text, 'distance');
  if (instance.family !== 'solomon') return undefined;
  const { technicians, visits, places } = instance.problem;
  const durations = places.map((_, from) =>
    places.map((__, to) => Math.round(instance.distance(from, to) * TENTHS)),
  );
  return {
    vehicles: technicians.map((each, id) => ({
      id,
      start_index: each.start,
      end_index: each.end,
      capacity: [each.parts?.load ?? 0],
      time_window: [each.shiftStart, each.shiftEnd],
    })),
    jobs: visits.map((visit) => ({
      id: Number(visit.id),
      location_index: visit.place,
      service: visit.durationSeconds,
      delivery: [visit.parts?.load ?? 0],
      time_windows: visit.window.kind === 'promised' ? [[visit.window.from, visit.window.until]] : [],
    })),
    matrices: { car: { durations } },
  };
}

export function readVroom(output: string): PeerResult {
  const { summary } = JSON.parse(output) as { summary: { duration: number; unassigned: number } };
  return { distance: summary.duration / TENTHS, unserved: summary.unassigned };
}

const PYVRP_SCRIPT = `
import json, sys, pyvrp
from pyvrp.stop import MaxRuntime
file, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
data = pyvrp.read(file, round_func="dimacs")
found = pyvrp.solve(data, stop=MaxRuntime(seconds), seed=seed, display=False)
print(json.dumps({"distance": found.best.distance() / 10, "feasible": found.is_feasible()}))
`;

function runPyvrp(python: string, { file, seconds, seed }: PeerRun): PeerResult | undefined {
  if (readInstance(readFileSync(file, 'utf8'), 'distance').family !== 'solomon') return undefined;
  return readPyvrp(execFileSync(python, ['-c', PYVRP_SCRIPT, file, String(seconds), String(seed)], OUTPUT));
}

/** What PyVRP cannot serve makes its answer infeasible as a whole. */
export function readPyvrp(output: string): PeerResult {
  const { distance, feasible } = JSON.parse(output.trim().split('\n').at(-1)!) as {
    distance: number;
    feasible: boolean;
  };
  return { distance, unserved: feasible ? 0 : Number.NaN };
}

function runHgs(binary: string, { file, seconds, seed }: PeerRun): PeerResult | undefined {
  if (readInstance(readFileSync(file, 'utf8'), 'distance').family !== 'solomon') return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    const solution = join(folder, 'solution');
    execFileSync(
      binary,
      [file, solution, '-t', String(Math.ceil(seconds)), '-seed', String(seed), '-isRoundingInteger', '0'],
      OUTPUT,
    );
    return readHgs(readFileSync(solution, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A solution file in CVRPLIB's form ends with a line "Cost N". */
export function readHgs(solution: string): PeerResult {
  const cost = /^Cost\s+([\d.]+)/m.exec(solution)?.[1];
  if (cost === undefined) throw new Error('The HGS solution has no line "Cost N".');
  return { distance: Number(cost), unserved: 0 };
}

const OUTPUT: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  maxBuffer: 1 << 28,
};
