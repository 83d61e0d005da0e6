import { expect, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import {
  barOf,
  callOff,
  cardOf,
  carryToRow,
  consoleAt,
  estateOf,
  findInPool,
  middleOf,
  orderPinOf,
  poolOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';
import { orderNow } from '#tests/support/e2e-stories.ts';

const TOMORROW = '2026-03-11';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
});
test.afterAll(() => dispatcher.context.close());

test('three days stand side by side; a drop on tomorrow is judged, shown and done tomorrow', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  const zoom = page.getByRole('radiogroup', { name: '缩放' });
  await zoom.getByText('三天', { exact: true }).click();
  await expect(page.locator('[data-midnight]')).toHaveCount(2);
  await expect(page.getByText('3月11日周三', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/zoom=days/);
  await expectAccessible(page);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't007', '10:00', TOMORROW);
  await expect(rowOf(page, 't007')).toHaveAttribute('data-verdict', 'accepted');
  await page.mouse.up();
  await expect
    .poll(async () => (await orderNow(dispatcher, orderId)).planned?.start ?? '')
    .toContain(`${TOMORROW}T10:00`);
  await expect(barOf(page, orderId)).toHaveAttribute('title', /计划 10:00–/);
  await page.keyboard.press('z');
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).technicianId).toBeNull();
  await callOff(dispatcher, [orderId]);
  await zoom.getByText('全天', { exact: true }).click();
  await expect(page.locator('[data-midnight]')).toHaveCount(0);
  await findInPool(page, '');
});

test('the rows are sorted by load and name, and without those off shift who hold no visit', async () => {
  const { page } = dispatcher;
  const names = () => page.locator('li[data-technician] [data-row-head] button').allInnerTexts();
  await page.getByRole('combobox', { name: '行排序' }).click();
  await page.getByRole('option', { name: '姓名' }).click();
  await expect(page).toHaveURL(/rows=name/);
  await expect(async () => {
    const shown = await names();
    expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b, 'zh')));
  }).toPass();
  await page.getByRole('switch', { name: '隐藏未上班' }).click();
  await expect(page).toHaveURL(/off=hide/);
  await expect(
    page.locator('li[data-technician][data-off]', { hasNot: page.locator('button[data-order]') }),
  ).toHaveCount(0);
  await page.getByRole('switch', { name: '隐藏未上班' }).click();
  await expect(rowOf(page, 't001')).toBeVisible();
});

test('an order that is found elsewhere brings its row and its time into sight', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't008', at: townAt('18:30') });
  const zoom = page.getByRole('radiogroup', { name: '缩放' });
  await zoom.getByText('半天', { exact: true }).click();
  await page.setViewportSize({ width: 1280, height: 560 });
  await page.locator('[data-zone="timeline"]').evaluate((zone) => zone.scrollTo(0, 0));
  await expect(barOf(page, orderId)).not.toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('输入工单号').fill(number);
  await page.locator('[data-action]', { hasText: number }).click();
  await expect(barOf(page, orderId)).toHaveAttribute('aria-pressed', 'true');
  await expect(barOf(page, orderId)).toBeInViewport({ ratio: 0.95 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await zoom.getByText('全天', { exact: true }).click();
  await callOff(dispatcher, [orderId]);
});

test('many homes of one tower are one number on the map, and a list when it is pressed', async () => {
  const { page } = dispatcher;
  const tower = { lng: HOME.lng - 0.02, lat: HOME.lat - 0.022 };
  const place = { point: tower, precision: 'rooftop' as const, uncertaintyM: 20 };
  const estate = estateOf('高层苑');
  const ids: string[] = [];
  for (let home = 0; home < 3; home += 1) ids.push((await poolOrder(dispatcher, { estate, place })).orderId);
  await findInPool(page, estate);
  await cardOf(page, ids[0]!).click();
  await page.getByRole('button', { name: '显示全部' }).click();
  for (const orderId of ids) await expect(orderPinOf(page, orderId)).toHaveCount(0);
  const cluster = page.locator('.leaflet-marker-icon', {
    has: page.locator('[data-selected]:not([data-order])'),
  });
  await expect(cluster).toHaveAccessibleName(/这里有 \d+ 单/);
  // A map that glides draws its numbers anew when it has come to rest.
  await middleOf(cluster);
  await cluster.focus();
  await page.keyboard.press('Enter');
  const list = page.locator('.leaflet-popup');
  for (const orderId of ids) await expect(list.locator(`button[data-order="${orderId}"]`)).toBeVisible();
  await expectAccessible(page);
  await list.locator(`button[data-order="${ids[2]}"]`).click();
  await expect(cardOf(page, ids[2]!)).toHaveAttribute('aria-selected', 'true');
  await expect(list).toHaveCount(0);
  await callOff(dispatcher, ids);
  await findInPool(page, '');
});

test('a finger held on an order opens its menu; one that is lifted sooner only selects', async ({
  browser,
}) => {
  const touch = await consoleAt(browser, 'dispatcher2', { hasTouch: true });
  const { page, context } = touch;
  const { orderId, number } = await poolOrder(touch);
  await findInPool(page, number);
  const at = await middleOf(cardOf(page, orderId));
  const menu = page.locator('[data-order-menu]');
  await page.touchscreen.tap(at.x, at.y);
  await expect(cardOf(page, orderId)).toHaveAttribute('aria-selected', 'true');
  await expect(menu).toHaveCount(0);
  const finger = await context.newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await expect(menu.getByRole('menuitem', { name: '派给' })).toBeVisible();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await menu.getByRole('menuitem', { name: '派给' }).tap();
  await expect(page.getByRole('dialog', { name: '派给谁' })).toBeVisible();
  await callOff(touch, [orderId]);
  await context.close();
});

test('the words of one language are fetched; turned to the other, the page keeps what stood on it', async ({
  browser,
}) => {
  const { context } = await personAt(browser, 'dispatcher2', '/sign-in');
  const page = await context.newPage();
  const english = 'Find anything, do anything';
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  await page.goto('/dispatch');
  await expect(rowOf(page, 't001')).toBeVisible({ timeout: 60_000 });
  await findInPool(page, '没有这样的单');
  expect((await Promise.all(scripts)).some((text) => text.includes(english))).toBe(false);
  await page.getByRole('button', { name: 'EN English' }).click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-search]')).toHaveValue('没有这样的单');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect((await Promise.all(scripts)).some((text) => text.includes(english))).toBe(true);
  await context.close();
});

test('the tone for alarms is off until it is switched on, and remembered', async () => {
  const { page } = dispatcher;
  await page.getByRole('button', { name: '提示音：关' }).click();
  await expect(page.getByRole('button', { name: '提示音：开' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await page.getByRole('button', { name: '提示音：开' }).click();
  await expect(page.getByRole('button', { name: '提示音：关' })).toBeVisible();
});
