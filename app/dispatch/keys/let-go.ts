import { useEffect } from 'react';
import { useConsole } from '../state/console.ts';

/** Gives the console its keys back as soon as a dialog begins to close. */
export function useKeysAfterDialogs(): void {
  const { dialog } = useConsole();
  useEffect(
    () =>
      dialog.subscribe(() => {
        if (dialog.get() === null) letGoOfDialog();
      }),
    [dialog],
  );
}

/**
 * Takes the keys from a dialog that begins to close. It stays for the length of its movement, and where nothing had the focus before it
 * opened, nothing would take it back: a key pressed meanwhile would be the dialog's, and lost.
 */
export function letGoOfDialog(): void {
  const holder = document.activeElement;
  if (holder instanceof HTMLElement && holder.closest('[role="dialog"]')) holder.blur();
}
