import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#server/config.ts';
import { loadSecrets } from '#server/secrets.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const none = loadConfig({}).secrets;
const key = Buffer.alloc(32, 7);
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder('secrets');
});
afterEach(() => rm(folder, { recursive: true }));

describe('secrets', () => {
  it('are made at the first start, kept, and readable by their owner alone', async () => {
    const dataDir = join(folder, 'new');
    const first = await loadSecrets(dataDir, none);
    expect(first.signIn.length).toBeGreaterThanOrEqual(32);
    expect(first.phoneEncryptionKey).toHaveLength(32);
    expect(first.phoneIndexKey).toHaveLength(32);
    expect(first.phoneIndexKey).not.toEqual(first.phoneEncryptionKey);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await loadSecrets(dataDir, none)).toEqual(first);
  });

  it('differ between two installations', async () => {
    const [a, b] = [await loadSecrets(join(folder, 'a'), none), await loadSecrets(join(folder, 'b'), none)];
    expect(a.signIn).not.toBe(b.signIn);
  });

  it('are one set when several processes start for the first time together', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(folder, none)));
    expect(new Set(all.map(({ signIn }) => signIn)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['secrets.json']);
  });

  it('come from the environment where it gives them, and then need no file', async () => {
    const given = { signIn: 's'.repeat(32), phoneEncryptionKey: key, phoneIndexKey: key };
    expect(await loadSecrets(folder, given)).toEqual(given);
    expect(await readdir(folder)).toEqual([]);
    const kept = await loadSecrets(folder, { ...none, signIn: 'from the environment'.repeat(2) });
    expect(kept.signIn).toBe('from the environment'.repeat(2));
    expect(kept.phoneIndexKey).toEqual((await loadSecrets(folder, none)).phoneIndexKey);
  });

  it('are refused when others may read the file, saying how to mend it', async () => {
    await loadSecrets(folder, none);
    const path = join(folder, 'secrets.json');
    await chmod(path, 0o644);
    await expect(loadSecrets(folder, none)).rejects.toThrow(`Run: chmod 600 ${path}`);
  });

  it.each([
    ['not JSON', 'it is not JSON'],
    ['{}', '"signIn" is shorter than 32 characters'],
    [
      JSON.stringify({ signIn: 's'.repeat(32), phoneEncryptionKey: 'abc' }),
      '"phoneEncryptionKey" is not 32 bytes',
    ],
  ])('are never made anew over a damaged file (%s)', async (content, why) => {
    const path = join(folder, 'secrets.json');
    await writeFile(path, content, { mode: 0o600 });
    await expect(loadSecrets(folder, none)).rejects.toThrow(`The secrets in ${path} are damaged: ${why}`);
    expect(await readFile(path, 'utf8')).toBe(content);
  });
});
