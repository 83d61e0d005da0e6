import L from 'leaflet';
import { useEffect, useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import css from './area-layer.module.css';
import { toLeaflet } from './lat-lng.ts';
import { htmlNode } from './svg-node.ts';
import { useMap } from './use-map.ts';

/** The names that the layer writes; the same list until one of them changes, however often the areas are read anew. */
export function useAreaNames(areas: readonly Area[]): readonly string[] {
  const together = areas.map(({ name }) => name).join('\n');
  return useMemo(() => together.split('\n'), [together]);
}

/** 责任片区 as thin outlines with their names; `lit` ones stand out when the others are filtered away. */
export function AreaLayer({ areas, lit }: { areas: readonly Area[]; lit?: readonly string[] }) {
  const map = useMap();
  useEffect(() => {
    const group = L.layerGroup().addTo(map);
    const renderer = L.svg({ padding: 0.3 });
    for (const area of areas) {
      const ring = area.polygon?.coordinates[0];
      if (!ring) continue;
      const aside = lit && lit.length > 0 && !lit.includes(area.id);
      const shape = L.polygon(
        ring.map(([lng, lat]) => toLeaflet({ lng, lat })),
        { renderer, className: `${css.area} ${aside ? css.aside : ''}`, interactive: false, weight: 1.5 },
      ).addTo(group);
      L.marker(shape.getBounds().getCenter(), {
        icon: L.divIcon({ html: htmlNode('span', css.name!, area.name), className: '', iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
        zIndexOffset: -2000,
      }).addTo(group);
    }
    return () => {
      group.remove();
      renderer.remove();
    };
  }, [map, areas, lit]);
  return null;
}
