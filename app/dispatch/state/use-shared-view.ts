import { useEffect } from 'react';
import { update } from '../../live/use-store.ts';
import { useConsole } from './console.ts';
import { FIRST_VIEW, type View } from './view.ts';

/** What two windows of one person have in common; filters and zoom of the lists are each window's own. */
type Shared = Pick<View, 'date' | 'areas' | 'selection' | 'technicianId' | 'open'>;
type Message = { readonly kind: 'view'; readonly shared: Shared } | { readonly kind: 'ask' };

function sharedOf({ date, areas, selection, technicianId, open }: View): Shared {
  return { date, areas, selection, technicianId, open };
}

const NOTHING_NAMED = JSON.stringify(sharedOf(FIRST_VIEW));

/**
 * Keeps the windows of one person on this browser at the same selection, day and areas. A window that opens by a link tells the others
 * what the link names; one that names nothing asks them. Else what is written here is only what a person did in one of them.
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
    // A map of its own stands beside another window, of which it knows no more than fits an address.
    const follows = known === NOTHING_NAMED || new URLSearchParams(window.location.search).has('only');
    tell(follows ? { kind: 'ask' } : { kind: 'view', shared: sharedOf(view.get()) });
    return () => {
      stop();
      channel.close();
    };
  }, [view, viewer.personId]);
}
