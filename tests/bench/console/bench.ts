import { cpus, loadavg } from 'node:os';
import { stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type WebSocketRoute } from '@playwright/test';
import { seededRandom } from '#domain/base/random.ts';
import type { PositionRow, Snapshot } from '#protocol/live.ts';
import { BROWSER_ARGUMENTS, chooseBrowser } from '#tests/support/browser.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { startServer } from '#tests/support/running-server.ts';
import { TOWN_PASSWORD, TOWN_SECRETS } from '#tests/support/town.ts';

type Day = ReturnType<typeof consoleDay>;

const SECONDS = 6;
const ROUNDS = 7;

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
    await renderOfADay(browser, server.origin);
    await movingTechnicians(browser, server.origin);
    await dragging(browser, server.origin);
  } finally {
    await browser.close();
    await server.dispose();
  }
}

/** Signs in and opens the console on that day. The scripts of the page are weighed on their way. */
async function open(browser: Browser, origin: string, day: Day) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'zh-CN',
    viewport: { width: 1920, height: 1080 },
  });
  await context.request.post('/api/auth/sign-in/username', {
    data: { username: 'dispatcher', password: TOWN_PASSWORD },
    headers: { origin },
  });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  let line: WebSocketRoute | null = null;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const real = socket.connectToServer();
    real.onMessage((message) => socket.send(typeof message === 'string' ? enlarged(message, day) : message));
    line = socket;
  });
  await page.goto('/dispatch');
  await page.locator('li[data-technician="t0"]').waitFor({ timeout: 120_000 });
  return {
    context,
    page,
    scripts,
    send: (event: string, value: unknown) => line?.send(`42${JSON.stringify([event, value])}`),
  };
}

/** The answer to `watch`, with the day's orders and technicians in place of the town's. */
function enlarged(message: string, { technicians, visits, pool }: Day): string {
  if (!message.startsWith('43') || !message.includes('"snapshots":[{')) return message;
  const at = message.indexOf('[');
  const answer = JSON.parse(message.slice(at)) as [{ data: { snapshots: Snapshot[] } }];
  answer[0].data.snapshots = answer[0].data.snapshots.map((snapshot) => ({
    ...snapshot,
    state: { ...snapshot.state, technicians, orders: [...pool, ...[...visits.values()].flat()] },
  }));
  return message.slice(0, at) + JSON.stringify(answer);
}

/** The day shown anew: pool, map and timeline with their bars, beside the same number of plain divs. */
async function renderOfADay(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: 100, orders: 800, random: seededRandom(1) });
  const { page, context, scripts } = await open(browser, origin, day);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts);
  say(
    `JavaScript of the page: ${(sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(0)} KiB gzip in ${sizes.length} files`,
  );
  const shown: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.getByRole('button', { name: '后一天' }).click();
    await page.locator('li[data-technician] button[data-order]').first().waitFor({ state: 'detached' });
    shown.push(await timeToPaint(page, 'today'));
    plain.push(await timeToPaint(page, 'divs'));
  }
  const ratio = middle(shown) / middle(plain);
  say(
    `day of 100 technicians × 800 orders shown: ${middle(shown).toFixed(0)} ms; 100 rows with 800 plain divs: ${middle(plain).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (medians of ${ROUNDS})`,
  );
  await context.close();
}

function timeToPaint(page: Page, what: 'today' | 'divs'): Promise<number> {
  return page.evaluate(async (kind) => {
    const painted = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    await painted();
    const began = performance.now();
    if (kind === 'today') {
      const today = [...document.querySelectorAll('button')].find((one) => one.textContent === '今天');
      today?.click();
      while (!document.querySelector('li[data-technician] button[data-order]')) await painted();
    } else {
      const host = document.createElement('div');
      host.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:9999';
      for (let row = 0; row < 100; row += 1) {
        const line = document.createElement('div');
        line.style.cssText = 'position:relative;height:52px';
        for (let bar = 0; bar < 8; bar += 1) {
          const block = document.createElement('div');
          block.style.cssText = `position:absolute;left:${bar * 140}px;width:120px;height:32px;border:1px solid;border-radius:6px`;
          block.textContent = `小区${row}`;
          line.append(block);
        }
        host.append(line);
      }
      document.body.append(host);
      await painted();
      const took = performance.now() - began;
      host.remove();
      return took;
    }
    await painted();
    return performance.now() - began;
  }, what);
}

/** Frames while nothing moves and while a thousand technicians report four times a second. */
async function movingTechnicians(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: 1000, orders: 3000, random: seededRandom(2) });
  const { page, context, send } = await open(browser, origin, day);
  const report = (turn: number) => {
    const at = day.ground.now + turn;
    const list = day.technicians.map(
      ({ id, home }, index): PositionRow => [
        id,
        home!.lng + Math.sin(turn / 40 + index) * 0.002,
        home!.lat + Math.cos(turn / 40 + index) * 0.002,
        10,
        5,
        (turn * 3 + index) % 360,
        at,
        at,
      ],
    );
    send('positions', { list });
  };
  report(1);
  await page.locator('canvas[data-technicians]').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('canvas[data-technicians]')?.dataset.drawn) > 500,
  );
  const idle = await frames(page, SECONDS);
  let turn = 1;
  const timer = setInterval(() => {
    turn += 1;
    report(turn);
  }, 250);
  const moving = await frames(page, SECONDS);
  clearInterval(timer);
  say(
    `frame with 1 000 technicians moving: ${mean(moving).toFixed(1)} ms (p95 ${share(moving, 0.95).toFixed(1)}); idle ${mean(idle).toFixed(1)} ms (p95 ${share(idle, 0.95).toFixed(1)}); ratio of means ${(mean(moving) / mean(idle)).toFixed(2)}`,
  );
  await context.close();
}

/** An order carried over rows and hours for some seconds. */
async function dragging(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: 500, orders: 3000, random: seededRandom(3) });
  const { page, context } = await open(browser, origin, day);
  const card = (await page.getByRole('option').first().boundingBox())!;
  const hours = (await page.locator('li[data-technician] [data-hours]').first().boundingBox())!;
  await page.mouse.move(card.x + 20, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(card.x + 30, card.y + 30, { steps: 3 });
  await page.mouse.move(hours.x + 200, hours.y + 20, { steps: 4 });
  await page.locator('li[data-technician][data-verdict]').first().waitFor();
  const counting = frames(page, SECONDS);
  const until = performance.now() + SECONDS * 1000;
  // A hand's pace: about sixty moves a second, eight pixels each, another row every half second.
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.move(hours.x + 150 + ((step * 8) % 900), hours.y + 20 + ((step * 2) % 330));
    await wait(12);
  }
  const drag = await counting;
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const idle = await frames(page, 3);
  say(
    `drag at 500 technicians × 3 000 orders: frame p50 ${share(drag, 0.5).toFixed(1)} ms, p95 ${share(drag, 0.95).toFixed(1)} ms, longest ${share(drag, 1).toFixed(1)} ms (idle p95 ${share(idle, 0.95).toFixed(1)} ms)`,
  );
  await context.close();
}

/** Milliseconds between the frames of some seconds. */
function frames(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(
    (limit) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        let last = performance.now();
        const end = last + limit * 1000;
        const next = (at: number) => {
          gaps.push(at - last);
          last = at;
          if (at < end) requestAnimationFrame(next);
          else done(gaps.slice(1));
        };
        requestAnimationFrame(next);
      }),
    seconds,
  );
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function middle(values: readonly number[]): number {
  return share(values, 0.5);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function say(words: string): void {
  stdout.write(`${words}\n`);
}
