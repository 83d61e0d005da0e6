import dynamic from 'next/dynamic';

/** Leaflet needs a window; the figures do not wait for it. A file of its own, so that edits elsewhere do not remake the map. */
export const BoardMapLazy = dynamic(() => import('./board-map.tsx').then(({ BoardMap }) => BoardMap), {
  ssr: false,
});
