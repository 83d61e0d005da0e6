import { fork } from 'node:child_process';
import { once } from 'node:events';
import { stdout } from 'node:process';
import { clockTravel } from '#domain/geo/clock-travel.ts';
import { straightLegs } from '#domain/geo/quiet-legs.ts';
import { type RoadTables, roadLegs } from '#domain/geo/road-legs.ts';
import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { CITY } from '#domain/geo/travel.ts';
import { compileDay } from '#domain/scheduling/compile.ts';
import { arrivalAt } from '#domain/scheduling/day-travel.ts';
import type { Place, Problem, TravelTimes } from '#domain/scheduling/model.ts';
import { RoadDesk } from '#server/services/travel/roads/road-desk.ts';
import { cityDay } from './city-day.ts';

const SIZES = [300, 1000, 2000];

/** What ways cost: times as ratios to the plainest provider, memory in MB, for days of several sizes. */
export async function benchTravel(): Promise<void> {
  stdout.write(
    '| visits | ways by | matrices, CPU ms | against one hour | tables MB |\n|---|---|---|---|---|\n',
  );
  for (const size of SIZES) await benchSize(size);
  const { maxRSS } = process.resourceUsage();
  stdout.write(`\npeak of the process ${Math.round(maxRSS / 1024)} MB\n`);
}

async function benchSize(size: number): Promise<void> {
  const day = cityDay(1, Math.round(size / 7), size);
  const places = windowed(day);
  const problem = { ...day, ...places };
  const straight = (): TravelTimes => straightLineTravel(problem.places, CITY);
  const byClock = (): TravelTimes => clockTravel(problem.places, straightLegs(problem.places, CITY), CITY);
  const base = measured(problem, straight);
  report(size, 'straight lines, one hour', base, base, 0);
  report(size, 'straight lines, by the clock', measured(problem, byClock), base, 0);

  const server = fork(new URL('./road-server-process.ts', import.meta.url));
  try {
    const [address] = (await once(server, 'message')) as [string];
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const road = { kind: 'osrm', base: address, profile: 'bicycle' } as const;
    const desk = new RoadDesk({
      servers: { ebike: road, car: road },
      log,
      now: Date.now,
      ticks: () => performance.now(),
      tableWithinMs: 120_000,
    });
    const asked = await took(() => desk.tables(problem.places, ['ebike', 'car']));
    const known = await took(() => desk.tables(problem.places, ['ebike', 'car']));
    const tables = (await desk.tables(problem.places, ['ebike', 'car']))!;
    const roads = (): TravelTimes =>
      clockTravel(
        problem.places,
        roadLegs(problem.places, tables, straightLegs(problem.places, CITY), CITY),
        CITY,
      );
    report(size, 'road tables, by the clock', measured(problem, roads), base, megabytes(tables));
    const blocks = desk.status().reduce((sum, line) => sum + line.asked, 0);
    stdout.write(
      `| ${size} | tables for two modes: asked ${Math.round(asked)} ms in ${blocks} blocks, known ${Math.round(known)} ms | | | |\n`,
    );
  } finally {
    server.kill();
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Each visit and each way home a place with the span of its own, as in a day of the product. */
function windowed(day: Problem): Pick<Problem, 'places' | 'visits' | 'technicians'> {
  const places: Place[] = [];
  const add = (index: number, arrival?: Place['arrival']) =>
    places.push({ ...day.places[index]!, ...(arrival ? { arrival } : {}) }) - 1;
  const visits = day.visits.map((visit) => ({
    ...visit,
    place: add(visit.place, arrivalAt(visit, day.rules)),
  }));
  const technicians = day.technicians.map((technician) => ({
    ...technician,
    start: add(technician.start),
    end: add(technician.end, { from: technician.shiftEnd, until: technician.shiftEnd }),
  }));
  return { places, visits, technicians };
}

/** Milliseconds of processor time to build the day's matrices, least of three. */
function measured(problem: Problem, travel: () => TravelTimes): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    compileDay({ ...problem, travel: travel() }, 0);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function report(size: number, what: string, ms: number, base: number, mb: number): void {
  stdout.write(
    `| ${size} | ${what} | ${Math.round(ms)} | ${(ms / base).toFixed(2)} × | ${mb === 0 ? '–' : mb.toFixed(0)} |\n`,
  );
}

function megabytes(tables: RoadTables): number {
  const bytes = Object.values(tables.modes).reduce(
    (sum, { seconds, decametres }) => sum + seconds.byteLength + decametres.byteLength,
    0,
  );
  return bytes / 1024 / 1024;
}
