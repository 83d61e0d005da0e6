import { expect, type Page, test } from '@playwright/test';
import {
  barOf,
  callOff,
  cardOf,
  carryToRow,
  consoleAt,
  emptyDay,
  estateOf,
  findInPool,
  poolOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import type { PersonAtScreen } from '#tests/support/e2e-people.ts';

let one: PersonAtScreen;
let two: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  one = await consoleAt(browser, 'dispatcher');
  two = await consoleAt(browser, 'dispatcher2');
  await emptyDay(one, 't007');
});
test.afterAll(async () => {
  await one.context.close();
  await two.context.close();
});

// E-41
test('two who hold the same order: the first drop stands, the second is told that it is stale', async () => {
  const { orderId, number } = await poolOrder(one);
  for (const { page } of [one, two]) {
    await findInPool(page, number);
    await expect(cardOf(page, orderId)).toBeVisible();
  }
  await carryToRow(one.page, cardOf(one.page, orderId), 't007', '16:00');
  await expect(cardOf(two.page, orderId)).toContainText('dispatcher 正在派');
  await carryToRow(two.page, cardOf(two.page, orderId), 't005', '16:00');

  await one.page.mouse.up();
  await expect(rowOf(two.page, 't007').locator(`[data-order="${orderId}"]`)).toBeVisible();
  await two.page.mouse.up();

  await expect(two.page.getByText('别人刚刚改过，未执行', { exact: true })).toBeVisible();
  for (const { page } of [one, two]) {
    await expect(rowOf(page, 't007').locator(`[data-order="${orderId}"]`)).toBeVisible();
    await expect(barOf(page, orderId)).toHaveCount(1);
  }
  const answer = await one.context.request.get(`/api/v1/orders/${orderId}`);
  const { order } = await answer.json();
  expect(order.technicianId).toBe('t007');
  expect(Date.parse(order.planned.start)).toBe(townAt('16:00'));
  await callOff(one, [orderId]);
});

test('both let go at the same moment: one success, one stale, never two technicians', async () => {
  const estate = estateOf('同时苑');
  const { orderId, number } = await poolOrder(one, { estate });
  for (const { page } of [one, two]) {
    await findInPool(page, number);
    await expect(cardOf(page, orderId)).toBeVisible();
  }
  const at = async (page: Page, technicianId: string) =>
    carryToRow(page, cardOf(page, orderId), technicianId, '12:00');
  await at(one.page, 't004');
  await at(two.page, 't005');
  await Promise.all([one.page.mouse.up(), two.page.mouse.up()]);

  // What was said of this order, now or before: that it is done can be read for ten seconds only.
  const told = new Map<PersonAtScreen, string>();
  const hear = async (person: PersonAtScreen) => {
    const messages = person.page.locator('.mantine-Notification-root').filter({ hasText: estate });
    for (const [words, outcome] of [
      ['别人刚刚改过', 'stale'],
      ['撤销', 'done'],
    ] as const)
      if ((await messages.filter({ hasText: words }).count()) > 0) told.set(person, outcome);
    return told.get(person) ?? 'open';
  };
  await expect.poll(async () => [await hear(one), await hear(two)].sort()).toEqual(['done', 'stale']);
  for (const { page } of [one, two]) await expect(barOf(page, orderId)).toHaveCount(1);
  await callOff(one, [orderId]);
});

test('who else has an order open is seen on its card and in its drawer', async () => {
  const { orderId, number } = await poolOrder(one);
  for (const { page } of [one, two]) {
    await findInPool(page, number);
    await cardOf(page, orderId).dblclick();
    await expect(page.locator('[data-drawer]')).toContainText(number);
  }
  await expect(cardOf(one.page, orderId)).toContainText('dispatcher2 也在看');
  await expect(one.page.locator('[data-drawer]')).toContainText('dispatcher2 也在看');
  await two.page.keyboard.press('Escape');
  await expect(cardOf(one.page, orderId)).not.toContainText('也在看');
  await one.page.keyboard.press('Escape');
  await callOff(one, [orderId]);
  for (const { page } of [one, two]) await findInPool(page, '');
});

test('who else is here is seen', async () => {
  await expect(one.page.getByRole('img', { name: /也在看：.*dispatcher2/ })).toBeVisible();
});
