/** `npm run --silent solve -- FILE [--seconds 10] [--seed 1] [--objective distance|vehicles] [--threads 1] [--json]` */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { InstanceError, type InstanceObjective } from './instance/instance.ts';
import { readInstance } from './instance/read-instance.ts';
import { ProblemError } from './problem-error.ts';
import { type Solved, solveInstance } from './solve-instance.ts';
import { readProblem, solveProblem } from './solve-problem.ts';

/** Kept back from the seconds asked for: the last look at the clock comes late, and routes have to be written. */
const RESERVE_SHARE = 0.03;
const MOST_RESERVE = 0.2;

interface Ask {
  readonly file: string;
  readonly seconds: number;
  readonly iterations: number | undefined;
  readonly seed: number;
  readonly objective: InstanceObjective;
}

function solve(ask: Ask): Solved & { readonly seconds: number } {
  const started = performance.now();
  const instance = readInstance(readFileSync(ask.file, 'utf8'), ask.objective);
  const elapsed = (): number => (performance.now() - started) / 1000;
  const searching = ask.seconds - Math.min(MOST_RESERVE, ask.seconds * RESERVE_SHARE);
  const spent = (done: number): number =>
    ask.iterations === undefined ? elapsed() / searching : done / ask.iterations;
  const solved = solveInstance(instance, { seed: ask.seed, objective: ask.objective, spent });
  return { ...solved, seconds: Math.round(elapsed() * 1000) / 1000 };
}

/** A problem of ours, on this thread: visits and technicians by their ids, distance in metres. */
function solveOurs(ask: Ask, text: string, started: number): object {
  const elapsed = (): number => (performance.now() - started) / 1000;
  const searching = ask.seconds - Math.min(MOST_RESERVE, ask.seconds * RESERVE_SHARE);
  const spent = (done: number): number =>
    ask.iterations === undefined ? elapsed() / searching : done / ask.iterations;
  const { plan, iterations } = solveProblem(readProblem(text), ask.seed, spent);
  const used = plan.routes.filter((route) => route.stops.length > 0);
  return {
    instance: basename(ask.file).replace(/\.json$/i, ''),
    objective: 'ranks',
    vehicles: used.length,
    distance: used.reduce((sum, route) => sum + route.travelMetres, 0),
    routes: used.map(({ stops }) => stops.flatMap(({ step }) => (step.kind === 'visit' ? [step.visit] : []))),
    technicians: used.map((route) => route.technician),
    unserved: plan.unserved.map(({ visit }) => visit),
    reasons: plan.unserved,
    ranks: plan.ranks,
    iterations,
    seconds: Math.round(elapsed() * 1000) / 1000,
    seed: ask.seed,
    peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Fewer unserved, then fewer vehicles where they count, then less distance. */
function better(one: Solved, other: Solved, objective: InstanceObjective): number {
  const vehicles = objective === 'vehicles' ? one.routes.length - other.routes.length : 0;
  return one.unserved.length - other.unserved.length || vehicles || one.distance - other.distance;
}

function inThread(ask: Ask): Promise<Solved & { readonly seconds: number }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: ask });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    fail(`--${name} ${text}: expected a whole number from ${least} up.`);
  return value;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '10' },
      iterations: { type: 'string' },
      seed: { type: 'string', default: '1' },
      objective: { type: 'string', default: 'distance' },
      threads: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    fail('Usage: npm run --silent solve -- FILE [--seconds 10] [--seed 1]');
  const { objective } = values;
  if (objective !== 'distance' && objective !== 'vehicles') {
    fail(`--objective ${objective}: expected distance or vehicles.`);
  }
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) fail(`--seconds ${values.seconds}: expected a number above 0.`);
  const seed = wholeNumber('seed', values.seed, 0);
  const threads = wholeNumber('threads', values.threads, 1);
  const iterations =
    values.iterations === undefined ? undefined : wholeNumber('iterations', values.iterations, 1);
  const ask: Ask = { file, seconds, iterations, seed, objective };
  const started = performance.now();
  const text = readFileSync(file, 'utf8');
  if (text.trimStart().startsWith('{')) {
    const solved = solveOurs(ask, text, started);
    process.stdout.write(`${JSON.stringify(solved, null, values.json ? 0 : undefined)}\n`);
    return;
  }
  const all =
    threads === 1
      ? [solve(ask)]
      : await Promise.all(Array.from({ length: threads }, (_, i) => inThread({ ...ask, seed: seed + i })));
  const found = all.reduce((one, other) => (better(other, one, objective) < 0 ? other : one));
  const answer = {
    instance: basename(file).replace(/\.txt$/i, ''),
    objective,
    vehicles: found.routes.length,
    distance: Math.round(found.distance * 10_000) / 10_000,
    routes: found.routes,
    ...(found.technicians ? { technicians: found.technicians } : {}),
    unserved: found.unserved,
    iterations: all.reduce((sum, each) => sum + each.iterations, 0),
    seconds: found.seconds,
    seed,
    peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(answer, null, values.json ? 0 : undefined)}\n`);
}

if (isMainThread) {
  main().catch((error: unknown) => {
    const known =
      error instanceof InstanceError ||
      error instanceof ProblemError ||
      (error instanceof Error && 'code' in error);
    fail(
      known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error),
    );
  });
} else if (parentPort) parentPort.postMessage(solve(workerData as Ask));
