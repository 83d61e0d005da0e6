'use client';

import { useEffect, useRef, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import { type CameraSubject, PHOTOS_PER_STEP, type PhotoGiven } from '#domain/photo/photo.ts';
import { useClock } from '../../ui/clock.tsx';
import { usePhotoQueue } from './photo-queue-provider.tsx';
import { shrink } from './shrink.ts';

/** A photo that has been taken for a step and not yet sent with it. */
export interface TakenPhoto extends PhotoGiven {
  readonly bytes: ArrayBuffer;
  /** Where the page shows it from. */
  readonly url: string;
}

/** The photos of a form. */
export interface Taken {
  readonly photos: readonly TakenPhoto[];
  /** How many more there is room for. */
  readonly room: number;
  readonly busy: boolean;
  /** The last file could not be read as a picture. */
  readonly unreadable: boolean;
  add(of: CameraSubject, files: readonly File[]): Promise<void>;
  remove(id: string): void;
  /** Runs the step with the photos named; their images follow in their own time. True when the step was taken. */
  along(orderId: OrderId, run: (photos: readonly PhotoGiven[]) => Promise<boolean>): Promise<boolean>;
}

/** Photos of one form, whatever they show. They live as long as it does; those of a step that was taken are sent on without it. */
export function useTaken(): Taken {
  const queue = usePhotoQueue();
  const time = useClock();
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([]);
  const [busy, setBusy] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const shown = useRef(photos);
  shown.current = photos;
  useEffect(
    () => () => {
      for (const { url } of shown.current) URL.revokeObjectURL(url);
    },
    [],
  );
  return {
    photos,
    room: PHOTOS_PER_STEP - photos.length,
    busy,
    unreadable,
    async add(of, files) {
      setBusy(true);
      setUnreadable(false);
      for (const file of files.slice(0, PHOTOS_PER_STEP - photos.length)) {
        try {
          const { bytes, hash } = await shrink(file);
          const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
          const photo = { id: crypto.randomUUID(), hash, of, takenAt: time.now(), bytes, url };
          setPhotos((before) => [...before, photo]);
        } catch {
          setUnreadable(true);
        }
      }
      setBusy(false);
    },
    remove(id) {
      const gone = photos.find((photo) => photo.id === id);
      if (gone) URL.revokeObjectURL(gone.url);
      setPhotos((before) => before.filter((photo) => photo.id !== id));
    },
    async along(orderId, run) {
      const given = photos.map(({ id, hash, of, takenAt }) => ({
        id,
        hash,
        of,
        ...(takenAt === undefined ? {} : { takenAt }),
      }));
      return queue.along(orderId, photos, () => run(given));
    },
  };
}
