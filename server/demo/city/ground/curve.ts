import { seededRandom } from '#domain/base/random.ts';
import { between, length, type Xy } from './plane.ts';

/**
 * A smooth line through the given points (Catmull–Rom), a corner about every `stepM` metres.
 * A closed line's first point is not repeated at its end.
 */
export function smooth(points: readonly Xy[], closed: boolean, stepM = 60): Xy[] {
  const at = (index: number): Xy => {
    if (closed) return points[(index + points.length) % points.length]!;
    return points[Math.min(points.length - 1, Math.max(0, index))]!;
  };
  const line: Xy[] = [];
  for (let i = 0; i < (closed ? points.length : points.length - 1); i++) {
    const steps = Math.max(1, Math.round(length(at(i), at(i + 1)) / stepM));
    for (let step = 0; step < steps; step++) {
      line.push(catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), step / steps));
    }
  }
  if (!closed) line.push(points.at(-1)!);
  return line;
}

/** The line without the corners that lie within `toleranceM` of the rest (Douglas–Peucker). */
export function simplify(line: readonly Xy[], toleranceM: number): Xy[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  let farthest = 0;
  let distance = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const d = length(line[i]!, nearestOnSegment(line[i]!, first, last));
    if (d > distance) [farthest, distance] = [i, d];
  }
  if (distance <= toleranceM) return [first, last];
  const before = simplify(line.slice(0, farthest + 1), toleranceM);
  return [...before.slice(0, -1), ...simplify(line.slice(farthest), toleranceM)];
}

/** A ribbon around a line: the outline of a river whose width (metres) changes from point to point. */
export function ribbon(centre: readonly Xy[], widthAt: (share: number) => number): Xy[] {
  const left: Xy[] = [];
  const right: Xy[] = [];
  centre.forEach((point, i) => {
    const before = centre[Math.max(0, i - 1)]!;
    const after = centre[Math.min(centre.length - 1, i + 1)]!;
    const run = length(before, after) || 1;
    const half = widthAt(i / (centre.length - 1)) / 2;
    const across: Xy = [(-(after[1] - before[1]) / run) * half, ((after[0] - before[0]) / run) * half];
    left.push([point[0] + across[0], point[1] + across[1]]);
    right.push([point[0] - across[0], point[1] - across[1]]);
  });
  return [...left, ...right.reverse()];
}

/**
 * A ring frayed by slow and quick waves that close on themselves, up to about `depthM` in and out:
 * hills and coasts are never as round as a drawn curve. The same seed frays alike.
 */
export function ragged(ring: readonly Xy[], depthM: number, seed: number): Xy[] {
  const random = seededRandom(seed);
  const round = ring.reduce((sum, corner, i) => sum + length(corner, ring[(i + 1) % ring.length]!), 0);
  const slowest = Math.max(3, Math.round(round / (depthM * 14)));
  const waves = [1, 1.7, 2.9, 4.6].map((quicker) => ({
    count: Math.round(slowest * quicker),
    phase: random.unit() * 2 * Math.PI,
    depth: (depthM / quicker) * (0.35 + 0.3 * random.unit()),
  }));
  return ring.map((corner, i) => {
    const before = ring[(i - 1 + ring.length) % ring.length]!;
    const after = ring[(i + 1) % ring.length]!;
    const run = length(before, after) || 1;
    const out = waves.reduce(
      (sum, { count, phase, depth }) =>
        sum + depth * Math.sin((2 * Math.PI * count * i) / ring.length + phase),
      0,
    );
    return [
      corner[0] + ((after[1] - before[1]) / run) * out,
      corner[1] - ((after[0] - before[0]) / run) * out,
    ];
  });
}

/** The place on a segment nearest to a point. */
export function nearestOnSegment(point: Xy, a: Xy, b: Xy): Xy {
  const run = length(a, b);
  if (run === 0) return a;
  const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / run ** 2;
  return between(a, b, Math.min(1, Math.max(0, along)));
}

/** Is the point inside the ring (even–odd)? Asked millions of times: most sides are passed over by their height alone. */
export function inRing(point: Xy, ring: readonly Xy[]): boolean {
  const x = point[0];
  const y = point[1];
  let inside = false;
  let before = ring.at(-1)!;
  for (const corner of ring) {
    const above = corner[1] > y;
    if (above !== before[1] > y) {
      const crossing = ((before[0] - corner[0]) * (y - corner[1])) / (before[1] - corner[1]) + corner[0];
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** The same question asked many times of one ring: a rectangle around it answers most of them. */
export function ringTest(ring: readonly Xy[]): (point: Xy) => boolean {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return (point) =>
    point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north && inRing(point, ring);
}

function catmullRom(p0: Xy, p1: Xy, p2: Xy, p3: Xy, t: number): Xy {
  const axis = (a: number, b: number, c: number, d: number) =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
  return [axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])];
}
