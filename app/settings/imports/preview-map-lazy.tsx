import dynamic from 'next/dynamic';

/** Leaflet needs a window. A file of its own, so that edits elsewhere do not remake the map. */
export const PreviewMapLazy = dynamic(
  () => import('./preview-map.tsx').then(({ PreviewMap }) => PreviewMap),
  {
    ssr: false,
  },
);
