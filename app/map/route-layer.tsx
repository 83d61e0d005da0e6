import L from 'leaflet';
import { useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { toLeaflet } from './lat-lng.ts';
import css from './route-layer.module.css';
import { useMap } from './use-map.ts';

/** The way of one technician through the day, as straight legs between stops: an estimate, not a street route. */
export interface RouteLine {
  readonly technicianId: string;
  /** What is driven already, oldest first. */
  readonly done: readonly LngLat[];
  /** From where the technician is to the last stop. */
  readonly ahead: readonly LngLat[];
  readonly lit: boolean;
}

/** Routes of the selected or of all technicians; the part that is done pale. */
export function RouteLayer({ lines }: { lines: readonly RouteLine[] }) {
  const map = useMap();
  useEffect(() => {
    const renderer = L.svg({ padding: 0.3 });
    const group = L.layerGroup().addTo(map);
    for (const { done, ahead, lit } of lines) {
      const look = lit ? css.lit : css.plain;
      const draw = (points: readonly LngLat[], part: string | undefined) => {
        if (points.length < 2) return;
        L.polyline(points.map(toLeaflet), {
          renderer,
          className: `${css.line} ${look} ${part}`,
          interactive: false,
          weight: lit ? 3 : 1.5,
          smoothFactor: 0,
        }).addTo(group);
      };
      draw(done, css.done);
      draw(ahead, css.ahead);
    }
    return () => {
      group.remove();
      renderer.remove();
    };
  }, [map, lines]);
  return null;
}
