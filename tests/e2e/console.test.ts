import { expect, test } from '@playwright/test';
import {
  barOf,
  callOff,
  cardOf,
  consoleAt,
  findInPool,
  orderPinOf,
  poolOrder,
  townAt,
} from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
});
test.afterAll(() => dispatcher.context.close());

test('one selection is lit in pool, map and timeline, and a link opens the same view', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await cardOf(page, orderId).click();
  await expect(cardOf(page, orderId)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(
    orderPinOf(page, orderId).or(page.locator('.leaflet-marker-pane [data-selected]')).first(),
  ).toBeVisible();
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-drawer]')).toContainText(number);
  await expect(page).toHaveURL(new RegExp(`sel=${orderId}`));
  await expect(page).toHaveURL(new RegExp(`open=${orderId}`));

  await page.reload();
  await expect(page.locator('[data-drawer]')).toContainText(number);
  await expect(page.locator('[data-search]')).toHaveValue(number);
  await expect(cardOf(page, orderId)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: '关闭详情' }).click();
  await findInPool(page, '');
});

test('the search finds an estate by its pinyin initials, chips count and narrow', async () => {
  const { page } = dispatcher;
  const { orderId } = await poolOrder(dispatcher, { estate: '紫藤雅园', place: null });
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('ztyy');
  await expect(cardOf(page, orderId)).toBeVisible();
  await expect(page.locator('[role="option"][data-order]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /无坐标\s*1/ })).toBeVisible();
  await findInPool(page, '');
  await page.getByRole('button', { name: /^无坐标/ }).click();
  await expect(cardOf(page, orderId)).toBeVisible();
  await expect(page).toHaveURL(/flag=no_place/);
  await page.getByRole('button', { name: /^无坐标/ }).click();
});

test('the zones are moved by keys and remembered', async () => {
  const { page } = dispatcher;
  const pool = page.getByRole('region', { name: '待派与风险' });
  const { width: before } = (await pool.boundingBox())!;
  const splitter = page.getByRole('separator', { name: '调整待派池宽度' });
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await pool.boundingBox())!.width).toBe(before + 32);
  await page.reload();
  await expect.poll(async () => (await pool.boundingBox())?.width).toBe(before + 32);
});

// E-01
test('@zones times are Beijing times on any machine', async ({ browser }, { project }) => {
  const person = await consoleAt(browser, 'dispatcher2', { timezoneId: project.use.timezoneId });
  const { orderId } = await poolOrder(person);
  await person.command('order.dispatch', { orderId, technicianId: 't006', at: townAt('15:00') });
  // Others work in this town too and may push the visit; the server writes the time that stands, in Beijing's offset.
  const answer = await person.context.request.get(`/api/v1/orders/${orderId}`);
  const start: string = (await answer.json()).order.planned.start;
  expect(start).toMatch(/^2026-03-10T1[5-9]:\d\d:\d\d\+08:00$/);
  await expect(barOf(person.page, orderId)).toHaveAttribute(
    'title',
    new RegExp(`计划 ${start.slice(11, 16)}–`),
  );
  await callOff(person, [orderId]);
  await person.context.close();
});

test('what is done without a line is called not saved, and is saved once the line is back', async ({
  browser,
}) => {
  const person = await consoleAt(browser, 'dispatcher2');
  const { page, context } = person;
  const { orderId, number } = await poolOrder(person);
  await findInPool(page, number);
  await cardOf(page, orderId).click();
  await page.keyboard.press('a');
  const first = page.getByRole('dialog').locator('button[data-technician]').first();
  await expect(first).toBeVisible();
  await context.setOffline(true);
  await first.click();
  await expect(page.getByText(/未保存：1 项/)).toBeVisible();
  await expect(barOf(page, orderId)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/未保存/)).toBeHidden({ timeout: 20_000 });
  const answer = await context.request.get(`/api/v1/orders/${orderId}`);
  expect((await answer.json()).order.technicianId).not.toBeNull();
  await callOff(person, [orderId]);
  await context.close();
});

test('a technician has no console', async ({ browser }) => {
  const { page, context } = await personAt(browser, 't001', '/dispatch');
  await expect(page).not.toHaveURL(/\/dispatch/);
  await context.close();
});
