import dynamic from 'next/dynamic';

/** Leaflet needs a window. A file of its own, so that edits elsewhere do not remake the map. */
export const ReachMapLazy = dynamic(() => import('./reach-map.tsx').then(({ ReachMap }) => ReachMap), {
  ssr: false,
});
