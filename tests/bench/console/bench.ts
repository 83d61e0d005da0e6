import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, chooseBrowser } from '#tests/support/browser.ts';
import { startServer } from '#tests/support/running-server.ts';
import { TOWN_SECRETS } from '#tests/support/town.ts';
import { benchDrag } from './drag.ts';
import { say } from './figures.ts';
import { benchMoving } from './moving.ts';
import { benchRender } from './render.ts';

/**
 * What the dispatcher's console costs in a real browser: `npm run bench -- console`, after `npm run build`. A production
 * server with a small town; the area that it sends is made large on its way to the page, so that the page and nothing else
 * is measured. Ratios are of one run, on one machine, with the same page.
 */
export async function benchConsole(): Promise<void> {
  const server = await startServer({
    entry: 'tests/support/town-server.ts',
    env: TOWN_SECRETS,
    readyWords: 'the town is open',
    withinMs: 180_000,
  });
  const { executablePath } = chooseBrowser();
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  say(
    `${cpus().length} × ${cpus()[0]?.model ?? '?'}; load ${loadavg()[0]?.toFixed(1)}; Chromium ${browser.version()}`,
  );
  try {
    await benchRender(browser, server.origin);
    await benchMoving(browser, server.origin);
    await benchDrag(browser, server.origin);
  } finally {
    await browser.close();
    await server.dispose();
  }
}
