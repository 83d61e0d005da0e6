import L from 'leaflet';
import { fromWgs84, toWgs84 } from '#domain/geo/gcj02.ts';
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts';

/** A WGS-84 point in Leaflet's order. With `fromLeaflet` the only place where the two orders meet. */
export function toLeaflet(point: LngLat): L.LatLngTuple {
  return [point.lat, point.lng];
}

export type LeafletMap = L.Map;

/** Where a WGS-84 point stands on the map as it is seen now, pixels from its corner. */
export function pointOn(map: LeafletMap, point: LngLat): { x: number; y: number } {
  return map.latLngToContainerPoint(toLeaflet(point));
}

/** A click or a dropped marker as WGS-84. */
export function fromLeaflet(at: L.LatLng): LngLat {
  return { lng: at.lng, lat: at.lat };
}

export function toLeafletBounds({ south, west, north, east }: Bounds): L.LatLngBoundsExpression {
  return [
    [south, west],
    [north, east],
  ];
}

const mercator = L.Projection.SphericalMercator;

/**
 * Web Mercator over GCJ-02: for tiles of providers that shift their maps. The shift happens in the
 * projection, so every marker, route and area stays WGS-84 and still lies on the right street.
 */
export const CRS_GCJ02: L.CRS = L.Util.extend({}, L.CRS.EPSG3857, {
  projection: {
    ...mercator,
    project(at: L.LatLng): L.Point {
      const shifted = fromWgs84('gcj02', { lng: at.lng, lat: at.lat });
      return mercator.project(L.latLng(shifted.lat, shifted.lng));
    },
    unproject(point: L.Point): L.LatLng {
      const shifted = mercator.unproject(point);
      const at = toWgs84('gcj02', shifted.lng, shifted.lat);
      return L.latLng(at.lat, at.lng);
    },
  },
});
