export type RoadClass = 'motorway' | 'trunk' | 'primary' | 'secondary' | 'street' | 'lane';

/** From the narrowest up, so that the widest is drawn last and on top. */
export const ROAD_CLASSES: readonly RoadClass[] = [
  'lane',
  'street',
  'secondary',
  'primary',
  'trunk',
  'motorway',
];

/** Pixels by zoom: [zoom, width] corners, straight between them; nothing below the first. */
const WIDTHS: Record<RoadClass | 'rail' | 'canal', readonly (readonly [zoom: number, px: number])[]> = {
  motorway: [
    [8, 0.8],
    [10, 1.5],
    [12, 2.6],
    [13, 3.8],
    [15, 8],
    [17, 17],
    [19, 40],
  ],
  trunk: [
    [9, 0.7],
    [10, 1.1],
    [12, 2.3],
    [13, 3.3],
    [15, 7.5],
    [17, 16],
    [19, 38],
  ],
  primary: [
    [10, 0.6],
    [11, 0.9],
    [12, 1.5],
    [13, 2.5],
    [15, 6.2],
    [17, 13.5],
    [19, 32],
  ],
  secondary: [
    [11, 0.6],
    [12, 1],
    [13, 1.7],
    [15, 5],
    [17, 11.5],
    [19, 28],
  ],
  street: [
    [12.5, 0.5],
    [13, 0.7],
    [14, 1.5],
    [15, 3.4],
    [16, 6],
    [17, 9.5],
    [19, 24],
  ],
  lane: [
    [14, 0.6],
    [15, 1.4],
    [16, 3],
    [17, 6],
    [19, 16],
  ],
  rail: [
    [9, 0.6],
    [12, 1.1],
    [15, 2.2],
    [17, 3.2],
    [19, 5],
  ],
  canal: [
    [12, 0.8],
    [14, 2.2],
    [15, 4.2],
    [17, 14],
    [19, 50],
  ],
};

/** Width in CSS pixels of a class at a zoom; 0 = not drawn. */
export function widthAt(name: RoadClass | 'rail' | 'canal', zoom: number): number {
  const corners = WIDTHS[name];
  const next = corners.findIndex(([at]) => at >= zoom);
  if (next === 0) return zoom === corners[0]![0] ? corners[0]![1] : 0;
  if (next === -1) return corners.at(-1)![1];
  const [[fromZoom, from], [toZoom, to]] = [corners[next - 1]!, corners[next]!];
  return from + ((to - from) * (zoom - fromZoom)) / (toZoom - fromZoom);
}

/** Casing on each side in CSS pixels: only where the road is wide enough to carry one. */
export function casingAt(width: number): number {
  if (width < 2) return 0;
  return width < 6 ? 0.8 : 1.1;
}
