import { spawn } from 'node:child_process';
import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What the screens are made of. */
const SOURCES = [
  'app/**/*.{ts,tsx,css}',
  'server/{domain,protocol,services,access}/**/*.ts',
  'db/**/*.ts',
  'package-lock.json',
  'next.config.js',
];

/** Builds the screens when there is no build yet or a source is newer than it. Throws with the build's own words when it fails. */
export async function buildIfStale(say: (words: string) => void): Promise<void> {
  if (await isFresh()) return;
  say('Building the screens (once, up to a minute) …');
  const output: string[] = [];
  const next = join(ROOT, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => output.push(String(piece)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`next build ended with code ${code}:\n${output.join('').slice(-4000)}`);
}

async function isFresh(): Promise<boolean> {
  const built = await modifiedAt(join(ROOT, '.next/BUILD_ID'));
  if (built === null) return false;
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    const at = await modifiedAt(join(ROOT, file));
    if (at !== null && at > built) return false;
  }
  return true;
}

async function modifiedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
