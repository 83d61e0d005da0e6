import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseBrowser } from '#tests/support/browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the choice of a browser', () => {
  it('takes the one that is named and works', () => {
    // Any program that exits with 0 will do to be taken.
    const program = existsSync('/bin/true') ? '/bin/true' : '/usr/bin/true';
    vi.stubEnv('PLAYWRIGHT_CHROMIUM_EXECUTABLE', program);
    expect(chooseBrowser()).toEqual({
      executablePath: program,
      source: 'named by PLAYWRIGHT_CHROMIUM_EXECUTABLE',
    });
  });

  it('says which variable is wrong when the named one does not start', () => {
    vi.stubEnv('PLAYWRIGHT_CHROMIUM_EXECUTABLE', '/nonexistent/chromium');
    expect(() => chooseBrowser()).toThrow(
      'PLAYWRIGHT_CHROMIUM_EXECUTABLE is "/nonexistent/chromium", which does not start:',
    );
  });
});
