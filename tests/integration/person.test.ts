import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const PROJECT = join(import.meta.dirname, '../..');

let house: HttpHouse;
let dataDir: string;
beforeAll(async () => {
  house = await openHttpHouse();
  dataDir = await mkdtemp(join(tmpdir(), 'zhundian-person-'));
});
afterAll(async () => {
  await house?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function person(args: string[], input = '') {
  const child = spawn(process.execPath, [join(PROJECT, 'server/cli/person.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: house.database.url, DATA_DIR: dataDir },
  });
  child.stdin.end(input);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, output };
}

const signIn = (username: string, password: string) =>
  house.call('POST', '/api/auth/sign-in/username', { body: { username, password } });

describe('who may sign in', () => {
  it('is let in with a password that is printed once, for the areas named', async () => {
    const { code, output } = await person([
      'admit',
      'Li.Na',
      '--name',
      '李娜',
      '--role',
      'dispatcher',
      '--areas',
      'gulou',
    ]);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('with the password') });
    const answer = await signIn('li.na', output.match(/password (\S+)\.\n/)![1]!);
    expect(answer.status).toBe(200);
    expect((await person(['list'])).output).toContain('li.na: 李娜, dispatcher, gulou\n');
  });

  it('is renewed by the same username and signed out, dismissed, and let in again', async () => {
    const words = ['admit', 'wang', '--name', '王五', '--password-from-stdin', '--role'];
    await person([...words, 'supervisor'], 'first-secret\n');
    const cookie = (await signIn('wang', 'first-secret')).headers.getSetCookie()[0]!.split(';')[0]!;
    await person([...words, 'dispatcher'], 'second-secret\n');
    expect((await house.call('GET', '/api/v1/me', { cookie })).status).toBe(401);
    expect((await signIn('wang', 'first-secret')).status).toBe(401);
    expect((await signIn('wang', 'second-secret')).status).toBe(200);

    expect((await person(['dismiss', 'wang'])).code).toBe(0);
    expect((await signIn('wang', 'second-secret')).status).toBe(401);
    expect((await person(['list'])).output).toContain('wang: 王五, dispatcher, every area, let in no more');
    await person([...words, 'dispatcher'], 'third-secret\n');
    expect((await signIn('wang', 'third-secret')).status).toBe(200);
  });

  it('is refused with everything that cannot be, and nothing is changed', async () => {
    const before = (await person(['list'])).output;
    const wrong = await person(
      [
        'admit',
        '李',
        '--role',
        'boss',
        '--areas',
        'atlantis',
        '--technician',
        'nobody',
        '--password-from-stdin',
      ],
      'short\n',
    );
    expect(wrong.code).toBe(2);
    for (const words of [
      'The username "李" must be',
      'A name is missing',
      'The role "boss" is none',
      'No area is called atlantis. Areas: gulou',
      'No technician has the id nobody',
      'this one has 5',
    ])
      expect(wrong.output).toContain(words);
    expect(await person(['admit', 'zhao', '--name', '赵六', '--role', 'technician'])).toMatchObject({
      code: 2,
      output: expect.stringContaining('needs the id of the technician'),
    });
    expect(await person(['dismiss', 'ghost'])).toMatchObject({
      code: 2,
      output: expect.stringContaining('Nobody has'),
    });
    expect(await person([])).toMatchObject({
      code: 2,
      output: expect.stringContaining('What is to be done?'),
    });
    expect((await person(['list'])).output).toBe(before);
  });
});
