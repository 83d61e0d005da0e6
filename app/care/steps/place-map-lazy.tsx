import dynamic from 'next/dynamic';

/** Leaflet needs a window. A file of its own, so that edits elsewhere do not remake the map. */
export const PlaceMapLazy = dynamic(() => import('./place-map.tsx').then(({ PlaceMap }) => PlaceMap), {
  ssr: false,
});
