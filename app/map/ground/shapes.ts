import type { Feature, FeatureCollection, Position } from 'geojson';
import type L from 'leaflet';
import { toLeaflet } from '../lat-lng.ts';

/** A line or ring in map pixels of zoom 0, x and y in turn, with the rectangle around it. */
export interface Path {
  readonly xy: Float64Array;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** One class of things that are drawn alike. */
export interface Shapes {
  readonly kind: string;
  readonly class: string;
  /** Rings for areas, open paths for lines. */
  readonly closed: boolean;
  readonly paths: readonly Path[];
}

/** Something with a name: a point is a path of one corner. */
export interface Named {
  readonly name: string;
  readonly nameEn: string;
  /** 1 city … 6 estate for places; the road class for roads. */
  readonly rank: number;
  readonly of: string;
  readonly path: Path;
}

export interface Ground {
  readonly shapes: readonly Shapes[];
  readonly names: readonly Named[];
}

export interface BaseLayerFiles {
  readonly ground: FeatureCollection;
  readonly roads: FeatureCollection;
  readonly places: FeatureCollection;
}

/** Projects the base layer once, so that drawing at any zoom is a multiplication. */
export function shapesOf(files: BaseLayerFiles, crs: L.CRS): Ground {
  const byClass = new Map<string, { kind: string; class: string; closed: boolean; paths: Path[] }>();
  const names: Named[] = [];
  for (const feature of [...files.ground.features, ...files.roads.features, ...files.places.features]) {
    const { kind, class: name, of, rank } = wordsOf(feature);
    const { closed, lines } = linesOf(feature);
    const paths = lines.map((line) => project(line, crs));
    if (kind === 'place' || kind === 'road' || name === 'canal') {
      names.push(...namesOf(feature, paths, kind === 'place' ? of : name, rank));
    }
    if (kind === 'place') continue;
    const key = `${kind} ${name} ${closed}`;
    const shapes = byClass.get(key);
    if (shapes) shapes.paths.push(...paths);
    else byClass.set(key, { kind, class: name, closed, paths });
  }
  return { shapes: [...byClass.values()], names };
}

/** Does the path touch the rectangle (map pixels of zoom 0)? */
export function touches(path: Path, west: number, north: number, east: number, south: number): boolean {
  return path.east >= west && path.west <= east && path.south >= north && path.north <= south;
}

function namesOf(feature: Feature, paths: Path[], of: string, rank: number): Named[] {
  const { name, nameEn } = feature.properties ?? {};
  if (typeof name !== 'string') return [];
  return paths.map((path) => ({ name, nameEn: typeof nameEn === 'string' ? nameEn : name, rank, of, path }));
}

function wordsOf({ properties }: Feature): { kind: string; class: string; of: string; rank: number } {
  const word = (key: string) => (typeof properties?.[key] === 'string' ? (properties[key] as string) : '');
  return {
    kind: word('kind'),
    class: word('class'),
    of: word('of') || 'place',
    rank: Number(properties?.rank ?? 0),
  };
}

function linesOf({ geometry }: Feature): { closed: boolean; lines: Position[][] } {
  switch (geometry.type) {
    case 'Point':
      return { closed: false, lines: [[geometry.coordinates]] };
    case 'LineString':
      return { closed: false, lines: [geometry.coordinates] };
    case 'MultiLineString':
      return { closed: false, lines: geometry.coordinates };
    case 'Polygon':
      return { closed: true, lines: geometry.coordinates };
    case 'MultiPolygon':
      return { closed: true, lines: geometry.coordinates.flat() };
    default:
      throw new TypeError(`The base layer holds a ${geometry.type}, which cannot be drawn.`);
  }
}

function project(line: Position[], crs: L.CRS): Path {
  const xy = new Float64Array(line.length * 2);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  line.forEach(([lng, lat], i) => {
    const { x, y } = crs.latLngToPoint(latLng(lng!, lat!), 0);
    xy[2 * i] = x;
    xy[2 * i + 1] = y;
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [north, south] = [Math.min(north, y), Math.max(south, y)];
  });
  return { xy, west, north, east, south };
}

function latLng(lng: number, lat: number): L.LatLng {
  const [y, x] = toLeaflet({ lng, lat });
  return { lat: y, lng: x } as L.LatLng;
}
