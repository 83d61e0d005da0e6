import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Order } from '#domain/order/order.ts';
import type { Commands } from '#protocol/command.ts';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

/** An estate whose place the town knows, because an order of it stands on the map. */
export const KNOWN_ESTATE = '金丝雀苑';

/** Somebody of a town of the test's own. */
export function someoneIn(origin: string, browser: Browser, username: string, path: string) {
  const phone = /^t\d+$/.test(username);
  return personAt(browser, username, path, {
    baseURL: origin,
    ...(phone
      ? {
          viewport: { width: 360, height: 640 },
          hasTouch: true,
          permissions: ['geolocation'],
          geolocation: { longitude: HOME.lng, latitude: HOME.lat, accuracy: 10 },
        }
      : {}),
  });
}

/** Takes an order in at the known estate, by command. */
export async function takeIn(
  person: PersonAtScreen,
  given: Partial<Commands['order.intake']> = {},
): Promise<{ orderId: string; number: string }> {
  const orderId = randomUUID();
  const number = `ST${orderId.slice(0, 6)}`;
  await person.command('order.intake', {
    orderId,
    number,
    areaId: 'gulou',
    type: 'fault',
    accessType: 'FTTH',
    durationMin: 20,
    estate: KNOWN_ESTATE,
    place: { point: HOME, precision: 'rooftop', uncertaintyM: 20 },
    detailsRecorded: true,
    customer: { name: '周桂英', phone: '13805910777', address: '金丝雀路 7 号 502', note: '网页打不开' },
    ...given,
  });
  return { orderId, number };
}

/** The order as it stands on the server. */
export async function orderNow(person: PersonAtScreen, orderId: string): Promise<Order> {
  const answer = await person.context.request.get(`/api/v1/orders/${orderId}`);
  return (await answer.json()).order as Order;
}

/** The order with this number. */
export async function orderNumbered(person: PersonAtScreen, number: string): Promise<Order> {
  const answer = await person.context.request.get(`/api/v1/orders?q=${encodeURIComponent(number)}`);
  const found = ((await answer.json()).orders as Order[]).find((order) => order.number === number);
  if (!found) throw new Error(`There is no order ${number}.`);
  return found;
}

/** Everything between the order's dispatch and the work: accepted, the customer reached, a time agreed. */
export async function agree(technician: PersonAtScreen, orderId: string, start: number): Promise<void> {
  await technician.command('order.accept', { orderId });
  await technician.command('contact.attempt', {
    orderId,
    outcome: 'connected',
    contentConfirmed: true,
    promiseTold: true,
  });
  await technician.command('appointment.confirm', { orderId, start, proposedBy: 'customer' });
}

/** The way to the customer and the work in the home, up to the test; a fault is watched afterwards. */
export async function workAt(
  technician: PersonAtScreen,
  orderId: string,
  type: Order['type'],
): Promise<void> {
  await technician.command('visit.depart', { orderId });
  await technician.command('visit.arrive', { orderId, distanceM: 10 });
  await technician.command('visit.enter', { orderId });
  await technician.command('visit.work', { orderId });
  if (type === 'remove') return;
  await technician.command('visit.activate', { orderId });
  await technician.command('visit.test', { orderId, threeOnes: true, downMbps: 98 });
  if (type === 'fault') await technician.command('visit.observe', { orderId });
}

/** The customer signs, the technician leaves and replies. */
export async function handOver(
  technician: PersonAtScreen,
  orderId: string,
  cause: Partial<Commands['order.resolve']> = {},
): Promise<void> {
  await technician.command('visit.sign', { orderId, filledBy: 'customer', satisfied: true });
  await technician.command('visit.finish', { orderId });
  await technician.command('order.resolve', { orderId, ...cause });
  await technician.command('order.reply', { orderId });
}

/** A field by its label, which ends with a mark when it must be filled in; a list of suggestions has the same name. */
export function fieldOf(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label}( \\*)?$`)).and(page.locator('input, textarea'));
}

/** Fills in the intake form and takes the order in; its number. */
export async function takeInOnScreen(
  page: Page,
  type: string,
  given: Readonly<Record<string, string>>,
): Promise<string> {
  await page.goto('/intake');
  await page.getByRole('button', { name: type, exact: true }).click();
  for (const [label, value] of Object.entries(given)) await fieldOf(page, label).fill(value);
  // a list of suggestions lies over the fields beneath until it is left
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '受理', exact: true }).click();
  const taken = page.locator('[data-taken]');
  await expect(taken).toBeVisible();
  return (await taken.getAttribute('data-taken')) as string;
}

/** Keeps what is on the screen with the results of the run, to be looked at. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });
}
