import type { Instant, OrderId, PersonId } from '#domain/base/brand.ts';
import { pauseBefore } from '../../live/command-sender.ts';
import { createStore, type Store } from '../../live/store.ts';
import type { PhotoShelf, UnsentPhoto } from './photo-shelf.ts';

/** What became of one delivery. `again`: nobody could say, or not now. */
export type Delivered =
  | { kind: 'taken' }
  | { kind: 'again' }
  | { kind: 'signed_out' }
  | { kind: 'not_named' }
  | { kind: 'refused'; title: string };

export interface PhotosWaiting {
  /** Images that the server does not have yet. */
  readonly count: number;
  /** The browser keeps them when the page is closed. */
  readonly kept: boolean;
  /** What the server said of those that it will never take; they are gone from here. */
  readonly refused: readonly string[];
}

export interface PhotoQueueParts {
  personId: PersonId;
  shelf: PhotoShelf;
  deliver(photo: UnsentPhoto): Promise<Delivered>;
  now(): Instant;
  random(): number;
  wait(milliseconds: number): Promise<void>;
}

export interface PhotoQueue {
  waiting: Omit<Store<PhotosWaiting>, 'set'>;
  /**
   * Keeps the images, runs the step that names them, and sends them once the step is taken. A step that is refused leaves them to its
   * form. Answers what the step answered; it never waits for an image.
   */
  along(
    orderId: OrderId,
    photos: readonly { id: string; bytes: ArrayBuffer }[],
    run: () => Promise<boolean>,
  ): Promise<boolean>;
  /** Takes up what an earlier page has left. */
  open(): void;
  /** The network may be back: tries at once. */
  nudge(): void;
  /** The refusals have been read. */
  dismiss(): void;
}

/** The way of photos to the server: in their own time, one after the other, each until the server has answered. */
export function createPhotoQueue(parts: PhotoQueueParts): PhotoQueue {
  const { shelf } = parts;
  const unsent = new Map<string, UnsentPhoto>();
  /** Their step is under way: the server does not know them yet. */
  const held = new Set<string>();
  const waiting = createStore<PhotosWaiting>({ count: 0, kept: true, refused: [] });
  const tell = (change: Partial<PhotosWaiting> = {}) =>
    waiting.set({ ...waiting.get(), count: unsent.size, ...change });
  let sending = false;
  let wake: () => void = () => undefined;

  let onIt: Promise<void> = Promise.resolve();
  /** In its turn, and waited for by nobody: what the browser does not keep is sent all the same, from memory. */
  function onShelf(work: (shelf: PhotoShelf) => Promise<void>): void {
    onIt = onIt.then(async () => {
      try {
        await work(shelf);
        tell({ kept: true });
      } catch {
        // said on screen: the page must stay open until they are sent
        tell({ kept: false });
      }
    });
  }

  function drop(ids: readonly string[]): void {
    for (const id of ids) unsent.delete(id);
    tell();
    onShelf((on) => on.remove(ids));
  }

  function add(photos: readonly UnsentPhoto[]): void {
    for (const photo of photos) unsent.set(photo.id, photo);
    tell();
    onShelf((on) => on.put(photos));
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let attempt = 0; ; ) {
      const next = [...unsent.values()].find(({ id }) => !held.has(id));
      if (!next) break;
      const delivered = await parts.deliver(next);
      if (delivered.kind === 'signed_out') break;
      if (delivered.kind !== 'again') {
        // one that is not named: a page was closed before its step went out, and the order shows that step as still to do
        if (delivered.kind === 'refused') tell({ refused: [...waiting.get().refused, delivered.title] });
        drop([next.id]);
        attempt = 0;
        continue;
      }
      const nudged = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([nudged, parts.wait(pauseBefore(attempt, parts.random()))]);
      attempt += 1;
    }
    sending = false;
  }

  return {
    waiting,
    async along(orderId, photos, run) {
      const { personId } = parts;
      const since = parts.now();
      const mine = photos.map(({ id, bytes }) => ({ id, bytes, orderId, personId, since, named: false }));
      const ids = mine.map(({ id }) => id);
      for (const id of ids) held.add(id);
      if (mine.length > 0) add(mine);
      const taken = await run();
      for (const id of ids) held.delete(id);
      if (mine.length === 0) return taken;
      if (taken) {
        add(mine.map((photo) => ({ ...photo, named: true })));
        void send();
      } else drop(ids);
      return taken;
    },
    open() {
      onShelf(async (on) => {
        for (const photo of await on.all())
          if (photo.personId === parts.personId && !unsent.has(photo.id)) unsent.set(photo.id, photo);
        void send();
      });
    },
    nudge() {
      wake();
      void send();
    },
    dismiss: () => tell({ refused: [] }),
  };
}
