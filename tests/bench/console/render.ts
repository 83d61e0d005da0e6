import { join } from 'node:path';
import { env } from 'node:process';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { seededRandom } from '#domain/base/random.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { middle, say } from './figures.ts';
import { openConsole } from './page.ts';

const ROUNDS = 7;
const TECHNICIANS = 100;
const ORDERS = 800;

/** Milliseconds by the clock, and of the page's main thread alone: on a busy machine the clock tells of the machine. */
interface Cost {
  readonly clock: number;
  readonly thread: number;
}

/**
 * A day shown: pool, map and timeline with their bars, beside the same number of plain divs and, where VIS_TIMELINE names
 * the folder of that package (8.5.4), beside its timeline with the same rows and visits.
 */
export async function benchRender(browser: Browser, origin: string): Promise<void> {
  const day = consoleDay({ technicians: TECHNICIANS, orders: ORDERS, random: seededRandom(1) });
  const { page, context, scripts, shownAt } = await openConsole(browser, origin, day);
  await page.waitForLoadState('networkidle');
  const weights = await scripts();
  const sum = (list: readonly { size: number }[]) => list.reduce((total, { size }) => total + size, 0) / 1024;
  const first = weights.filter(({ at }) => at <= shownAt);
  say(
    `JavaScript until the first view stands: ${sum(first).toFixed(0)} KiB gzip in ${first.length} files; with what is fetched once it does: ${sum(weights).toFixed(0)} KiB in ${weights.length}`,
  );
  if (env.VIS_TIMELINE) {
    const umd = join(env.VIS_TIMELINE, 'standalone/umd/vis-timeline-graph2d.min.js');
    await page.addScriptTag({ path: umd });
    await page.addStyleTag({ path: join(env.VIS_TIMELINE, 'styles/vis-timeline-graph2d.min.css') });
  }
  const metrics = await context.newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const shown: Cost[] = [];
  const plain: Cost[] = [];
  const peer: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.getByRole('button', { name: '后一天' }).click();
    await page.locator('li[data-technician] button[data-order]').first().waitFor({ state: 'detached' });
    shown.push(await costOf(metrics, () => timeToday(page)));
    plain.push(await costOf(metrics, () => timeDivs(page)));
    if (env.VIS_TIMELINE) peer.push(await costOf(metrics, () => timeVis(page)));
  }
  const of = (costs: readonly Cost[], what: keyof Cost) => middle(costs.map((cost) => cost[what]));
  const ratio = (other: readonly Cost[]) =>
    `${(of(shown, 'clock') / of(other, 'clock')).toFixed(2)} (main thread ${(of(shown, 'thread') / of(other, 'thread')).toFixed(2)})`;
  const ms = (costs: readonly Cost[]) =>
    `${of(costs, 'clock').toFixed(0)} ms (main thread ${of(costs, 'thread').toFixed(0)})`;
  say(
    `day of ${TECHNICIANS} technicians × ${ORDERS} orders shown: ${ms(shown)}; the same in plain divs: ${ms(plain)}, ratio ${ratio(plain)} (medians of ${ROUNDS})`,
  );
  say(
    env.VIS_TIMELINE
      ? `vis-timeline with the same rows and visits: ${ms(peer)}, ratio ${ratio(peer)}`
      : 'vis-timeline: not compared, VIS_TIMELINE names no folder',
  );
  await context.close();
}

async function costOf(metrics: CDPSession, work: () => Promise<number>): Promise<Cost> {
  const before = await threadMs(metrics);
  const clock = await work();
  return { clock, thread: (await threadMs(metrics)) - before };
}

/** Processor time of the tasks of the page's main thread so far, milliseconds. */
async function threadMs(metrics: CDPSession): Promise<number> {
  const { metrics: all } = await metrics.send('Performance.getMetrics');
  const found = all.find(({ name }) => name === 'TaskDuration');
  if (!found) throw new Error('The browser tells no TaskDuration.');
  return found.value * 1000;
}

/** From the press on "today" until two frames after its bars stand; longer where the map's pins are not those of the day by then. */
function timeToday(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const painted = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    const pins = () => [...document.querySelectorAll('.leaflet-marker-icon')];
    await painted();
    const before = new Set(pins());
    const began = performance.now();
    const today = [...document.querySelectorAll('button')].find((one) => one.textContent === '今天');
    today?.click();
    while (!document.querySelector('li[data-technician] button[data-order]')) await painted();
    await painted();
    while (pins().every((pin) => before.has(pin))) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  });
}

function timeDivs(page: Page): Promise<number> {
  return page.evaluate(
    async ({ rows, bars }) => {
      const painted = () =>
        new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      await painted();
      const began = performance.now();
      const host = document.createElement('div');
      host.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:9999';
      for (let row = 0; row < rows; row += 1) {
        const line = document.createElement('div');
        line.style.cssText = 'position:relative;height:52px';
        for (let bar = 0; bar < bars; bar += 1) {
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
    },
    { rows: TECHNICIANS, bars: ORDERS / TECHNICIANS },
  );
}

interface VisGlobal {
  readonly vis: {
    Timeline: new (
      host: HTMLElement,
      items: unknown,
      groups: unknown,
      options: unknown,
    ) => { destroy(): void };
    DataSet: new (list: readonly object[]) => unknown;
  };
}

function timeVis(page: Page): Promise<number> {
  return page.evaluate(
    async ({ rows, bars }) => {
      const { vis } = window as unknown as VisGlobal;
      const painted = () =>
        new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      await painted();
      const host = document.createElement('div');
      host.style.cssText = 'position:fixed;inset:0;z-index:9999;background:white';
      document.body.append(host);
      const day = Date.parse('2026-03-10T07:00:00+08:00');
      const began = performance.now();
      const groups = Array.from({ length: rows }, (_, id) => ({ id, content: `装维${id}` }));
      const items = groups.flatMap(({ id: group }) =>
        Array.from({ length: bars }, (_, bar) => ({
          id: group * bars + bar,
          group,
          content: `小区${group}`,
          start: day + bar * 95 * 60_000,
          end: day + bar * 95 * 60_000 + 60 * 60_000,
        })),
      );
      const timeline = new vis.Timeline(host, new vis.DataSet(items), new vis.DataSet(groups), {
        start: day,
        end: day + 14 * 3_600_000,
        height: '100%',
        stack: false,
        editable: true,
      });
      while (!host.querySelector('.vis-item')) await painted();
      await painted();
      const took = performance.now() - began;
      timeline.destroy();
      host.remove();
      return took;
    },
    { rows: TECHNICIANS, bars: ORDERS / TECHNICIANS },
  );
}
