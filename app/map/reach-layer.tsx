import L from 'leaflet';
import { useEffect } from 'react';
import type { Area } from '#domain/area/area.ts';
import { toLeaflet } from './lat-lng.ts';
import css from './reach-layer.module.css';
import { htmlNode } from './svg-node.ts';
import { useMap } from './use-map.ts';

/** Ground that an outage or a cutover touches, with what is said about it. */
export interface ReachDrawn {
  readonly id: string;
  readonly kind: 'outage' | 'cutover';
  readonly polygon: NonNullable<Area['polygon']>;
  /** Null of further ground of the same, which needs no second name. */
  readonly label: string | null;
}

/** Where the network is down, or will be: hatched ground with a name, beneath every pin. */
export function ReachLayer({ reaches }: { reaches: readonly ReachDrawn[] }) {
  const map = useMap();
  useEffect(() => {
    const group = L.layerGroup().addTo(map);
    const renderer = L.svg({ padding: 0.3 });
    for (const { kind, polygon, label } of reaches) {
      const ring = polygon.coordinates[0];
      if (!ring) continue;
      const shape = L.polygon(
        ring.map(([lng, lat]) => toLeaflet({ lng, lat })),
        { renderer, className: `${css.reach} ${css[kind]}`, interactive: false, weight: 2 },
      ).addTo(group);
      if (label === null) continue;
      const bounds = shape.getBounds();
      // on the upper edge, where no pin is likely to cover it
      L.marker([bounds.getNorth(), bounds.getCenter().lng], {
        icon: L.divIcon({
          html: htmlNode('span', `${css.label} ${css[kind]}`, label),
          className: '',
          iconSize: [0, 0],
        }),
        interactive: false,
        keyboard: false,
        zIndexOffset: -1500,
      }).addTo(group);
    }
    return () => {
      group.remove();
      renderer.remove();
    };
  }, [map, reaches]);
  return null;
}
