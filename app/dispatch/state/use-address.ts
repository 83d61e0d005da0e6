import { useEffect } from 'react';
import { useConsole } from './console.ts';
import { addressOf, viewOf } from './view.ts';

/**
 * Keeps the view in the address: read once when the page opens and on "back", written once a frame has shown the view that
 * changed, since the browser holds everything up while it writes.
 */
export function useAddress(): void {
  const { view } = useConsole();
  useEffect(() => {
    let waiting = 0;
    const read = () => {
      cancelAnimationFrame(waiting);
      waiting = 0;
      view.set(viewOf(window.location.search));
    };
    read();
    const write = () => {
      waiting = 0;
      const only = new URLSearchParams(window.location.search).get('only');
      const parts = [only && `only=${only}`, addressOf(view.get())].filter(Boolean);
      const next = parts.length === 0 ? window.location.pathname : `?${parts.join('&')}`;
      window.history.replaceState(null, '', next);
    };
    const stop = view.subscribe(() => {
      waiting ||= requestAnimationFrame(() => {
        waiting = requestAnimationFrame(write);
      });
    });
    window.addEventListener('popstate', read);
    return () => {
      stop();
      cancelAnimationFrame(waiting);
      window.removeEventListener('popstate', read);
    };
  }, [view]);
}
