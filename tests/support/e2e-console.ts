import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { instantOf } from '#domain/time/zone.ts';
import type { Commands } from '#protocol/command.ts';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

/** The town's day. */
export const TOWN_DATE = '2026-03-10';

/** A time of the town's day, or of another, in the standard's zone. */
export function townAt(clock: string, date = TOWN_DATE): number {
  return instantOf(date, clock, 'Asia/Shanghai');
}

/** A dispatcher whose console is loaded. */
export async function consoleAt(
  browser: Browser,
  username: string,
  options: Parameters<typeof personAt>[3] = {},
): Promise<PersonAtScreen> {
  const person = await personAt(browser, username, '/dispatch', options);
  await expect(rowOf(person.page, 't001')).toBeVisible({ timeout: 30_000 });
  return person;
}

let taken = 0;
/** The places that orders stand at in turn, so that the last order of a long run is as near as the first. */
const PLACES = 20;

/** An install that waits in the pool, in an estate of its own. */
export async function poolOrder(
  dispatcher: PersonAtScreen,
  given: Partial<Commands['order.intake']> = {},
): Promise<{ orderId: string; number: string }> {
  const orderId = randomUUID();
  taken += 1;
  const number = `CON${process.pid}-${taken}`;
  const place = taken % PLACES;
  await dispatcher.command('order.intake', {
    orderId,
    number,
    areaId: 'gulou',
    type: 'install',
    accessType: 'FTTH',
    subscribedMbps: 100,
    durationMin: 30,
    estate: `翠湖苑${taken}`,
    place: {
      point: { lng: HOME.lng + place * 0.0013, lat: HOME.lat - place * 0.0009 },
      precision: 'rooftop',
      uncertaintyM: 20,
    },
    customer: { name: '林黛玉', phone: '13805910456', address: '鼓楼区翠湖路 3 号 502', note: '' },
    ...given,
  });
  return { orderId, number };
}

/** The same, given to a technician who has accepted it, reached the customer and promised `start`. */
export async function promisedOrder(
  dispatcher: PersonAtScreen,
  technician: PersonAtScreen,
  technicianId: string,
  start: number,
): Promise<{ orderId: string; number: string }> {
  const order = await poolOrder(dispatcher);
  const { orderId } = order;
  await dispatcher.command('order.dispatch', { orderId, technicianId });
  await technician.command('order.accept', { orderId });
  await technician.command('contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });
  await technician.command('appointment.confirm', { orderId, start, proposedBy: 'customer' });
  return order;
}

export const rowOf = (page: Page, technicianId: string) =>
  page.locator(`li[data-technician="${technicianId}"]`);
export const barOf = (page: Page, orderId: string) =>
  page.locator(`li[data-technician] button[data-order="${orderId}"]`);
export const cardOf = (page: Page, orderId: string) =>
  page.locator(`[role="option"][data-order="${orderId}"]`);
export const pinOf = (page: Page, technicianId: string) => page.locator(`[data-pin="${technicianId}"]`);
export const orderPinOf = (page: Page, orderId: string) =>
  page.locator(`.leaflet-marker-pane [data-order="${orderId}"]`);
/** What was last said to a screen reader. */
export const spoken = (page: Page) => page.locator('[data-spoken]');

/** Narrows the pool to one order, so that its card is in sight. */
export async function findInPool(page: Page, number: string): Promise<void> {
  await page.locator('[data-search]').fill(number);
}

/** Where an element is once it no longer moves: a map that glides, a list that scrolls, a surface that comes. */
async function stillBoxOf(
  target: Locator,
): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await target.boundingBox());
      return last !== 'null' && last === before;
    })
    .toBe(true);
  return JSON.parse(last);
}

/** The point of a row that stands for a time of the day, or of another that is shown. */
export async function pointAt(
  page: Page,
  technicianId: string,
  clock: string,
  date = TOWN_DATE,
): Promise<{ x: number; y: number }> {
  await rowOf(page, technicianId).scrollIntoViewIfNeeded();
  const box = await stillBoxOf(rowOf(page, technicianId));
  const [from, to] = await page
    .locator('[data-zone="timeline"]')
    .evaluate((zone) => [Number(zone.dataset.from), Number(zone.dataset.to)]);
  const hours = (await rowOf(page, technicianId).locator('[data-hours]').boundingBox())!;
  const share = (townAt(clock, date) - from!) / (to! - from!);
  return { x: hours.x + share * hours.width, y: box.y + box.height / 2 };
}

/** Takes hold of an element and carries it to a point without letting go: the browser's own drag. */
export async function carry(page: Page, source: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await stillBoxOf(source);
  const start = { x: box.x + Math.min(8, box.width / 2), y: box.y + box.height / 2 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.move(to.x + 1, to.y);
}

/** Carries to a point of a target and moves there, as a hand does, until the target says that it is under the pointer. */
export async function carryOver(
  page: Page,
  source: Locator,
  to: { x: number; y: number },
  target: Locator,
): Promise<void> {
  await carry(page, source, to);
  let side = 1;
  await expect(async () => {
    side = -side;
    await page.mouse.move(to.x + side, to.y);
    await expect(target).toHaveAttribute('data-over', '', { timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await stillBoxOf(target);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes back what a plan of the whole day has given to somebody whom no other test sends anywhere. */
export async function emptyDay(dispatcher: PersonAtScreen, technicianId: string): Promise<void> {
  const bars = rowOf(dispatcher.page, technicianId).locator('button[data-order]');
  const orders = await bars.evaluateAll((found) => found.map((bar) => (bar as HTMLElement).dataset.order!));
  for (const orderId of new Set(orders))
    await dispatcher.command('order.unassign', { orderId, reason: '腾出一天' });
  await expect(bars).toHaveCount(0);
}
