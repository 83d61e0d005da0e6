import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GivenSecrets } from './config.ts';

/** Secrets of this installation. */
export type Secrets = { signIn: string; phoneEncryptionKey: Buffer; phoneIndexKey: Buffer };

const FILE = 'secrets.json';
const KEY_BYTES = 32;

/**
 * The secrets to run by: those given by the environment, the others from DATA_DIR/secrets.json, which the first start
 * makes for its owner's eyes alone. Whoever loses that file loses every stored telephone number: back it up.
 * Throws, naming the file and what to do, when it is damaged or others may read it.
 */
export async function loadSecrets(dataDir: string, given: GivenSecrets): Promise<Secrets> {
  const { signIn, phoneEncryptionKey, phoneIndexKey } = given;
  if (signIn !== null && phoneEncryptionKey !== null && phoneIndexKey !== null) {
    return { signIn, phoneEncryptionKey, phoneIndexKey };
  }
  const path = join(dataDir, FILE);
  const kept = (await readKept(path)) ?? (await makeKept(dataDir, path));
  return {
    signIn: signIn ?? kept.signIn,
    phoneEncryptionKey: phoneEncryptionKey ?? kept.phoneEncryptionKey,
    phoneIndexKey: phoneIndexKey ?? kept.phoneIndexKey,
  };
}

async function readKept(path: string): Promise<Secrets | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(
      `The secrets in ${path} cannot be read: ${(error as Error).message}. Start as the user who owns the file.`,
      { cause: error },
    );
  }
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`The secrets in ${path} can be read by other users. Run: chmod 600 ${path}`);
  }
  return parseKept(text, path);
}

function parseKept(text: string, path: string): Secrets {
  const damaged = (why: string) =>
    new Error(
      `The secrets in ${path} are damaged: ${why}. Put the file back from a backup; a new one would make every stored telephone number unreadable.`,
    );
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(text);
  } catch {
    throw damaged('it is not JSON');
  }
  const keyOf = (name: string): Buffer => {
    const bytes = Buffer.from(String(fields[name] ?? ''), 'base64');
    if (bytes.length !== KEY_BYTES) throw damaged(`"${name}" is not ${KEY_BYTES} bytes in base64`);
    return bytes;
  };
  const signIn = fields.signIn;
  if (typeof signIn !== 'string' || signIn.length < 32)
    throw damaged('"signIn" is shorter than 32 characters');
  return {
    signIn,
    phoneEncryptionKey: keyOf('phoneEncryptionKey'),
    phoneIndexKey: keyOf('phoneIndexKey'),
  };
}

/** Writes new secrets beside their place and links them into it, so that of two first starts only one set is kept. */
async function makeKept(dataDir: string, path: string): Promise<Secrets> {
  const secret = () => randomBytes(KEY_BYTES).toString('base64');
  const text = JSON.stringify(
    { signIn: secret(), phoneEncryptionKey: secret(), phoneIndexKey: secret() },
    null,
    2,
  );
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const building = `${path}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(building, `${text}\n`, { mode: 0o600 });
  try {
    await link(building, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(building);
  }
  const kept = await readKept(path);
  if (!kept) throw new Error(`The secrets could not be kept in ${path}.`);
  return kept;
}
