import { expect, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import {
  barOf,
  callOff,
  cardOf,
  carryToRow,
  closeToasts,
  consoleAt,
  estateOf,
  expectSaid,
  findInPool,
  middleOf,
  orderPinOf,
  poolOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import { HOME, type PersonAtScreen } from '#tests/support/e2e-people.ts';
import { orderNow } from '#tests/support/e2e-stories.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
});
test.afterAll(() => dispatcher.context.close());

test('[LOCK] L locks a visit in its place; it is then refused elsewhere with a clear text until it is unlocked', async () => {
  const { page } = dispatcher;
  const { orderId } = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't004', at: townAt('17:00') });
  await barOf(page, orderId).click();
  await page.keyboard.press('l');
  const menu = page.locator('[data-order-menu]');
  await menu.getByRole('menuitem', { name: '锁定人员和时间' }).click();
  await expect(barOf(page, orderId).locator('[data-locked]')).toBeVisible();
  await expect
    .poll(async () => (await orderNow(dispatcher, orderId)).lock)
    .toMatchObject({ technicianId: 't004', start: expect.stringContaining('17:00') });

  await carryToRow(page, barOf(page, orderId), 't005', '17:00');
  await expect(rowOf(page, 't005')).toHaveAttribute('data-verdict', 'refused');
  await expect(rowOf(page, 't005')).toContainText('LOCK');
  await page.mouse.up();
  await expect(page.locator('[data-rule="LOCK"]').first()).toContainText('已锁定');
  expect((await orderNow(dispatcher, orderId)).technicianId).toBe('t004');
  await closeToasts(page);

  await barOf(page, orderId).click();
  await page.keyboard.press('l');
  await menu.getByRole('menuitem', { name: '解锁' }).click();
  await expect(barOf(page, orderId).locator('[data-locked]')).toHaveCount(0);
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).lock).toBeNull();
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).technicianId).toBeNull();
  await callOff(dispatcher, [orderId]);
});

test('the right button on an order opens what can be done with it, on a row’s name it gives the selected there', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await cardOf(page, orderId).click({ button: 'right' });
  const menu = page.locator('[data-order-menu]');
  await expect(menu.getByRole('menuitem', { name: '派给' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '派给谁' })).toBeVisible();
  await page.keyboard.press('Escape');

  await rowOf(page, 't006').locator('[data-row-head]').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: '把选中的 1 单派给' }).click();
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).technicianId).toBe('t006');
  await page.keyboard.press('z');
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).technicianId).toBeNull();
  await callOff(dispatcher, [orderId]);
});

test('a lasso selects the orders inside it, dragged or corner by corner', async () => {
  const { page } = dispatcher;
  const estate = '圈选苑';
  const place = (east: number) => ({
    point: { lng: HOME.lng + 0.05 + east, lat: HOME.lat + 0.03 },
    precision: 'rooftop' as const,
    uncertaintyM: 20,
  });
  const first = await poolOrder(dispatcher, { estate, place: place(0) });
  const second = await poolOrder(dispatcher, { estate, place: place(0.004) });
  await findInPool(page, '');
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(orderPinOf(page, first.orderId)).toBeInViewport();
  await expect(orderPinOf(page, second.orderId)).toBeInViewport();
  const a = await middleOf(orderPinOf(page, first.orderId));
  const b = await middleOf(orderPinOf(page, second.orderId));
  const [left, right, top, bottom] = [
    Math.min(a.x, b.x) - 12,
    Math.max(a.x, b.x) + 12,
    Math.min(a.y, b.y) - 12,
    Math.max(a.y, b.y) + 12,
  ];
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;

  const sheet = page.locator('[data-zone-map] svg[data-active]');
  await page.getByRole('button', { name: '圈选工单' }).click();
  await expect(sheet).toBeAttached();
  await page.mouse.move(...corners[0]);
  await page.mouse.down();
  for (const corner of corners) await page.mouse.move(...corner, { steps: 3 });
  await page.mouse.up();
  await expect(orderPinOf(page, first.orderId)).toHaveAttribute('data-selected', '');
  await expect(orderPinOf(page, second.orderId)).toHaveAttribute('data-selected', '');
  await expect(page.getByRole('button', { name: '圈选工单' })).toHaveAttribute('aria-pressed', 'false');
  await expectSaid(page, '圈选了');

  await page.keyboard.press('Escape');
  await expect(orderPinOf(page, first.orderId)).not.toHaveAttribute('data-selected', '');
  await page.keyboard.press('x');
  await expect(sheet).toBeAttached();
  for (const corner of corners) await page.mouse.click(...corner);
  await page.keyboard.press('Enter');
  await expect(orderPinOf(page, second.orderId)).toHaveAttribute('data-selected', '');
  await expectSaid(page, '圈选了');
  await callOff(dispatcher, [first.orderId, second.orderId]);
});

test('the map in a window of its own shows the same selection, both ways', async () => {
  const { page, context } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await page.keyboard.press('Escape');
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: '在另一个窗口打开地图' }).click();
  const map = await opening;
  await expect(map.locator('.leaflet-marker-pane')).toBeAttached({ timeout: 30_000 });
  await expect(map.locator('[data-zone="pool"]')).toHaveCount(0);
  // It opens where most of the day is, which need not be everywhere.
  await map.getByRole('button', { name: '显示全部' }).click();

  await findInPool(page, number);
  await cardOf(page, orderId).click();
  await expect(map.locator('.leaflet-marker-pane [data-selected]')).toHaveCount(1);
  await cardOf(page, orderId).dblclick();
  await expect(map.locator('[data-drawer]')).toContainText(number);
  await map.keyboard.press('Escape');
  await expect(page.locator('[data-drawer]')).toHaveCount(0);
  await map.close();
  await callOff(dispatcher, [orderId]);
});

test('before a drop the other visits that it would move are named, who would be late and who must be called', async () => {
  const { page } = dispatcher;
  const standing = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', {
    orderId: standing.orderId,
    technicianId: 't001',
    at: townAt('16:00'),
  });
  await expect(barOf(page, standing.orderId)).toBeVisible();
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't001', '15:45');
  await expect(page.locator('[data-cascade]')).toContainText('其他 1 单会变动');
  await expect(page.locator('[data-cascade]')).toContainText('16:00 →');
  // Over the rows that may be aimed at it never lies.
  const card = (await page.locator('[data-cascade]').boundingBox())!;
  const rows = (await page.locator('[data-zone="timeline"]').boundingBox())!;
  expect(card.y + card.height).toBeLessThanOrEqual(rows.y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('[data-cascade]')).toHaveCount(0);
  await callOff(dispatcher, [standing.orderId, orderId]);
});

test('a key pressed while a dialog closes is the console’s again', async () => {
  const { page } = dispatcher;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.evaluate(() => {
    for (const key of ['Escape', 'x'])
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(page.getByText('拖出一圈')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('x');
  await expect(page.getByText('拖出一圈')).toHaveCount(0);
});

test('several refused at once end in one list that says why, and selects them again', async () => {
  const { page } = dispatcher;
  const estate = estateOf('夜访苑');
  const ids: string[] = [];
  for (const _ of [1, 2, 3]) ids.push((await poolOrder(dispatcher, { estate })).orderId);
  await findInPool(page, estate);
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('Control+a');
  await carryToRow(page, page.getByRole('option').first(), 't003', '20:15');
  await page.mouse.up();
  const list = page.locator('[data-outcomes] li');
  await expect(list).toHaveCount(3);
  await expect(page.getByRole('dialog')).toContainText('3 单中 0 单已派');
  await expect(list.first()).toContainText('APPT-10');
  await expectAccessible(page);
  await page.getByRole('button', { name: '选中未派的 3 单' }).click();
  await expect(page.getByText('已选 3 单')).toBeVisible();
  await page.keyboard.press('Escape');
  await callOff(dispatcher, ids);
});

test('Ctrl K finds an order and does what it offers; filters are saved under a name', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher, { estate: '寻找苑' });
  await findInPool(page, '');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('输入工单号').fill('xunzhao');
  await expect(page.locator('[data-action]', { hasText: number })).toBeVisible();
  await expectAccessible(page);
  await page.locator('[data-action]', { hasText: number }).click();
  await expect(cardOf(page, orderId)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('输入工单号').fill('派给');
  await expect(page.locator('[data-action]').first()).toContainText('派给');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '派给谁' })).toBeVisible();
  await page.keyboard.press('Escape');

  await findInPool(page, '寻找苑');
  await page.getByRole('button', { name: '保存的筛选' }).click();
  await page.getByLabel('名称').fill('我的');
  await page.getByRole('button', { name: '保存现在的筛选' }).click();
  await findInPool(page, '别的');
  await page.getByRole('button', { name: '保存的筛选' }).click();
  await page.getByRole('button', { name: '我的', exact: true }).click();
  await expect(page.locator('[data-search]')).toHaveValue('寻找苑');
  await findInPool(page, '');
  for (const [words, address] of [
    ['三天', /zoom=days/],
    ['受理时间', /sort=intake/],
    ['负荷', /rows=load/],
  ] as const) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('输入工单号').fill(words);
    await page.locator('[data-action]', { hasText: words }).first().click();
    await expect(page).toHaveURL(address);
  }
  await callOff(dispatcher, [orderId]);
});
