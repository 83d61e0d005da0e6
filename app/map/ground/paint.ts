import type { Pen } from '../still-canvas.ts';
import type { Palette } from './palette.ts';
import { type Ground, type Path, type Shapes, touches } from './shapes.ts';
import { slabsIn, UNIT_M } from './slabs.ts';
import { casingAt, ROAD_CLASSES, type RoadClass, widthAt } from './widths.ts';

/** The piece of the map to draw: its corner in map pixels at `zoom`, and its size in CSS pixels. */
export interface Frame {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const QUARTER_RIM_M = 320;

/** Draws the ground into a canvas scaled to CSS pixels. Areas first, water over them, roads on top. */
export function paintGround(pen: Pen, ground: Ground, palette: Palette, frame: Frame): void {
  pen.fillStyle = palette.hills;
  pen.fillRect(0, 0, frame.width, frame.height);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  const find = (kind: string, name: string) =>
    ground.shapes.filter((shapes) => shapes.kind === kind && shapes.class === name);
  const fill = (shapes: Shapes[], colour: string) => fillAll(pen, shapes, colour, frame, trace);
  const fillSoft = (shapes: Shapes[], colour: string) => fillAll(pen, shapes, colour, frame, traceSoft);

  fillSoft(find('land', ''), palette.land);
  fillSoft(find('green', 'mountain'), palette.mountain);
  fillSoft(find('green', 'ridge'), palette.ridge);
  const quarters = find('built', 'quarter');
  fill(quarters, palette.quarter);
  // The towns' outlines are drawn with corners; a broad brush rounds them and closes them to each other.
  strokeAll(pen, quarters, palette.quarter, QUARTER_RIM_M * UNIT_M * 2 ** frame.zoom, frame);
  fillSoft(find('green', 'park'), palette.park);
  fill(find('built', 'estate'), frame.zoom >= 14 ? palette.estate : palette.quarter);
  if (frame.zoom >= 15) paintSlabs(pen, find('built', 'estate'), palette.building, frame);
  const water = ['sea', 'river', 'lake'].flatMap((name) => find('water', name));
  // The shore first, twice as wide: the fill leaves its outer half, and none where two waters meet.
  if (frame.zoom >= 12) strokeAll(pen, water, palette.shore, 2.4, frame);
  fill(water, palette.water);
  fill(find('green', 'islet'), palette.park);
  strokeAll(pen, find('water', 'canal'), palette.water, widthAt('canal', frame.zoom), frame);
  paintRoads(pen, ground, palette, frame);
  paintRails(pen, find('rail', ''), palette, frame);
}

/** Rows of slab buildings inside each estate's wall, facing one way as Chinese estates do. */
function paintSlabs(pen: Pen, estates: Shapes[], colour: string, frame: Frame): void {
  pen.fillStyle = colour;
  pen.beginPath();
  for (const path of estates.flatMap(({ paths }) => paths)) {
    if (!inFrame(path, frame, 0)) continue;
    for (const slab of slabsIn(path)) {
      trace(pen, slab, frame);
      pen.closePath();
    }
  }
  pen.fill();
}

function paintRoads(pen: Pen, ground: Ground, palette: Palette, frame: Frame): void {
  const roads = (name: RoadClass) => ground.shapes.filter((s) => s.kind === 'road' && s.class === name);
  // All edges before all fills, so that streets open into each other.
  for (const name of ROAD_CLASSES) {
    const width = widthAt(name, frame.zoom);
    const casing = casingAt(width);
    if (casing > 0) strokeAll(pen, roads(name), palette.casing[name], width + 2 * casing, frame);
  }
  for (const name of ROAD_CLASSES) {
    const width = widthAt(name, frame.zoom);
    const thin = casingAt(width) === 0 && frame.zoom < 13;
    strokeAll(pen, roads(name), palette[thin ? palette.thin : 'road'][name], width, frame);
  }
}

/** Railways as Chinese maps draw them: a dark line with light dashes inside. */
function paintRails(pen: Pen, rails: Shapes[], palette: Palette, frame: Frame): void {
  const width = widthAt('rail', frame.zoom);
  pen.lineCap = 'butt';
  strokeAll(pen, rails, palette.rail, width, frame);
  if (width >= 2) {
    pen.setLineDash([9, 9]);
    strokeAll(pen, rails, palette.land, width - 1.2, frame);
    pen.setLineDash([]);
  }
  pen.lineCap = 'round';
}

function fillAll(pen: Pen, all: Shapes[], colour: string, frame: Frame, outline: typeof trace): void {
  pen.fillStyle = colour;
  for (const { paths } of all) {
    for (const path of paths) {
      if (!inFrame(path, frame, 0)) continue;
      pen.beginPath();
      outline(pen, path, frame);
      pen.closePath();
      pen.fill();
    }
  }
}

function strokeAll(pen: Pen, all: Shapes[], colour: string, width: number, frame: Frame): void {
  if (width <= 0) return;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  for (const { paths, closed } of all) {
    for (const path of paths) {
      if (!inFrame(path, frame, width)) continue;
      trace(pen, path, frame);
      if (closed) pen.closePath();
    }
  }
  pen.stroke();
}

function inFrame(path: Path, { zoom, x, y, width, height }: Frame, margin: number): boolean {
  const scale = 2 ** zoom;
  return touches(
    path,
    (x - margin) / scale,
    (y - margin) / scale,
    (x + width + margin) / scale,
    (y + height + margin) / scale,
  );
}

function trace(pen: Pen, { xy }: Pick<Path, 'xy'>, { zoom, x, y }: Frame): void {
  const scale = 2 ** zoom;
  pen.moveTo(xy[0]! * scale - x, xy[1]! * scale - y);
  for (let i = 2; i < xy.length; i += 2) pen.lineTo(xy[i]! * scale - x, xy[i + 1]! * scale - y);
}

/** A ring through the middles of its sides, bent at its corners: hills want no corners. */
function traceSoft(pen: Pen, { xy }: Pick<Path, 'xy'>, { zoom, x, y }: Frame): void {
  const scale = 2 ** zoom;
  // The first corner is written again at the end of a ring.
  const count = xy.length / 2 - 1;
  const at = (i: number): [number, number] => {
    const corner = (i + count) % count;
    return [xy[2 * corner]! * scale - x, xy[2 * corner + 1]! * scale - y];
  };
  const [lastX, lastY] = at(-1);
  const [firstX, firstY] = at(0);
  pen.moveTo((lastX + firstX) / 2, (lastY + firstY) / 2);
  for (let i = 0; i < count; i++) {
    const [cornerX, cornerY] = at(i);
    const [nextX, nextY] = at(i + 1);
    pen.quadraticCurveTo(cornerX, cornerY, (cornerX + nextX) / 2, (cornerY + nextY) / 2);
  }
}
