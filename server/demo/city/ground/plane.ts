/** A point of the drawing plane: metres east and north of the city's middle. */
export type Xy = readonly [x: number, y: number];
/** Longitude and latitude as the drawings below write them. */
export type Degrees = readonly [lng: number, lat: number];

const MIDDLE: Degrees = [119.31, 26.05];
const METRES_PER_DEGREE = 111_195;
const SHRINK = Math.cos((MIDDLE[1] * Math.PI) / 180);

/** Degrees to the drawing plane; flat within the city to a few metres. */
export function toPlane([lng, lat]: Degrees): Xy {
  return [(lng - MIDDLE[0]) * METRES_PER_DEGREE * SHRINK, (lat - MIDDLE[1]) * METRES_PER_DEGREE];
}

/** The drawing plane to degrees, rounded to five decimals (about a metre). */
export function toDegrees([x, y]: Xy): [number, number] {
  return [round5(MIDDLE[0] + x / (METRES_PER_DEGREE * SHRINK)), round5(MIDDLE[1] + y / METRES_PER_DEGREE)];
}

export function between(a: Xy, b: Xy, share: number): Xy {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function length(a: Xy, b: Xy): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** A point turned by an angle in radians, counter-clockwise about the origin. */
export function turn([x, y]: Xy, angle: number): Xy {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
