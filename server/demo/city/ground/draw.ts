import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { seededRandom } from '#domain/base/random.ts';
import { DEMO_ESTATES, type DemoEstate } from '../estates.ts';
import { inRing, ragged, ribbon, ringTest, simplify, smooth } from './curve.ts';
import { estateWall } from './estate-wall.ts';
import { nearLines, type Weave, weave } from './fabric.ts';
import { LOWLANDS, MOUNTAINS, PARKS } from './green.ts';
import { PLACES } from './places.ts';
import { type Degrees, length, toDegrees, toPlane, type Xy } from './plane.ts';
import { QUARTERS } from './quarters.ts';
import { RAILWAYS, ROADS } from './roads.ts';
import { CANALS, ISLANDS, LAKES, type Outline, RIVERS, SEA } from './water.ts';

/** The base layer's files by name. Every feature carries `kind`; the colours are app/map's. */
export interface Drawing {
  readonly ground: FeatureCollection;
  readonly roads: FeatureCollection;
  readonly places: FeatureCollection;
}

/** A file of the base layer as it is kept: one feature a line, so that a changed hill is a changed line. */
export function fileText({ features }: FeatureCollection): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}

/** Draws the schematic city. No clock and no chance: the same source gives the same bytes. */
export function drawCity(): Drawing {
  const rivers = RIVERS.map((river) => ({ ...river, ring: riverRing(river.line) }));
  const lakes = LAKES.map(rounded);
  const islands = ISLANDS.map(rounded);
  const mountains = MOUNTAINS.map((hill, i) => ({ ...hill, ring: wild(hill.ring, 260, 20 + i) }));
  const ridges = MOUNTAINS.map((hill, i) => wild(shrunk(hill.ring, 0.58), 330, 40 + i));
  const lowlands = LOWLANDS.map((ring, i) => wild(ring, 120, 10 + i));
  const parks = PARKS.map((park, i) => ({ ...park, ring: wild(park.ring, 20, 60 + i) }));
  const sea = simplifyRing(smooth(SEA.map(toPlane), true, 900), 120);
  const quarters = QUARTERS.map((quarter) => ({
    ...quarter,
    outline: quarter.ring.map(toPlane),
  }));
  const random = seededRandom(400);
  const walls = DEMO_ESTATES.map((estate) =>
    estateWall(toPlane([estate.lng, estate.lat]), angleAt(estate), random),
  );
  const canals = CANALS.map((canal) => ({
    ...canal,
    path: rounding(
      canal.line.map(([lng, lat]) => toPlane([lng, lat])),
      false,
    ),
  }));
  const roads = ROADS.map((road) => ({
    ...road,
    path: rounding(road.line.map(toPlane), road.closed === true),
  }));
  const rails = RAILWAYS.map((rail) => ({ ...rail, path: rounding(rail.line.map(toPlane), false) }));

  const rings = [...rivers, ...lakes, ...mountains, ...parks].map(({ ring }) => ring);
  const closed = [...rings, ...walls].map(ringTest);
  const byCanal = nearLines(canals.map(({ path }) => path));
  const obstacles = {
    blocks: (point: Xy) => closed.some((holds) => holds(point)) || byCanal(point, 25) !== undefined,
    roadNear: nearLines([...roads, ...rails].map(({ path }) => path)),
  };
  const woven = QUARTERS.map((quarter, i) => weave(quarter, obstacles, 100 + i));

  return {
    ground: collection([
      ...lowlands.map((ring) => polygon({ kind: 'land' }, ring)),
      ...mountains.map((hill) => polygon({ kind: 'green', class: 'mountain', ...named(hill) }, hill.ring)),
      ...ridges.map((ring) => polygon({ kind: 'green', class: 'ridge' }, ring)),
      polygon({ kind: 'water', class: 'sea' }, sea),
      ...quarters.map(({ outline }) => polygon({ kind: 'built', class: 'quarter' }, outline)),
      ...parks.map((park) => polygon({ kind: 'green', class: 'park', ...named(park) }, park.ring)),
      ...rivers.map((river) => polygon({ kind: 'water', class: 'river', ...named(river) }, river.ring)),
      ...lakes.map((lake) => polygon({ kind: 'water', class: 'lake', ...named(lake) }, lake.ring)),
      ...islands.map((islet) => polygon({ kind: 'green', class: 'islet', ...named(islet) }, islet.ring)),
      ...canals.map((canal) =>
        line({ kind: 'water', class: 'canal', widthM: canal.line[0]![2], ...named(canal) }, canal.path),
      ),
      many({ kind: 'built', class: 'estate' }, [...walls, ...woven.flatMap(({ courts }) => courts)]),
    ]),
    roads: collection([
      ...rails.map((rail) => line({ kind: 'rail', ...named(rail) }, rail.path)),
      ...fabric('lane', woven),
      ...fabric('street', woven),
      ...[...roads]
        .reverse()
        .map((road) => line({ kind: 'road', class: road.class, ...named(road) }, road.path)),
    ]),
    places: collection([
      ...PLACES.map((place) => point({ kind: 'place', rank: place.rank, ...named(place) }, [...place.at])),
      ...[...mountains, ...parks].map((hill) =>
        point(
          {
            kind: 'place',
            rank: mountains.some(({ name }) => name === hill.name) ? 3 : 5,
            of: 'green',
            ...named(hill),
          },
          toDegrees(middle(hill.ring)),
        ),
      ),
      ...lakes.map((lake) =>
        point({ kind: 'place', rank: 5, of: 'water', ...named(lake) }, toDegrees(middle(lake.ring))),
      ),
      ...rivers.map((river) =>
        line(
          { kind: 'place', rank: 2, of: 'water', ...named(river) },
          simplify(
            smooth(
              river.line.map(([lng, lat]) => toPlane([lng, lat])),
              false,
            ),
            12,
          ),
        ),
      ),
      ...DEMO_ESTATES.map((estate) =>
        point({ kind: 'place', rank: 6, ...named(estate) }, [estate.lng, estate.lat]),
      ),
    ]),
  };

  function angleAt(estate: DemoEstate): number {
    const at = toPlane([estate.lng, estate.lat]);
    return quarters.find(({ outline }) => inRing(at, outline))?.angle ?? 0;
  }
}

/** A test whether a point is in a river or lake of the drawing (islands are land), to hold addresses against the map. */
export function waterTest(): (lng: number, lat: number) => boolean {
  const land = ISLANDS.map((islet) => ringTest(rounded(islet).ring));
  const water = [
    ...LAKES.map((lake) => rounded(lake).ring),
    ...RIVERS.map(({ line }) => riverRing(line)),
  ].map(ringTest);
  return (lng, lat) => {
    const at = toPlane([lng, lat]);
    return !land.some((holds) => holds(at)) && water.some((holds) => holds(at));
  };
}

function riverRing(middle: readonly (readonly [number, number, number])[]): Xy[] {
  const corners = middle.map(([lng, lat]) => toPlane([lng, lat]));
  const centre = smooth(corners, false, 90);
  // The width goes with the same curve as the line: by the share of corners passed, not of metres.
  const shares = shareOfCorners(corners);
  const widthAt = (share: number) => {
    const at = share * (centre.length - 1);
    const corner = shares.findLastIndex((start) => start <= at);
    if (corner >= middle.length - 1) return middle.at(-1)![2];
    const [from, to] = [shares[corner]!, shares[corner + 1]!];
    return middle[corner]![2] + ((middle[corner + 1]![2] - middle[corner]![2]) * (at - from)) / (to - from);
  };
  return simplifyRing(ribbon(centre, widthAt), 8);
}

function shareOfCorners(corners: readonly Xy[]): number[] {
  const starts = [0];
  for (let i = 0; i + 1 < corners.length; i++) {
    starts.push(starts[i]! + Math.max(1, Math.round(length(corners[i]!, corners[i + 1]!) / 90)));
  }
  return starts;
}

function rounded<T extends Outline>(outline: T): Omit<T, 'ring'> & { ring: Xy[] } {
  return { ...outline, ring: outlineOf(outline.ring.map(toPlane)) };
}

/** A natural outline: rounded, then frayed by waves up to `depthM` deep. */
function wild(corners: readonly Degrees[], depthM: number, seed: number): Xy[] {
  const step = depthM > 100 ? 150 : 40;
  return simplifyRing(ragged(smooth(corners.map(toPlane), true, step), depthM, seed), depthM / 3);
}

/** The corners drawn towards their middle. */
function shrunk(corners: readonly Degrees[], share: number): Degrees[] {
  const [x, y] = middle(corners);
  return corners.map(([lng, lat]) => [x + (lng - x) * share, y + (lat - y) * share]);
}

function outlineOf(corners: readonly Xy[]): Xy[] {
  return simplifyRing(smooth(corners, true, 50), 4);
}

function rounding(corners: readonly Xy[], closed: boolean): Xy[] {
  if (!closed) return simplify(smooth(corners, false, 60), 3);
  const ring = simplifyRing(smooth(corners, true, 60), 3);
  return [...ring, ring[0]!];
}

function simplifyRing(ring: readonly Xy[], toleranceM: number): Xy[] {
  const half = ring.length >> 1;
  const first = simplify(ring.slice(0, half + 1), toleranceM);
  const second = simplify([...ring.slice(half), ring[0]!], toleranceM);
  return [...first.slice(0, -1), ...second.slice(0, -1)];
}

function middle(ring: readonly Xy[]): Xy {
  const sum = ring.reduce<[number, number]>(([x, y], corner) => [x + corner[0], y + corner[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function fabric(name: 'street' | 'lane', woven: readonly Weave[]): Feature[] {
  return woven.map(({ streets, lanes }) => ({
    type: 'Feature',
    properties: { kind: 'road', class: name },
    geometry: { type: 'MultiLineString', coordinates: (name === 'lane' ? lanes : streets).map(degrees) },
  }));
}

const named = ({ name, nameEn }: { name: string; nameEn: string }) => ({ name, nameEn });
const degrees = (line: readonly Xy[]): Position[] => line.map(toDegrees);
const shut = (ring: readonly Xy[]): Position[] => degrees([...ring, ring[0]!]);
const feature = (properties: object, geometry: Geometry): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});
const polygon = (properties: object, ring: Xy[]) =>
  feature(properties, { type: 'Polygon', coordinates: [shut(ring)] });
const many = (properties: object, rings: Xy[][]) =>
  feature(properties, { type: 'MultiPolygon', coordinates: rings.map((ring) => [shut(ring)]) });
const line = (properties: object, path: Xy[]) =>
  feature(properties, { type: 'LineString', coordinates: degrees(path) });
const point = (properties: object, at: Position) => feature(properties, { type: 'Point', coordinates: at });
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
