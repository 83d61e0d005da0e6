import { useEffect } from 'react';
import { useConsole } from '../state/console.ts';

/** What opens over the surface: dialogs, menus, palette. */
const OVER = '[data-portal], [role="dialog"]';

/** What had the focus last on the surface itself. */
let heldOnSurface: Element | null = null;

/** Gives the console its keys back as soon as a dialog or a menu begins to close, and the focus to what had it before. */
export function useKeysAfterDialogs(): void {
  const { dialog, menu } = useConsole();
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest(OVER)) heldOnSurface = target;
    };
    // Given up for nothing else, it is not wanted back.
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget === null && target === heldOnSurface) heldOnSurface = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
    const stops = [dialog, menu].map((over) =>
      over.subscribe(() => {
        if (over.get() === null) letGoOfDialog();
      }),
    );
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', forget);
    };
  }, [dialog, menu]);
}

/**
 * Takes the keys from what begins to close over the surface. It stays for the length of its movement, and the first that was opened, whose code
 * came with it, does not know what had the focus before: a key pressed meanwhile would be the dialog's, and the next one nobody's.
 */
export function letGoOfDialog(): void {
  const holder = document.activeElement;
  if (!(holder instanceof HTMLElement && holder.closest(OVER))) return;
  holder.blur();
  if (heldOnSurface === null) return;
  // What is gone from the surface, as a pin that became part of a number, leaves the focus to the list.
  const held = heldOnSurface.isConnected ? heldOnSurface : document.querySelector('[data-zone]');
  if (held instanceof HTMLElement) held.focus({ preventScroll: true });
}
