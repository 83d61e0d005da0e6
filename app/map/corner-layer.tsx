import L from 'leaflet';
import { useEffect, useRef } from 'react';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { fromLeaflet, toLeaflet } from './lat-lng.ts';
import css from './reach-layer.module.css';
import { useMap } from './use-map.ts';

/** A ring drawn corner by corner: each press on the map is one more. Undoing and clearing are the form's. */
export function CornerLayer(props: { corners: readonly LngLat[]; onCorner: (corner: LngLat) => void }) {
  const map = useMap();
  const latest = useRef(props);
  latest.current = props;
  const { corners } = props;

  useEffect(() => {
    const press = (event: L.LeafletMouseEvent) => latest.current.onCorner(fromLeaflet(event.latlng));
    map.on('click', press);
    return () => void map.off('click', press);
  }, [map]);

  useEffect(() => {
    const group = L.layerGroup().addTo(map);
    const renderer = L.svg({ padding: 0.3 });
    const points = corners.map(toLeaflet);
    L.polygon(points, { renderer, className: css.draft!, interactive: false, weight: 2 }).addTo(group);
    for (const point of points)
      L.circleMarker(point, { renderer, className: css.corner!, interactive: false, radius: 4 }).addTo(group);
    return () => {
      group.remove();
      renderer.remove();
    };
  }, [map, corners]);
  return null;
}
