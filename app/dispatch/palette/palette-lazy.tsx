import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

const Palette = dynamic(() => import('./palette.tsx').then((module) => module.Palette), { ssr: false });

/** Waits for Ctrl/⌘ K; the palette's code comes when it is first asked for. */
export function PaletteLazy({ onPlan }: { onPlan: () => void }) {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setAsked((before) => before + 1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return asked === 0 ? null : <Palette asked={asked} onPlan={onPlan} />;
}
