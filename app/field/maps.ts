import { fromWgs84 } from '#domain/geo/gcj02.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';

export type MapApp = 'amap' | 'baidu' | 'apple' | 'google' | 'geo';

/** A link that opens a map of the phone at the place, in the datum which that map wants. */
export interface MapLink {
  app: MapApp;
  href: string;
}

/**
 * The maps a phone may have, most likely first. AMap, Apple and Baidu draw China in GCJ-02; handing them WGS-84 would
 * point several hundred metres off.
 */
export function mapLinks(place: LngLat, name: string, apple: boolean): readonly MapLink[] {
  const gcj = fromWgs84('gcj02', place);
  const label = encodeURIComponent(name);
  const amap: MapLink = {
    app: 'amap',
    href: `https://uri.amap.com/navigation?to=${six(gcj.lng)},${six(gcj.lat)},${label}&mode=ride&coordinate=gaode&callnative=1`,
  };
  const baidu: MapLink = {
    app: 'baidu',
    href: `https://api.map.baidu.com/marker?location=${six(gcj.lat)},${six(gcj.lng)}&title=${label}&coord_type=gcj02&output=html&src=zhundian`,
  };
  const own: MapLink = apple
    ? { app: 'apple', href: `https://maps.apple.com/?daddr=${six(gcj.lat)},${six(gcj.lng)}&dirflg=d` }
    : {
        app: 'geo',
        href: `geo:${six(place.lat)},${six(place.lng)}?q=${six(place.lat)},${six(place.lng)}(${label})`,
      };
  const google: MapLink = {
    app: 'google',
    href: `https://www.google.com/maps/dir/?api=1&destination=${six(place.lat)},${six(place.lng)}`,
  };
  return [amap, baidu, own, google];
}

function six(degrees: number): string {
  return degrees.toFixed(6);
}
