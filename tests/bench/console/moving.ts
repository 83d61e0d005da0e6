import type { Browser } from '@playwright/test';
import { seededRandom } from '#domain/base/random.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { mean, say, share } from './figures.ts';
import { frames, openConsole, placeTechnicians, reportPositions } from './page.ts';

const SECONDS = 6;

/** Frames while nothing moves and while a thousand technicians report four times a second. */
export async function benchMoving(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: 1000, orders: 3000, random: seededRandom(2) });
  const open = await openConsole(browser, origin, day);
  await placeTechnicians(open, day);
  const idle = await frames(open.page, SECONDS);
  let turn = 1000;
  const timer = setInterval(() => {
    turn += 1;
    reportPositions(open, day, turn);
  }, 250);
  const moving = await frames(open.page, SECONDS);
  clearInterval(timer);
  say(
    `frame with 1 000 technicians moving: ${mean(moving).toFixed(1)} ms (p95 ${share(moving, 0.95).toFixed(1)}); idle ${mean(idle).toFixed(1)} ms (p95 ${share(idle, 0.95).toFixed(1)}); ratio of means ${(mean(moving) / mean(idle)).toFixed(2)}`,
  );
  await open.context.close();
}
