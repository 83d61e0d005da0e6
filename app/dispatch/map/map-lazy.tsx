import dynamic from 'next/dynamic';

/** The map needs a window, and its code comes when the list can already be used. A file of its own: see docs/decisions. */
export const MapLazy = dynamic(() => import('./console-map.tsx').then(({ ConsoleMap }) => ConsoleMap), {
  ssr: false,
});
