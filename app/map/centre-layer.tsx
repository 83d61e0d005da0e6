import type L from 'leaflet';
import { useEffect, useRef } from 'react';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import css from './centre-layer.module.css';
import { fromLeaflet, toLeaflet } from './lat-lng.ts';
import { useMap } from './use-map.ts';

/**
 * A cross in the middle of the map, and word of where it stands: the map is pulled, or walked by arrow keys, until it stands right; a press
 * brings that place to the middle. A new `target` brings the map there.
 */
export function CentreLayer(props: { target: LngLat | null; onCentre: (centre: LngLat) => void }) {
  const map = useMap();
  const latest = useRef(props);
  latest.current = props;
  const { target } = props;

  useEffect(() => {
    const tell = () => latest.current.onCentre(fromLeaflet(map.getCenter()));
    const press = (event: L.LeafletMouseEvent) => map.panTo(event.latlng, { animate: false });
    map.on('moveend', tell);
    map.on('click', press);
    tell();
    return () => {
      map.off('moveend', tell);
      map.off('click', press);
    };
  }, [map]);

  useEffect(() => {
    if (target) map.setView(toLeaflet(target), Math.max(map.getZoom(), 16), { animate: false });
  }, [map, target]);

  return <span className={css.cross} aria-hidden="true" />;
}
