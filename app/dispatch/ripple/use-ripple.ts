import { useCallback, useEffect, useState } from 'react';
import type { TroubledVisit } from '#domain/scheduling/ripple.ts';
import { isTyping } from '../keys/typing.ts';
import type { PlanGhost } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { type ShownSuggestion, useSuggestion } from './use-suggestion.ts';
import { useTroubles } from './use-troubles.ts';

/** What the running day asks of the dispatcher, and whether the panel about it is open. */
export interface Ripple {
  readonly troubles: readonly TroubledVisit[];
  readonly suggestion: ShownSuggestion | null;
  /** The suggestion's visits while it is looked at. */
  readonly ghosts: ReadonlyMap<string, readonly PlanGhost[]>;
  readonly open: boolean;
  setOpen(open: boolean): void;
  toggle(): void;
}

/** `T` opens and closes the panel, wherever nothing is being typed. */
export function useRipple(): Ripple {
  const console = useConsole();
  const [open, setOpen] = useState(false);
  const toggle = useCallback(() => setOpen((before) => !before), []);
  const troubles = useTroubles();
  const { shown, ghosts } = useSuggestion(open);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
        return;
      if (event.defaultPrevented || isTyping(event.target) || console.dialog.get() || console.menu.get())
        return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [console, toggle]);
  return { troubles, suggestion: shown, ghosts, open, setOpen, toggle };
}
