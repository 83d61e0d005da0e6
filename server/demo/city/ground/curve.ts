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
    const d = distanceToSegment(line[i]!, first, last);
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

/** Metres from a point to a segment. */
export function distanceToSegment(point: Xy, a: Xy, b: Xy): number {
  const run = length(a, b);
  if (run === 0) return length(point, a);
  const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / run ** 2;
  return length(point, between(a, b, Math.min(1, Math.max(0, along))));
}

/** Is the point inside the ring (even–odd)? */
export function inRing([x, y]: Xy, ring: readonly Xy[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
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
