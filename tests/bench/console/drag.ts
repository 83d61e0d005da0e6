import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { seededRandom } from '#domain/base/random.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { say, share } from './figures.ts';
import { type FrameCost, frameCosts, type TraceEvent } from './frame-cost.ts';
import { frames, openConsole, placeTechnicians } from './page.ts';

const SECONDS = 6;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing'];

/** An order carried over rows and hours for some seconds, with everybody on the map. */
export async function benchDrag(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: 500, orders: 3000, random: seededRandom(3) });
  const open = await openConsole(browser, origin, day);
  const { page } = open;
  await placeTechnicians(open, day);
  const card = (await page.getByRole('option').first().boundingBox())!;
  const hours = (await page.locator('li[data-technician] [data-hours]').first().boundingBox())!;
  await page.mouse.move(card.x + 20, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(card.x + 30, card.y + 30, { steps: 3 });
  await page.mouse.move(hours.x + 200, hours.y + 20, { steps: 4 });
  await page.locator('li[data-technician][data-verdict]').first().waitFor();
  await browser.startTracing(page, { categories: CATEGORIES });
  const counting = frames(page, SECONDS);
  const until = performance.now() + SECONDS * 1000;
  // A hand's pace: about sixty moves a second, eight pixels each, another row every half second.
  let step = 0;
  for (; performance.now() < until; step += 1) {
    await page.mouse.move(hours.x + 150 + ((step * 8) % 900), hours.y + 20 + ((step * 2) % 330));
    await wait(12);
  }
  const gaps = await counting;
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const idle = await frames(page, 3);
  const costs = frameCosts(trace.traceEvents, 'frames begin', 'frames end');
  const at = (of: (cost: FrameCost) => number) => {
    const values = costs.map(of);
    return `p50 ${share(values, 0.5).toFixed(1)}, p95 ${share(values, 0.95).toFixed(1)}, longest ${share(values, 1).toFixed(1)} ms`;
  };
  say(
    `drag at 500 technicians × 3 000 orders, ${step} moves: frame p50 ${share(gaps, 0.5).toFixed(1)} ms, p95 ${share(gaps, 0.95).toFixed(1)} ms, longest ${share(gaps, 1).toFixed(1)} ms (idle p95 ${share(idle, 0.95).toFixed(1)} ms)`,
  );
  say(`  processor time of a frame's script and layout: ${at(({ script, layout }) => script + layout)}`);
  say(
    `  of its painting: ${at(({ paint }) => paint)}; of all: ${at(({ script, layout, paint }) => script + layout + paint)}`,
  );
  await open.context.close();
}
