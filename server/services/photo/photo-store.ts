import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where images lie, by names that are ours: a folder, or an object store that stands in for it. */
export interface PhotoStore {
  /** Resolves when it is there whole; a name that is there already is overwritten. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none of that name. */
  get(name: string): Promise<Uint8Array | null>;
  /** One that is not there is as removed. */
  remove(name: string): Promise<void>;
}

const NAME = /^[0-9a-f-]{36}$/;

/** A folder of this machine, for its owner's eyes alone; made when the first image comes. */
export class FolderPhotoStore implements PhotoStore {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(name);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true });
    await rename(`${path}.part`, path);
  }

  async get(name: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#pathOf(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    const path = this.#pathOf(name);
    await rm(path, { force: true });
    await rm(`${path}.part`, { force: true });
  }

  /** Two letters of the name make a folder, so that none grows without end. */
  #pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a photo: expected a UUID.`);
    return join(this.#folder, name.slice(0, 2), `${name}.jpg`);
  }
}
