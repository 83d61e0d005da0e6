import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What an element beside the zones carries so that F6 reaches it and Escape inside closes it. */
export interface Pane {
  readonly 'data-pane': '';
  readonly tabIndex: -1;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * Something open beside the zones, for those who work by keys: F6 steps to it, Escape inside leaves a field, then closes it and nothing else, and what had
 * the focus before it opened has it again when it closes with the focus inside. Mounted while it is open.
 */
export function usePane(pane: RefObject<HTMLElement | null>, onClose: () => void): Pane {
  const opener = useRef<Element | null>(null);
  const heldFocus = useRef(false);
  useLayoutEffect(() => {
    opener.current = document.activeElement;
    const element = pane.current!;
    return () => {
      heldFocus.current = element.contains(document.activeElement);
    };
  }, [pane]);
  useEffect(
    () => () => {
      // Only now the button that opened it can be pressed again, and so take the focus.
      if (heldFocus.current) giveBack(opener.current);
    },
    [],
  );
  return {
    'data-pane': '',
    tabIndex: -1,
    onKeyDown(event) {
      const target = event.target as HTMLElement;
      // What opens over the pane is no part of it, though React tells it of its keys.
      if (event.key !== 'Escape' || event.defaultPrevented || !pane.current?.contains(target)) return;
      // One level: the console would go on to clear the selection.
      event.preventDefault();
      if (target.closest('input, textarea, select')) pane.current.focus();
      else onClose();
    },
  };
}

function giveBack(opener: Element | null): void {
  const usable = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const target = usable ? opener : document.querySelector<HTMLElement>('[data-zone]');
  target?.focus({ preventScroll: true });
}
