import { type Random, seededRandom } from '#domain/base/random.ts';
import { inRing, nearestOnSegment, simplify } from './curve.ts';
import { between, length, toPlane, turn, type Xy } from './plane.ts';
import type { Quarter } from './quarters.ts';

/** What streets must keep out of, and what they may not double. */
export interface Obstacles {
  /** Water, parks, mountains, estates: no street inside. */
  blocks(point: Xy): boolean;
  /** The nearest place on a drawn road or railway within reach (metres), if there is one. */
  roadNear(point: Xy, reachM: number): Xy | undefined;
}

/** Woven lines of one quarter: streets, and the lanes that halve its blocks. */
export interface Weave {
  readonly streets: Xy[][];
  readonly lanes: Xy[][];
  /** Walls of nameless estates between them. */
  readonly courts: Xy[][];
}

const PARALLEL_M = 55;
const COURT_INSET_M = 20;
const COURT_SHARE = 0.115;

/**
 * Weaves a quarter's streets: a turned grid with uneven blocks, slightly bent by a slow wave, some pieces
 * left out so that streets end at each other as in a grown town. The same seed weaves the same streets.
 */
export function weave(quarter: Quarter, obstacles: Obstacles, seed: number): Weave {
  const random = seededRandom(seed);
  const ring = quarter.ring.map(toPlane);
  const angle = (quarter.angle * Math.PI) / 180;
  const flat = ring.map((corner) => turn(corner, -angle));
  const [columns, rows] = [0, 1].map((axis) => {
    const values = flat.map((corner) => corner[axis]!);
    return cuts(Math.min(...values), Math.max(...values), quarter.blockM, random);
  }) as [Cut[], Cut[]];
  const bend = { phase: random.unit() * 6, size: quarter.blockM * 0.16 };
  const ground = (u: number, v: number): Xy => {
    const wave: Xy = [
      u + bend.size * Math.sin(v / 830 + bend.phase),
      v + bend.size * Math.sin(u / 910 + bend.phase * 1.7),
    ];
    return turn(wave, angle);
  };
  const open = (a: Xy, b: Xy): boolean => {
    const probes = [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => between(a, b, share));
    if (probes.some((probe) => !inRing(probe, ring) || obstacles.blocks(probe))) return false;
    // A piece that runs beside a main road for its whole length would only thicken it.
    return !probes.slice(1, 4).every((probe) => obstacles.roadNear(probe, PARALLEL_M));
  };

  const streets: Xy[][] = [];
  const lanes: Xy[][] = [];
  const lay = (across: Cut[], along: Cut[], at: (a: number, b: number) => Xy) => {
    for (const cut of across) {
      const keep = cut.lane ? 0.66 : 0.94;
      let run: Xy[] = [];
      const end = () => {
        if (run.length > 1) (cut.lane ? lanes : streets).push(joined(simplify(run, 4), obstacles));
        run = [];
      };
      for (let i = 0; i + 1 < along.length; i++) {
        const [a, b] = [at(cut.at, along[i]!.at), at(cut.at, along[i + 1]!.at)];
        // Lanes begin and end at streets: the draw is made once a block, not once a piece.
        const starts = !cut.lane || !along[i]!.lane;
        const kept = starts ? random.unit() < keep : run.length > 0;
        if (!kept || !open(a, b)) {
          end();
          continue;
        }
        if (run.length === 0) run.push(a);
        run.push(between(a, b, 0.5), b);
      }
      end();
    }
  };
  lay(rows, columns, (v, u) => ground(u, v));
  lay(columns, rows, (u, v) => ground(u, v));

  const courts: Xy[][] = [];
  for (let i = 0; i + 1 < columns.length; i++) {
    for (let j = 0; j + 1 < rows.length; j++) {
      if (random.unit() > COURT_SHARE) continue;
      const [west, east] = [columns[i]!.at + COURT_INSET_M, columns[i + 1]!.at - COURT_INSET_M];
      const [south, north] = [rows[j]!.at + COURT_INSET_M, rows[j + 1]!.at - COURT_INSET_M];
      if (east - west < 70 || north - south < 70) continue;
      const wall = [ground(west, south), ground(east, south), ground(east, north), ground(west, north)];
      const probes = wall.flatMap((corner, k) => [corner, between(corner, wall[(k + 1) % 4]!, 0.5)]);
      const middle = between(wall[0]!, wall[2]!, 0.5);
      const free = (probe: Xy) =>
        inRing(probe, ring) && !obstacles.blocks(probe) && !obstacles.roadNear(probe, COURT_INSET_M);
      if ([...probes, middle].every(free) && !obstacles.roadNear(middle, 60)) courts.push(wall);
    }
  }
  return { streets, lanes, courts };
}

/** The line with its ends drawn onto the main road they all but reach, or just cross. */
function joined(line: Xy[], obstacles: Obstacles): Xy[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  return [obstacles.roadNear(first, 48) ?? first, ...line.slice(1, -1), obstacles.roadNear(last, 48) ?? last];
}

interface Cut {
  readonly at: number;
  readonly lane: boolean;
}

/** Uneven grid lines from one edge to the other: a street each block, a lane somewhere in its middle. */
function cuts(from: number, to: number, blockM: number, random: Random): Cut[] {
  const lines: Cut[] = [];
  for (let at = from - blockM * random.unit(); at < to; ) {
    const block = blockM * (0.72 + 0.62 * random.unit());
    lines.push({ at, lane: false });
    lines.push({ at: at + block * (0.38 + 0.24 * random.unit()), lane: true });
    at += block;
  }
  return lines;
}

/** An index of lines by 200 m squares that finds the nearest place on one of them. */
export function nearLines(lines: readonly (readonly Xy[])[]): Obstacles['roadNear'] {
  const size = 200;
  const squares = new Map<string, [Xy, Xy][]>();
  const key = (x: number, y: number) => `${Math.floor(x / size)},${Math.floor(y / size)}`;
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i]!, line[i + 1]!];
      const steps = Math.max(1, Math.ceil(length(a, b) / (size / 2)));
      const touched = new Set<string>();
      for (let step = 0; step <= steps; step++) {
        const [x, y] = between(a, b, step / steps);
        touched.add(key(x, y));
      }
      for (const square of touched) {
        const inSquare = squares.get(square);
        if (inSquare) inSquare.push([a, b]);
        else squares.set(square, [[a, b]]);
      }
    }
  }
  return (point, reachM) => {
    let [nearest, distance]: [Xy | undefined, number] = [undefined, reachM];
    for (const dx of [-size, 0, size]) {
      for (const dy of [-size, 0, size]) {
        for (const [a, b] of squares.get(key(point[0] + dx, point[1] + dy)) ?? []) {
          const foot = nearestOnSegment(point, a, b);
          const away = length(point, foot);
          if (away <= distance) [nearest, distance] = [foot, away];
        }
      }
    }
    return nearest;
  };
}
