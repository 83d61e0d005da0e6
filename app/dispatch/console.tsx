'use client';

import { useRef, useState } from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import { LiveProvider, useLive } from '../live/use-live.tsx';
import { useClock } from '../ui/clock.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { ConsoleSurface } from './console-surface.tsx';
import { ConsoleProvider, type ConsoleViewer } from './state/console.ts';
import { makeConsole } from './state/make-console.ts';
import { consoleVerbs } from './verbs/console-verbs.ts';

export interface ConsoleProps {
  readonly viewer: ConsoleViewer;
  /** The areas to watch. */
  readonly areas: readonly AreaId[];
  /** A window for the map alone. */
  readonly only?: 'map' | null;
}

/** The dispatcher's console: pool, map and timeline over one live board. */
export function DispatchConsole(props: ConsoleProps) {
  const m = useMessages();
  return (
    <LiveProvider areas={props.areas} undoReason={m.dispatch.bar.undo}>
      <ConnectedConsole {...props} />
    </LiveProvider>
  );
}

function ConnectedConsole({ viewer, only = null }: ConsoleProps) {
  const m = useMessages();
  const live = useLive();
  const clock = useClock();
  const messages = useRef(m);
  messages.current = m;
  const [console] = useState(() =>
    makeConsole(
      viewer,
      clock.renderedAt,
      consoleVerbs(live, () => messages.current),
    ),
  );
  return (
    <ConsoleProvider value={console}>
      <ConsoleSurface only={only} />
    </ConsoleProvider>
  );
}
