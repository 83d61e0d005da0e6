import type { AreaId } from '#domain/base/brand.ts';
import type { Ground } from '#domain/geo/polygon.ts';
import type { Region } from '#domain/order/order-type.ts';

/** 责任片区 of the demo: the name an address begins with, its region class and its ground. */
export interface DemoArea {
  readonly id: AreaId;
  readonly name: string;
  readonly nameEn: string;
  readonly region: Region;
  readonly ground: Ground;
}

type Corner = readonly [lng: number, lat: number];

// Neighbours share these lines corner by corner, so no address falls between two areas and rivers are split mid-stream.
const NORTH_CHANNEL_UPPER: Corner[] = [
  [119.226, 26.097],
  [119.2415, 26.089],
  [119.255, 26.0805],
  [119.2665, 26.0725],
  [119.277, 26.0645],
  [119.2868, 26.056],
];
const NORTH_CHANNEL_TAIJIANG: Corner[] = [
  [119.2868, 26.056],
  [119.2945, 26.0482],
  [119.301, 26.042],
  [119.3085, 26.0384],
  [119.3165, 26.0385],
  [119.329, 26.041],
  [119.345, 26.041],
];
const NORTH_CHANNEL_JINAN: Corner[] = [
  [119.345, 26.041],
  [119.36, 26.0345],
  [119.374, 26.024],
];
const NORTH_CHANNEL_MAWEI: Corner[] = [
  [119.374, 26.024],
  [119.389, 26.008],
  [119.404, 25.9925],
  [119.418, 25.982],
  [119.435, 25.9765],
];
const SOUTH_CHANNEL_SHANGJIE: Corner[] = [
  [119.226, 26.097],
  [119.2225, 26.083],
  [119.2245, 26.068],
  [119.231, 26.05],
  [119.239, 26.033],
];
const SOUTH_CHANNEL_LOWER: Corner[] = [
  [119.239, 26.033],
  [119.245, 26.015],
  [119.256, 25.999],
  [119.276, 25.985],
  [119.299, 25.9745],
  [119.322, 25.962],
  [119.345, 25.9555],
  [119.368, 25.956],
  [119.39, 25.963],
  [119.412, 25.9715],
  [119.435, 25.9765],
];
const GULOU_TAIJIANG: Corner[] = [
  [119.2868, 26.056],
  [119.2952, 26.0612],
  [119.3, 26.069],
  [119.3012, 26.0753],
  [119.3062, 26.0753],
  [119.3068, 26.0695],
  [119.319, 26.0705],
];
const GULOU_JINAN: Corner[] = [
  [119.319, 26.0705],
  [119.3185, 26.09],
  [119.317, 26.105],
  [119.309, 26.116],
  [119.29, 26.127],
];
const TAIJIANG_JINAN: Corner[] = [
  [119.319, 26.0705],
  [119.331, 26.0675],
  [119.3425, 26.0605],
  [119.345, 26.041],
];
const JINAN_MAWEI: Corner[] = [
  [119.374, 26.024],
  [119.391, 26.045],
  [119.412, 26.07],
  [119.43, 26.105],
];
const JINAN_HUANXI: Corner[] = [
  [119.352, 26.212],
  [119.358, 26.17],
  [119.372, 26.142],
  [119.4, 26.128],
  [119.43, 26.105],
];
const HUANXI_MAWEI: Corner[] = [
  [119.43, 26.105],
  [119.47, 26.132],
];

const back = (line: Corner[]) => line.toReversed();

/** One ring from lines that follow each other; where two meet, the shared corner is kept once. */
function ground(...lines: Corner[][]): Ground {
  const ring: Corner[] = [];
  for (const corner of lines.flat()) {
    const last = ring.at(-1);
    if (last === undefined || last[0] !== corner[0] || last[1] !== corner[1]) ring.push(corner);
  }
  const first = ring[0]!;
  const last = ring.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return { type: 'Polygon', coordinates: [ring] };
}

/** The demo operator's areas: Fuzhou's five urban districts and the two towns served from them. Drawn by us. */
export const DEMO_AREAS: readonly DemoArea[] = [
  {
    id: 'gulou',
    name: '鼓楼区',
    nameEn: 'Gulou',
    region: 'urban',
    ground: ground(NORTH_CHANNEL_UPPER, GULOU_TAIJIANG, GULOU_JINAN, [
      [119.262, 26.132],
      [119.237, 26.118],
      [119.226, 26.097],
    ]),
  },
  {
    id: 'taijiang',
    name: '台江区',
    nameEn: 'Taijiang',
    region: 'urban',
    ground: ground(NORTH_CHANNEL_TAIJIANG, back(TAIJIANG_JINAN), back(GULOU_TAIJIANG)),
  },
  {
    id: 'cangshan',
    name: '仓山区',
    nameEn: 'Cangshan',
    region: 'urban',
    ground: ground(
      NORTH_CHANNEL_UPPER,
      NORTH_CHANNEL_TAIJIANG,
      NORTH_CHANNEL_JINAN,
      NORTH_CHANNEL_MAWEI,
      back(SOUTH_CHANNEL_LOWER),
      back(SOUTH_CHANNEL_SHANGJIE),
    ),
  },
  {
    id: 'jinan',
    name: '晋安区',
    nameEn: "Jin'an",
    region: 'urban',
    ground: ground(
      NORTH_CHANNEL_JINAN,
      JINAN_MAWEI,
      back(JINAN_HUANXI),
      [
        [119.31, 26.205],
        [119.278, 26.168],
        [119.29, 26.127],
      ],
      back(GULOU_JINAN),
      TAIJIANG_JINAN,
    ),
  },
  {
    id: 'mawei',
    name: '马尾区',
    nameEn: 'Mawei',
    region: 'urban',
    ground: ground(
      NORTH_CHANNEL_MAWEI,
      [
        [119.456, 25.9735],
        [119.476, 25.974],
        [119.493, 25.983],
        [119.505, 26],
        [119.515, 26.02],
        [119.526, 26.038],
        [119.542, 26.052],
        [119.565, 26.06],
        [119.56, 26.1],
        [119.52, 26.135],
        [119.47, 26.132],
      ],
      back(HUANXI_MAWEI),
      back(JINAN_MAWEI),
    ),
  },
  {
    id: 'huanxi',
    name: '晋安区宦溪镇',
    nameEn: 'Huanxi Town',
    region: 'township',
    ground: ground(JINAN_HUANXI, HUANXI_MAWEI, [
      [119.478, 26.18],
      [119.455, 26.222],
      [119.4, 26.232],
      [119.352, 26.212],
    ]),
  },
  {
    id: 'shangjie',
    name: '闽侯县上街镇',
    nameEn: 'Shangjie Town',
    region: 'township',
    ground: ground(SOUTH_CHANNEL_SHANGJIE, [
      [119.215, 26.012],
      [119.178, 26.02],
      [119.15, 26.05],
      [119.155, 26.088],
      [119.19, 26.112],
      [119.226, 26.097],
    ]),
  },
];
