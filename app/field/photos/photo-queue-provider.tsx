'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { PersonId } from '#domain/base/brand.ts';
import { useConnection } from '../../live/use-live.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { deliverPhoto } from './deliver.ts';
import { createPhotoQueue, type PhotoQueue, type PhotosWaiting } from './photo-queue.ts';
import { browserShelf } from './photo-shelf.ts';
import classes from './photos.module.css';

const QueueContext = createContext<PhotoQueue | null>(null);

/** Keeps this person's photos on their way as long as the phone shows the seat. */
export function PhotoQueueProvider({ personId, children }: { personId: PersonId; children: ReactNode }) {
  const [queue] = useState(() =>
    createPhotoQueue({
      personId,
      shelf: browserShelf(),
      deliver: deliverPhoto,
      now: Date.now,
      random: Math.random,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  );
  const { state } = useConnection();
  useEffect(() => queue.open(), [queue]);
  useEffect(() => {
    if (state === 'live') queue.nudge();
  }, [queue, state]);
  useEffect(() => {
    window.addEventListener('online', queue.nudge);
    return () => window.removeEventListener('online', queue.nudge);
  }, [queue]);
  return <QueueContext value={queue}>{children}</QueueContext>;
}

export function usePhotoQueue(): PhotoQueue {
  const queue = useContext(QueueContext);
  if (!queue) throw new Error('usePhotoQueue was called outside a PhotoQueueProvider.');
  return queue;
}

/** What of the photos has not reached the server. */
export function usePhotosWaiting(): PhotosWaiting {
  return useStore(usePhotoQueue().waiting, whole);
}

/** Says how many photos are unsent, and what the server would not take. */
export function PhotoBanner() {
  const m = useMessages().photos;
  const queue = usePhotoQueue();
  const { count, kept, refused } = usePhotosWaiting();
  const { state } = useConnection();
  return (
    <div role="status" aria-live="polite" className={classes.region}>
      {count > 0 ? (
        <p className={classes.unsent} data-photos-unsent={count}>
          {state === 'live' ? m.sending(count) : m.unsent(count)}
          {kept ? null : ` ${m.stay}`}
        </p>
      ) : null}
      {refused.length > 0 ? (
        <div className={classes.refused}>
          <p>{m.refused(refused.length)}</p>
          <ul lang="en">
            {[...new Set(refused)].map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
          <button type="button" onClick={queue.dismiss}>
            {m.read}
          </button>
        </div>
      ) : null}
    </div>
  );
}
