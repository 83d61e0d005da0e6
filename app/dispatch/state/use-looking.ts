import { useEffect } from 'react';
import { useLive } from '../../live/use-live.tsx';
import { useConsole } from './console.ts';

/** Tells the others which order is open here, anew whenever the line comes back. */
export function useLooking(): void {
  const { view } = useConsole();
  const { line, look } = useLive();
  useEffect(() => {
    let told: string | null = null;
    const tell = () => {
      const open = line.get().watching ? view.get().open : null;
      if (open === told) return;
      told = open;
      look(open);
    };
    tell();
    const stops = [view.subscribe(tell), line.subscribe(tell)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [view, line, look]);
}
