import type { Instant, OrderId, PersonId } from '#domain/base/brand.ts';

/** An image that waits on this phone for its way to the server. */
export interface UnsentPhoto {
  readonly id: string;
  readonly personId: PersonId;
  readonly orderId: OrderId;
  /** JPEG. Bytes, not a Blob: some browsers lose the contents of stored blobs. */
  readonly bytes: ArrayBuffer;
  readonly since: Instant;
  /** The server has taken the step that names it. */
  readonly named: boolean;
}

/** Where unsent images outlive the page. */
export interface PhotoShelf {
  all(): Promise<readonly UnsentPhoto[]>;
  put(photos: readonly UnsentPhoto[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

const NAME = 'zhundian-photos';
const STORE = 'unsent';

/** The shelf in the browser's own database. Every call rejects where the browser keeps nothing, as some do in private windows. */
export function browserShelf(): PhotoShelf {
  return {
    all: () => within('readonly', (store) => store.getAll() as IDBRequest<UnsentPhoto[]>),
    async put(photos) {
      await within('readwrite', (store) => photos.map((photo) => store.put(photo)).at(-1));
    },
    async remove(ids) {
      await within('readwrite', (store) => ids.map((id) => store.delete(id)).at(-1));
    },
  };
}

/** One transaction; resolves when it is complete. The database is opened for it alone: a page that holds it open hinders newer ones. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request?.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser gave the photos up.'));
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no photos.'));
    request.onblocked = () => reject(new Error('Another page holds the photos of this browser.'));
  });
}
