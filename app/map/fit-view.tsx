import { useEffect, useRef } from 'react';
import type { Bounds } from '#domain/geo/lng-lat.ts';
import { toLeafletBounds } from './lat-lng.ts';
import { useMap } from './use-map.ts';

/** Brings everything into view whenever `asked` changes; the first value is the view the map opened with. */
export function FitView({ bounds, asked }: { bounds: Bounds | null; asked: number }) {
  const map = useMap();
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    if (bounds) map.fitBounds(toLeafletBounds(bounds), { padding: [24, 24] });
  }, [map, bounds, asked]);
  return null;
}

/** Least extent of a view, degrees: about three kilometres, so that a single order does not fill the city. */
const LEAST_DEGREES = 0.03;

/** The bounds, grown around their middle until they show at least a quarter of the city. */
export function atLeastAQuarter({ west, south, east, north }: Bounds): Bounds {
  const wide = Math.max(0, LEAST_DEGREES - (east - west)) / 2;
  const high = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}
