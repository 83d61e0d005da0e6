import { expect, test } from '@playwright/test';
import { barOf, callOff, consoleAt, poolOrder } from '#tests/support/e2e-console.ts';
import type { PersonAtScreen } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
});
test.afterAll(() => dispatcher.context.close());

test('the plan of the day is a ghost with gains and reasons until it is taken, in part or whole, and then everybody sees it', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const other = await consoleAt(browser, 'dispatcher2');
  const taken = await poolOrder(dispatcher);
  const left = await poolOrder(dispatcher);
  const tooLong = await poolOrder(dispatcher, { durationMin: 600 });
  await page.getByRole('button', { name: '排今天' }).click();
  const panel = page.locator('[data-plan]');
  await expect(panel).toHaveAttribute('data-plan', 'ready', { timeout: 60_000 });
  for (const words of ['守住约定', '路上分钟', '未排']) await expect(panel).toContainText(words);
  await expect(panel.locator(`[data-order="${tooLong.orderId}"]`)).toContainText(
    /超出班次|没有空档|超过 20:00/,
  );
  await expect(page.locator('li[data-technician] [data-proposed]').first()).toBeVisible();
  await expect(barOf(other.page, taken.orderId)).toHaveCount(0);

  await panel.getByRole('button', { name: '全不选' }).click();
  await panel.locator(`[data-order="${taken.orderId}"]`).getByRole('checkbox').check();
  await panel.getByRole('button', { name: /采纳选中（1）/ }).click();
  await expect(panel).toBeHidden();
  await expect(barOf(page, taken.orderId)).toBeVisible();
  await expect(barOf(other.page, taken.orderId)).toBeVisible();
  await expect(barOf(other.page, left.orderId)).toHaveCount(0);

  await page.getByRole('button', { name: '排今天' }).click();
  await expect(panel).toHaveAttribute('data-plan', 'ready', { timeout: 60_000 });
  await panel.getByRole('button', { name: /全部采纳/ }).click();
  await expect(panel).toBeHidden();
  await expect(barOf(other.page, left.orderId)).toBeVisible();
  await callOff(
    dispatcher,
    [taken, left, tooLong].map(({ orderId }) => orderId),
  );
  await other.context.close();
});

test('a plan that is left changes nothing', async () => {
  const { page } = dispatcher;
  const { orderId } = await poolOrder(dispatcher);
  await page.getByRole('button', { name: '排今天' }).click();
  const panel = page.locator('[data-plan]');
  await expect(panel).toHaveAttribute('data-plan', 'ready', { timeout: 60_000 });
  await panel.getByRole('button', { name: '放弃' }).last().click();
  await expect(panel).toBeHidden();
  await expect(page.locator('li[data-technician] [data-proposed]')).toHaveCount(0);
  await expect(barOf(page, orderId)).toHaveCount(0);
  await callOff(dispatcher, [orderId]);
});

test('an order that somebody gives away while the plan is looked at is marked and left out; the rest is taken', async () => {
  const { page } = dispatcher;
  const given = await poolOrder(dispatcher);
  const rest = await poolOrder(dispatcher);
  await page.getByRole('button', { name: '排今天' }).click();
  const panel = page.locator('[data-plan]');
  await expect(panel).toHaveAttribute('data-plan', 'ready', { timeout: 60_000 });
  await panel.getByRole('button', { name: '全不选' }).click();
  for (const { orderId } of [given, rest])
    await panel.locator(`[data-order="${orderId}"]`).getByRole('checkbox').check();
  await expect(panel.getByRole('button', { name: /采纳(选中)?（2）/ })).toBeEnabled();
  await dispatcher.command('order.dispatch', { orderId: given.orderId, technicianId: 't008' });
  const row = panel.locator(`[data-order="${given.orderId}"]`);
  await expect(row).toContainText('又有变动');
  await expect(row.getByRole('checkbox')).toBeDisabled();
  await panel.getByRole('button', { name: /采纳(选中)?（1）/ }).click();
  await expect(panel).toBeHidden();
  await expect(barOf(page, rest.orderId)).toBeVisible();
  await callOff(dispatcher, [given.orderId, rest.orderId]);
});
