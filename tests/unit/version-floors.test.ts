import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOlder, VERSION_FLOORS, versionsBelowFloor } from '#tests/support/version-floors.ts';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
const floors = [{ name: 'ws', atLeast: '8.21.0', because: 'CVE-2026-48779' }];

describe('version floors', () => {
  it('hold for every package of the lock file', () => {
    expect(VERSION_FLOORS.length).toBeGreaterThan(0);
    expect(versionsBelowFloor(lock)).toEqual([]);
  });

  it('catch an old copy planted below another package', () => {
    const planted = {
      packages: {
        ...lock.packages,
        'node_modules/engine.io/node_modules/ws': { version: '8.20.1' },
      },
    };
    expect(versionsBelowFloor(planted)).toEqual([
      'node_modules/engine.io/node_modules/ws is 8.20.1: at least 8.21.0 is needed (CVE-2026-48779)',
    ]);
  });

  it('do not mistake a package whose name only ends alike', () => {
    const packages = {
      'node_modules/ws': { version: '8.21.0' },
      'node_modules/big-ws': { version: '1.0.0' },
    };
    expect(versionsBelowFloor({ packages }, floors)).toEqual([]);
  });

  it('complain when the package is gone from the lock file', () => {
    expect(versionsBelowFloor({ packages: {} }, floors)).toEqual([
      'ws is not in package-lock.json: remove its floor or put it back',
    ]);
  });

  it.each([
    ['8.20.9', '8.21.0', true],
    ['8.21.0', '8.21.0', false],
    ['8.100.0', '8.21.0', false],
    ['10.0.0', '9.9.9', false],
    ['8.21.0-rc.1', '8.21.0', true],
    ['8.21.0+build', '8.21.0', false],
  ])('place %s against %s', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });
});
