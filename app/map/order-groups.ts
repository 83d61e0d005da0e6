import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Tone } from '../ui/tone.ts';
import type { OrderShape } from './order-shape.ts';

/** One order on the map. */
export interface OrderPin {
  readonly id: string;
  readonly point: LngLat;
  readonly shape: OrderShape;
  readonly tone: Tone;
  /** Place on its technician's route, from 1; null outside of one. */
  readonly place: number | null;
  readonly selected: boolean;
  /** An estimated place is drawn with a broken edge. */
  readonly estimated: boolean;
  readonly movable: boolean;
  readonly label: string;
}

export interface OrderGroup {
  /** Id of the order, or of the cell. */
  readonly key: string;
  readonly pins: readonly OrderPin[];
  readonly point: LngLat;
}

const TOUCHING_PX = 14;
const CROWDED_PX = 64;
/** More pins than this in sight are gathered into clusters. */
export const CROWD = 300;

/**
 * Gathers pins that would lie upon each other: those at one door or tower always, near ones only when the map is
 * crowded. Cells of a grid laid over the world at this zoom, so that a pan changes no group. `project` gives pixels.
 */
export function orderGroups(
  pins: readonly OrderPin[],
  project: (point: LngLat) => { x: number; y: number },
): readonly OrderGroup[] {
  const cell = pins.length > CROWD ? CROWDED_PX : TOUCHING_PX;
  const cells = new Map<string, OrderPin[]>();
  for (const pin of pins) {
    const { x, y } = project(pin.point);
    const key = `${Math.floor(x / cell)}:${Math.floor(y / cell)}`;
    const list = cells.get(key);
    if (list) list.push(pin);
    else cells.set(key, [pin]);
  }
  return [...cells].map(([key, list]) => ({
    key: list.length === 1 ? list[0]!.id : `cell ${cell} ${key}`,
    pins: list,
    point: middle(list),
  }));
}

function middle(pins: readonly OrderPin[]): LngLat {
  const sum = pins.reduce((at, { point }) => ({ lng: at.lng + point.lng, lat: at.lat + point.lat }), {
    lng: 0,
    lat: 0,
  });
  return { lng: sum.lng / pins.length, lat: sum.lat / pins.length };
}
