import { gzipSync } from 'node:zlib';
import type { Browser, Page, WebSocketRoute } from '@playwright/test';
import type { consoleDay } from '#tests/support/console-day.ts';
import { withSnapshots } from '#tests/support/large-board.ts';
import { TOWN_PASSWORD } from '#tests/support/town.ts';

export type Day = ReturnType<typeof consoleDay>;
export type OpenConsole = Awaited<ReturnType<typeof openConsole>>;

/** Signs in and opens the console on that day. The scripts of the page are weighed on their way. */
export async function openConsole(browser: Browser, origin: string, day: Day) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'zh-CN',
    viewport: { width: 1920, height: 1080 },
    // Something to compare with may be put into the page.
    bypassCSP: true,
  });
  await context.request.post('/api/auth/sign-in/username', {
    data: { username: 'dispatcher', password: TOWN_PASSWORD },
    headers: { origin },
  });
  const page = await context.newPage();
  const weights: Promise<{ at: number; size: number }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const at = Date.now();
    weights.push(response.body().then((body) => ({ at, size: gzipSync(body, { level: 9 }).length })));
  });
  let line: WebSocketRoute | null = null;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const real = socket.connectToServer();
    real.onMessage((message) => socket.send(typeof message === 'string' ? enlarged(message, day) : message));
    line = socket;
  });
  await page.goto('/dispatch');
  await page.locator('li[data-technician="t0"]').waitFor({ timeout: 120_000 });
  await page.locator('.leaflet-marker-icon').first().waitFor({ state: 'attached' });
  const shownAt = Date.now();
  return {
    context,
    page,
    shownAt,
    /** Every script so far: when it came, and its size. */
    scripts: () => Promise.all(weights),
    send: (event: string, value: unknown) => line?.send(`42${JSON.stringify([event, value])}`),
  };
}

/** That day's orders and technicians in place of the town's. */
function enlarged(message: string, { technicians, visits, pool }: Day): string {
  const orders = [...pool, ...[...visits.values()].flat()];
  return withSnapshots(message, (snapshot) => ({
    ...snapshot,
    state: { ...snapshot.state, technicians, orders },
  }));
}

/** Everybody at home, with a turn of the wheel that makes each report newer than the last. */
export function reportPositions({ send }: Pick<OpenConsole, 'send'>, day: Day, turn: number): void {
  const at = day.ground.now + turn;
  const list = day.technicians.map(({ id, home }, index) => [
    id,
    home!.lng + Math.sin(turn / 40 + index) * 0.002,
    home!.lat + Math.cos(turn / 40 + index) * 0.002,
    10,
    5,
    (turn * 3 + index) % 360,
    at,
    at,
  ]);
  send('positions', { at, list });
}

/** Waits until the technicians stand on the map, reporting until they do. */
export async function placeTechnicians(open: OpenConsole, day: Day): Promise<void> {
  await open.page.locator('canvas[data-technicians]').waitFor({ state: 'attached' });
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    reportPositions(open, day, turn);
  }, 500);
  const least = day.technicians.length / 2;
  await open.page.waitForFunction(
    (count) => Number(document.querySelector<HTMLElement>('canvas[data-technicians]')?.dataset.drawn) > count,
    least,
  );
  clearInterval(timer);
}

/** Milliseconds between the frames of some seconds, which are marked in a trace as well. */
export function frames(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(
    (limit) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        let last = performance.now();
        const end = last + limit * 1000;
        performance.mark('frames begin');
        const next = (at: number) => {
          gaps.push(at - last);
          last = at;
          if (at < end) {
            requestAnimationFrame(next);
            return;
          }
          performance.mark('frames end');
          done(gaps.slice(1));
        };
        requestAnimationFrame(next);
      }),
    seconds,
  );
}
