/** How the console's surface is shared out: pixels of the pool, and the map's share of the height beside it. */
export interface Zones {
  readonly poolPx: number;
  readonly mapShare: number;
}

export const FIRST_ZONES: Zones = { poolPx: 352, mapShare: 0.46 };
export const POOL_PX = { least: 280, most: 560 };
export const MAP_SHARE = { least: 0.15, most: 0.85 };

const KEY = 'zhundian.dispatch.zones';

/** Keeps every zone wide enough to work in. */
export function withinReason(zones: Zones): Zones {
  return {
    poolPx: Math.round(Math.min(POOL_PX.most, Math.max(POOL_PX.least, zones.poolPx))),
    mapShare: Math.min(MAP_SHARE.most, Math.max(MAP_SHARE.least, zones.mapShare)),
  };
}

/** What this browser remembers; the first zones when it remembers nothing readable. */
export function rememberedZones(storage: Pick<Storage, 'getItem'>): Zones {
  const text = storage.getItem(KEY);
  const numbers = text?.split(' ').map(Number);
  if (numbers?.length !== 2 || numbers.some((n) => !Number.isFinite(n))) return FIRST_ZONES;
  return withinReason({ poolPx: numbers[0]!, mapShare: numbers[1]! });
}

export function rememberZones(storage: Pick<Storage, 'setItem'>, zones: Zones): void {
  storage.setItem(KEY, `${zones.poolPx} ${zones.mapShare.toFixed(4)}`);
}
