import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseBrowser } from '#tests/support/browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the choice of a browser', () => {
  it('takes the one that is named and works', () => {
    // Anything that answers --version will do to be taken.
    vi.stubEnv('PLAYWRIGHT_CHROMIUM_EXECUTABLE', '/bin/true');
    expect(chooseBrowser()).toEqual({
      executablePath: '/bin/true',
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
