import { useEffect, useState } from 'react';
import { useStore } from '../live/use-store.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { toastRefused } from '../ui/toasts.tsx';
import { later, useFetchedLater, useLater } from './later.ts';
import { useConsole } from './state/console.ts';

const dialogs = later(() => import('./dialogs.tsx').then(({ Dialogs }) => Dialogs));
const drawer = later(() => import('./detail/order-drawer.tsx').then(({ OrderDrawer }) => OrderDrawer));
const palette = later(() => import('./palette/palette.tsx').then(({ Palette }) => Palette));
export const dayPicker = later(() => import('./day-picker.tsx').then(({ DayPicker }) => DayPicker));
const LATER = [drawer, dialogs, palette, dayPicker];
const NOTHING: typeof LATER = [];

/** One order in full, at the right of the surface. */
export function Drawer() {
  const console = useConsole();
  const missing = useMissing();
  const opened = useStore(console.view, ({ open }) => open !== null);
  const View = useLater(drawer, opened, () => {
    missing();
    console.open(null);
  });
  return View ? <View /> : null;
}

/** What opens over the surface: dialogs and palette. All of it is fetched once the first view stands. */
export function OverSurface({ onPlan, onRipple }: { onPlan: () => void; onRipple: () => void }) {
  const console = useConsole();
  const missing = useMissing();
  const asked = useStore(console.dialog, (value) => value !== null);
  const presses = usePaletteKey();
  const loaded = useStore(console.board, ({ areas }) => areas.length > 0);
  useFetchedLater(loaded ? LATER : NOTHING);
  const DialogsView = useLater(dialogs, asked, () => {
    missing();
    console.dialog.set(null);
  });
  const PaletteView = useLater(palette, presses > 0, missing);
  return (
    <>
      {DialogsView ? <DialogsView /> : null}
      {PaletteView ? <PaletteView asked={presses} onPlan={onPlan} onRipple={onRipple} /> : null}
    </>
  );
}

/** Says that a part of the page could not be fetched. */
export function useMissing(): () => void {
  const m = useMessages().tools;
  const { say } = useConsole();
  return () => {
    say(m.missing);
    toastRefused('missing', m.missing);
  };
}

/** How often Ctrl/⌘ K was pressed. */
function usePaletteKey(): number {
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setPresses((before) => before + 1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return presses;
}
