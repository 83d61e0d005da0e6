import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Order } from '#domain/order/order.ts';
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
  await listen(person.page);
  return person;
}

let taken = 0;
/** The places that orders stand at in turn, so that the last order of a long run is as near as the first. */
const PLACES = 20;

/** A name for an estate that no other test has, nor the same test another time. */
export function estateOf(name: string): string {
  taken += 1;
  return `${name}${process.pid}之${taken}`;
}

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
/**
 * These words have been said to a screen reader, or are before long. Every sentence counts, not the last alone, for the day goes on and has
 * something to say as well; what was said up to the words found is then forgotten.
 */
export async function expectSaid(page: Page, words: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((sought) => {
        const { said } = window as unknown as { said: string[] };
        const at = said.findIndex((sentence) => sentence.includes(sought));
        return at < 0 ? said : said.splice(0, at + 1).slice(at);
      }, words),
    )
    .toEqual([expect.stringContaining(words)]);
}

/** Keeps from now on what is said to a screen reader. */
async function listen(page: Page): Promise<void> {
  await page.locator('[data-spoken]').evaluate((place) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(place.textContent)).observe(place, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** Narrows the pool to what is found by these words, and waits until nothing else is in it; all of it without words. */
export async function findInPool(page: Page, words: string): Promise<void> {
  await page.locator('[data-search]').fill(words);
  await expect
    .poll(() =>
      page
        .locator('[role="option"][data-order]')
        .evaluateAll((cards, found) => cards.every((card) => card.textContent.includes(found)), words),
    )
    .toBe(true);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * Where an element is once it no longer moves: a map that glides, a list that scrolls, a surface that comes. The page itself looks at it
 * frame by frame, so that a page that draws nothing for a while is not taken for one that stands still.
 */
async function stillBoxOf(target: Locator): Promise<Box> {
  let still: Box | null = null;
  await expect(async () => {
    still = await target.evaluate(
      (element) =>
        new Promise<Box | null>((tell) => {
          let last = '';
          let frames = 0;
          const look = () => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const now = `${x} ${y} ${width} ${height}`;
            frames = now === last ? frames + 1 : 0;
            last = now;
            if (!element.isConnected || width === 0) tell(null);
            else if (frames < 6) requestAnimationFrame(look);
            else tell({ x, y, width, height });
          };
          look();
        }),
    );
    expect(still, 'the element stands on the page').not.toBeNull();
  }).toPass({ timeout: 20_000 });
  return still!;
}

/** The middle of an element that stands still. */
export async function middleOf(target: Locator): Promise<Point> {
  const box = await stillBoxOf(target);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The point of a row that stands for a time of the day, or of another that is shown. */
async function pointAt(page: Page, technicianId: string, clock: string, date = TOWN_DATE): Promise<Point> {
  const row = rowOf(page, technicianId);
  await row.scrollIntoViewIfNeeded();
  const { y } = await middleOf(row);
  const hours = await stillBoxOf(row.locator('[data-hours]'));
  const [from, to] = await page
    .locator('[data-zone="timeline"]')
    .evaluate((zone) => [Number(zone.dataset.from), Number(zone.dataset.to)]);
  return { x: hours.x + ((townAt(clock, date) - from!) / (to! - from!)) * hours.width, y };
}

/** Takes hold of an element, once nothing lies over it, and begins to carry it: the browser's own drag. */
async function grasp(page: Page, source: Locator): Promise<void> {
  let start: Point | null = null;
  await expect(async () => {
    const box = await stillBoxOf(source);
    start = { x: box.x + Math.min(8, box.width / 2), y: box.y + box.height / 2 };
    const isOnTop = await source.evaluate(
      (element, { x, y }) => element.contains(document.elementFromPoint(x, y)),
      start,
    );
    expect(isOnTop, 'nothing lies over what is taken hold of').toBe(true);
  }).toPass({ timeout: 20_000 });
  const { x, y } = start!;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 6, { steps: 3 });
}

/** Carries an element into the middle of another without letting go. */
export async function carry(page: Page, source: Locator, into: Locator): Promise<void> {
  await grasp(page, source);
  const { x, y } = await middleOf(into);
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.move(x + 1, y);
}

/**
 * Carries to a point without letting go and moves there, as a hand does, until the target says that it is under the pointer. Where the point
 * is, is looked up again each time: what is carried may scroll the rows.
 */
async function carryUntil(
  page: Page,
  source: Locator,
  pointNow: () => Promise<Point>,
  target: Locator,
): Promise<void> {
  await grasp(page, source);
  const { x, y } = await pointNow();
  await page.mouse.move(x, y, { steps: 8 });
  let side = 1;
  await expect(async () => {
    side = -side;
    const now = await pointNow();
    await page.mouse.move(now.x + side, now.y);
    await expect(target).toHaveAttribute('data-over', '', { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** Carries an element to where something stands, a pin for instance, until that or another target says that it is under the pointer. */
export async function carryOver(page: Page, source: Locator, to: Locator, target = to): Promise<void> {
  await carryUntil(page, source, () => middleOf(to), target);
}

/** Carries an element to a time of a technician's row, until the row says that it is under the pointer. */
export async function carryToRow(
  page: Page,
  source: Locator,
  technicianId: string,
  clock: string,
  date = TOWN_DATE,
): Promise<void> {
  const pointNow = () => pointAt(page, technicianId, clock, date);
  await carryUntil(page, source, pointNow, rowOf(page, technicianId));
}

/** Closes every message in a corner of the page. */
export async function closeToasts(page: Page): Promise<void> {
  const close = page.locator('.mantine-Notification-closeButton');
  await expect(async () => {
    if ((await close.count()) > 0) await close.first().click({ timeout: 1000 });
    await expect(close).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** Calls orders off, so that they stand in no other test's way. */
export async function callOff(dispatcher: PersonAtScreen, orderIds: readonly string[]): Promise<void> {
  await Promise.all(
    orderIds.map((orderId) =>
      dispatcher.command('order.cancel', { orderId, by: 'customer', reason: '不装了' }),
    ),
  );
}

/** Takes back what a plan of the whole day has given to somebody whom no other test sends anywhere. */
export async function emptyDay(dispatcher: PersonAtScreen, technicianId: string): Promise<void> {
  const answer = await dispatcher.context.request.get('/api/v1/orders?limit=500');
  const { orders } = (await answer.json()) as { orders: Pick<Order, 'id' | 'technicianId' | 'planned'>[] };
  for (const order of orders)
    if (order.technicianId === technicianId && order.planned !== null)
      await dispatcher.command('order.unassign', { orderId: order.id, reason: '腾出一天' });
  await expect(rowOf(dispatcher.page, technicianId).locator('button[data-order]')).toHaveCount(0);
}
