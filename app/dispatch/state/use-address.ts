import { useEffect } from 'react';
import { useConsole } from './console.ts';
import { addressOf, viewOf } from './view.ts';

/** Keeps the view in the address: read once when the page opens and on "back", written as the view changes. */
export function useAddress(): void {
  const { view } = useConsole();
  useEffect(() => {
    const read = () => view.set(viewOf(window.location.search));
    read();
    const write = () => {
      const only = new URLSearchParams(window.location.search).get('only');
      const parts = [only && `only=${only}`, addressOf(view.get())].filter(Boolean);
      const next = parts.length === 0 ? window.location.pathname : `?${parts.join('&')}`;
      window.history.replaceState(null, '', next);
    };
    const stop = view.subscribe(write);
    window.addEventListener('popstate', read);
    return () => {
      stop();
      window.removeEventListener('popstate', read);
    };
  }, [view]);
}
