import { seededRandom } from '#domain/base/random.ts';
import { turn, type Xy } from './plane.ts';

/** An estate on the ground: its wall and the slabs inside. */
export interface EstateGround {
  readonly wall: Xy[];
  readonly slabs: Xy[][];
}

/** Lays rows of slab buildings around an estate's middle, the way Chinese estates face south. */
export function layEstate(middle: Xy, angleDeg: number, seed: number): EstateGround {
  const random = seededRandom(seed);
  const angle = (angleDeg * Math.PI) / 180;
  const rows = 3 + random.below(3);
  const columns = 2 + random.below(2);
  const slab: Xy = [46 + random.below(14), 14];
  const [stepX, stepY] = [slab[0] + 18, 40];
  const half: Xy = [(columns * stepX) / 2 + 10, (rows * stepY) / 2 + 8];
  const box = (x: number, y: number, w: number, h: number): Xy[] =>
    (
      [
        [-w, -h],
        [w, -h],
        [w, h],
        [-w, h],
      ] as Xy[]
    ).map(([dx, dy]) => {
      const [turnedX, turnedY] = turn([x + dx, y + dy], angle);
      return [middle[0] + turnedX, middle[1] + turnedY];
    });
  const slabs: Xy[][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // One gap an estate: the green in the middle.
      if (row === rows >> 1 && column === columns >> 1 && columns > 2) continue;
      const x = (column - (columns - 1) / 2) * stepX;
      const y = (row - (rows - 1) / 2) * stepY;
      slabs.push(box(x, y, slab[0] / 2, slab[1] / 2));
    }
  }
  return { wall: box(0, 0, half[0], half[1]), slabs };
}
