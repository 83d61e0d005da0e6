import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, type Environment, loadConfig } from '#server/config.ts';

const project = join(import.meta.dirname, '../..');
const key = Buffer.alloc(32, 7).toString('base64');

/** The problems an environment is refused for. */
function problemsOf(env: Environment): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('runs with an empty environment on port 3000, the loopback address and the embedded database', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: join(project, '.data'),
      databaseUrl: null,
      poolSize: 10,
      role: 'all',
      logLevel: 'info',
      development: false,
      publicOrigin: null,
      allowedOrigins: [],
      secrets: { signIn: null, phoneEncryptionKey: null, phoneIndexKey: null },
      suggestions: true,
      roadServers: {},
    });
  });

  it('takes a road server for each mode, with its protocol and profile, and sends nobody a password', () => {
    const { roadServers } = loadConfig({
      ROAD_SERVER_EBIKE: 'osrm+http://10.0.0.5:5000/bicycle',
      ROAD_SERVER_CAR: 'valhalla+https://roads.example.cn/routing/auto/',
    });
    expect(roadServers).toEqual({
      ebike: { kind: 'osrm', base: 'http://10.0.0.5:5000', profile: 'bicycle' },
      car: { kind: 'valhalla', base: 'https://roads.example.cn/routing', profile: 'auto' },
    });
    for (const wrong of [
      'http://10.0.0.5:5000/bicycle',
      'osrm+http://10.0.0.5:5000',
      'osrm+ftp://10.0.0.5/bicycle',
      'graphhopper+http://10.0.0.5/bicycle',
      'osrm+http://user:word@10.0.0.5/bicycle',
      'osrm+http://10.0.0.5/bicycle?key=1',
      'osrm+file:///etc/passwd',
    ])
      expect(problemsOf({ ROAD_SERVER_WALK: wrong }), wrong).toEqual([
        expect.stringMatching(
          /^ROAD_SERVER_WALK is .*: expected a protocol, an address and a profile, such as osrm\+http/,
        ),
      ]);
    expect(problemsOf({ ROAD_SERVER_WALK: 'osrm+http://user:word@10.0.0.5/bicycle' })[0]).not.toContain(
      'word@',
    );
  });

  it('takes every variable that is set', () => {
    const config = loadConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/zhundian',
      DATABASE_URL: 'postgres://app:secret@db.example.cn/zhundian',
      DATABASE_POOL_SIZE: '40',
      ROLE: 'planner',
      LOG_LEVEL: 'debug',
      PUBLIC_ORIGIN: 'https://dispatch.example.cn/',
      ALLOWED_ORIGINS: 'https://a.example.cn, http://10.0.0.1:3000,https://dispatch.example.cn',
      SIGN_IN_SECRET: 's'.repeat(32),
      PHONE_ENCRYPTION_KEY: key,
      PHONE_INDEX_KEY: key,
    });
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/zhundian',
      databaseUrl: 'postgres://app:secret@db.example.cn/zhundian',
      poolSize: 40,
      role: 'planner',
      logLevel: 'debug',
      publicOrigin: 'https://dispatch.example.cn',
      allowedOrigins: ['https://dispatch.example.cn', 'https://a.example.cn', 'http://10.0.0.1:3000'],
    });
    expect(config.secrets.signIn).toBe('s'.repeat(32));
    expect(config.secrets.phoneIndexKey).toEqual(Buffer.alloc(32, 7));
  });

  it('takes an empty or blank variable as not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '  ', REDIS_URL: '' })).toEqual(loadConfig({}));
  });

  it('puts a relative DATA_DIR into the project, whatever the working folder', () => {
    expect(loadConfig({ DATA_DIR: 'trial/a' }).dataDir).toBe(join(project, 'trial/a'));
    expect(isAbsolute(loadConfig({}).dataDir)).toBe(true);
  });

  it.each([
    ['PORT', '70000', 'PORT is "70000": expected a port'],
    ['PORT', '30.5', 'PORT is "30.5": expected a port'],
    ['PORT', '-1', 'PORT is "-1": expected a port'],
    ['HOST', 'not a host', 'HOST is "not a host": expected an address'],
    ['DATABASE_POOL_SIZE', '1', 'DATABASE_POOL_SIZE is "1": expected a number of connections from 2 to 100'],
    ['ROLE', 'boss', 'ROLE is "boss": expected one of all, web, planner, jobs'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud": expected one of'],
    ['PUBLIC_ORIGIN', 'dispatch.example.cn', 'PUBLIC_ORIGIN is "dispatch.example.cn": expected scheme'],
    ['PUBLIC_ORIGIN', 'https://a.cn/path', 'PUBLIC_ORIGIN is "https://a.cn/path": expected scheme'],
    [
      'ALLOWED_ORIGINS',
      'https://a.cn,nonsense',
      'ALLOWED_ORIGINS is "https://a.cn,nonsense": expected addresses',
    ],
    ['REDIS_URL', 'redis://localhost', 'does not use Redis yet: unset REDIS_URL'],
    ['PHONE_INDEX_KEY', key, 'PHONE_ENCRYPTION_KEY and PHONE_INDEX_KEY go together'],
  ])('refuses %s=%s, naming variable, value and what to set', (name, value, message) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [
      'DATABASE_URL',
      'mysql://app:hush-hush@db/zhundian',
      'DATABASE_URL is a value of 33 characters (not shown)',
    ],
    ['DATABASE_URL', 'postgres://app:hush-hush@db', 'expected postgres://user:password@host:5432/database'],
    ['SIGN_IN_SECRET', 'hush-hush', 'expected at least 32 random characters'],
    ['PHONE_ENCRYPTION_KEY', 'hush-hush', 'expected 32 random bytes in base64'],
  ])('refuses a bad %s without showing the secret', (name, value, message) => {
    const [problem, ...others] = problemsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(problem).toContain(message);
    expect(problem).not.toContain('hush-hush');
  });

  it('tells every problem at once', () => {
    const problems = problemsOf({ PORT: 'x', ROLE: 'y', LOG_LEVEL: 'z' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'ROLE', 'LOG_LEVEL']);
    expect(() => loadConfig({ PORT: 'x' })).toThrow('The configuration cannot be used:\n- PORT is "x"');
  });
});
