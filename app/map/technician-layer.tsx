import type { LngLat } from '#domain/geo/lng-lat.ts';
import { TechnicianCanvas } from './technician-canvas.tsx';
import { TechnicianNodes } from './technician-nodes.tsx';
import { CANVAS_FROM, type TechnicianLayerProps } from './technician-props.ts';

/** The technicians on the map: nodes that keys reach while they are few, one canvas when they are many. */
export function TechnicianLayer(props: TechnicianLayerProps) {
  return props.pins.length > CANVAS_FROM ? <TechnicianCanvas {...props} /> : <TechnicianNodes {...props} />;
}

/** The rectangle of some points, for the first view; null without any. */
export function boundsOf(
  points: Iterable<LngLat>,
): { west: number; south: number; east: number; north: number } | null {
  let bounds: { west: number; south: number; east: number; north: number } | null = null;
  for (const { lng, lat } of points) {
    bounds = bounds
      ? {
          west: Math.min(bounds.west, lng),
          south: Math.min(bounds.south, lat),
          east: Math.max(bounds.east, lng),
          north: Math.max(bounds.north, lat),
        }
      : { west: lng, south: lat, east: lng, north: lat };
  }
  return bounds;
}
