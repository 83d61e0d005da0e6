import type { Random } from '#domain/base/random.ts';
import { turn, type Xy } from './plane.ts';

/** The wall of an estate around its middle: a turned rectangle. The buildings inside are the map's to draw. */
export function estateWall(middle: Xy, angleDeg: number, random: Random): Xy[] {
  const angle = (angleDeg * Math.PI) / 180;
  const [width, height] = [85 + random.below(35), 65 + random.below(25)];
  const corners: Xy[] = [
    [-width, -height],
    [width, -height],
    [width, height],
    [-width, height],
  ];
  return corners.map((corner) => {
    const [x, y] = turn(corner, angle);
    return [middle[0] + x, middle[1] + y];
  });
}
