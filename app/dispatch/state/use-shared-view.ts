import { useEffect } from 'react';
import { update } from '../../live/use-store.ts';
import { useConsole } from './console.ts';
import type { View } from './view.ts';

/** What two windows of one person have in common; filters and zoom of the lists are each window's own. */
type Shared = Pick<View, 'date' | 'areas' | 'selection' | 'technicianId' | 'open'>;
type Message = { readonly kind: 'view'; readonly shared: Shared } | { readonly kind: 'ask' };

function sharedOf({ date, areas, selection, technicianId, open }: View): Shared {
  return { date, areas, selection, technicianId, open };
}

/**
 * Keeps the windows of one person on this browser at the same selection, day and areas. A window that opens asks the
 * others; what is written here is only what a person did in one of them.
 */
export function useSharedView(): void {
  const { view, viewer } = useConsole();
  useEffect(() => {
    const channel = new BroadcastChannel(`zhundian.dispatch.${viewer.personId}`);
    let known = JSON.stringify(sharedOf(view.get()));
    const tell = (message: Message) => channel.postMessage(message);
    const share = () => {
      const shared = sharedOf(view.get());
      const text = JSON.stringify(shared);
      if (text === known) return;
      known = text;
      tell({ kind: 'view', shared });
    };
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'ask') return tell({ kind: 'view', shared: sharedOf(view.get()) });
      known = JSON.stringify(data.shared);
      update(view, (before) => ({ ...before, ...data.shared }));
    };
    const stop = view.subscribe(share);
    tell({ kind: 'ask' });
    return () => {
      stop();
      channel.close();
    };
  }, [view, viewer.personId]);
}
