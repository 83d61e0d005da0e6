import type { Path } from './shapes.ts';

/** Map pixels of zoom 0 to a metre at the latitude of the drawn city, near enough for buildings. */
export const UNIT_M = 256 / (40_075_017 * Math.cos((26.05 * Math.PI) / 180));
const ROW_M = 42;
const SLAB_DEPTH_M = 14;
const COLUMN_M = 68;
const SLAB_LENGTH_M = 50;

/** The slab buildings of an estate, as rings of four corners in the path's own pixels. */
export function slabsIn({ xy }: Path): { xy: Float64Array }[] {
  const corner = (i: number): [number, number] => [xy[2 * i]!, xy[2 * i + 1]!];
  const [a, b, c, d] = [corner(0), corner(1), corner(2), corner(3)];
  const width = Math.hypot(b[0] - a[0], b[1] - a[1]) / UNIT_M;
  const height = Math.hypot(d[0] - a[0], d[1] - a[1]) / UNIT_M;
  const columns = Math.max(1, Math.round((width - 10) / COLUMN_M));
  const rows = Math.max(1, Math.round((height - 10) / ROW_M));
  const at = (u: number, v: number): [number, number] => [
    (a[0] * (1 - u) + b[0] * u) * (1 - v) + (d[0] * (1 - u) + c[0] * u) * v,
    (a[1] * (1 - u) + b[1] * u) * (1 - v) + (d[1] * (1 - u) + c[1] * u) * v,
  ];
  const [halfU, halfV] = [SLAB_LENGTH_M / 2 / width, SLAB_DEPTH_M / 2 / height];
  const slabs: { xy: Float64Array }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [u, v] = [(column + 0.5) / columns, (row + 0.5) / rows];
      const ring = [
        at(u - halfU, v - halfV),
        at(u + halfU, v - halfV),
        at(u + halfU, v + halfV),
        at(u - halfU, v + halfV),
      ];
      slabs.push({ xy: Float64Array.from(ring.flat()) });
    }
  }
  return slabs;
}
