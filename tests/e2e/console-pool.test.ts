import { expect, type Page, test } from '@playwright/test';
import { seededRandom } from '#domain/base/random.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import { cardOf, findInPool } from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';
import { withSnapshots } from '#tests/support/large-board.ts';

/** All of them wait or are late by the town's clock, so all stand in the pool. */
const ORDERS = 2500;
const WISTERIA = 1234;
const day = consoleDay({ technicians: 500, orders: ORDERS, waiting: 2000, random: seededRandom(11) });
const pool = day.pool.map((order, index) => (index === WISTERIA ? { ...order, estate: '紫藤雅园' } : order));

let dispatcher: PersonAtScreen;
let page: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  dispatcher = await personAt(browser, 'dispatcher2', '/sign-in');
  page = dispatcher.page;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const real = socket.connectToServer();
    real.onMessage((message) => socket.send(typeof message === 'string' ? crowded(message) : message));
  });
  await page.goto('/dispatch');
  await expect(page.getByText(`${ORDERS} 单`, { exact: true })).toBeVisible({ timeout: 150_000 });
});
test.afterAll(() => dispatcher.context.close());

/** The large day in place of the town's. */
function crowded(message: string): string {
  const orders = [...pool, ...[...day.visits.values()].flat()];
  return withSnapshots(message, (snapshot) => ({
    ...snapshot,
    state: { ...snapshot.state, technicians: day.technicians, orders },
  }));
}

const cards = () => page.locator('[role="option"][data-order]');

test('thousands of orders wait as one list of which only those in sight exist; search by pinyin and sorts go through all', async () => {
  expect(await cards().count()).toBeLessThan(60);
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('End');
  await expect(cards().last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('/');
  await page.keyboard.type('ziteng');
  await expect(cards()).toHaveCount(1);
  await expect(cardOf(page, `o${WISTERIA}`)).toContainText('紫藤雅园');
  await findInPool(page, '');
  await page.getByRole('combobox', { name: '排序', exact: true }).click();
  await page.getByRole('option', { name: '受理时间' }).click();
  await expect(page).toHaveURL(/sort=intake/);
});

test('of thousands a range is picked by Shift, single ones by Ctrl, all by Ctrl A', async () => {
  const list = page.locator('[data-zone="pool"]');
  await list.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('已选 4 单')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByText('已选 1 单')).toBeVisible();
  // The list is at its beginning again.
  await expect(cards().first()).toHaveAttribute('aria-selected', 'true');
  await cards()
    .nth(2)
    .click({ modifiers: ['Control'] });
  await expect(page.getByText('已选 2 单')).toBeVisible();
  await cards()
    .nth(5)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('已选 4 单')).toBeVisible();
  await list.focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`已选 ${ORDERS} 单`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^已选/)).toHaveCount(0);
});

test('states, areas and access types are chips behind one more press; what filters stays in sight', async () => {
  const more = page.getByRole('button', { name: '更多筛选' });
  await more.click();
  const state = page.getByRole('group', { name: '状态' });
  await state.getByRole('button', { name: '待接单 500' }).click();
  await expect(page.getByText(`500 / ${ORDERS} 单`)).toBeVisible();
  await expect(page).toHaveURL(/status=dispatched/);
  await expectAccessible(page);
  await more.click();
  await expect(state).toHaveCount(0);
  await page.getByRole('button', { name: '待接单 500', pressed: true }).click();
  await expect(page.getByText(`${ORDERS} 单`, { exact: true })).toBeVisible();
});

test('five hundred rows and their visits are drawn only where they are in sight', async () => {
  const rows = page.locator('li[data-technician]');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);
  const timeline = page.locator('[data-zone="timeline"]');
  await timeline.focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeInViewport();
  await expect(rows.last().locator('button[data-order]').first()).toBeVisible();
  await expect(page.locator('li[data-technician][data-lit]')).toHaveCount(1);
  expect(await rows.count()).toBeLessThan(60);
});
