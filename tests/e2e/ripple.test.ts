import { expect, test } from '@playwright/test';
import { barOf, consoleAt, promisedOrder, rowOf, spoken, townAt } from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
  technician = await personAt(browser, 't003', '/field');
});
test.afterAll(async () => {
  await dispatcher.context.close();
  await technician.context.close();
});

test('half an hour of lateness shows on the console and on the list of calls at once; a way out is taken by its number', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const far = await promisedOrder(dispatcher, technician, 't003', townAt('16:00'));
  const nearer = await promisedOrder(dispatcher, technician, 't003', townAt('10:30'));
  const behind = await promisedOrder(dispatcher, technician, 't003', townAt('11:15'));
  await technician.command('appointment.late', {
    orderId: nearer.orderId,
    eta: townAt('11:00'),
    reason: '电动车爆胎',
  });
  await expect(page.locator(`[data-expected="${behind.orderId}"]`)).toBeVisible();
  await expect(page.locator(`[data-expected="${far.orderId}"]`)).toHaveCount(0);
  await expect(barOf(page, behind.orderId)).toHaveAttribute('title', /预计 11:\d\d，晚 \d+ 分/);
  await expect(page.locator('[data-ripple-chip]')).not.toHaveAttribute('data-ripple-chip', '0');

  const calls = await personAt(browser, 'dispatcher2', '/calls');
  await expect(calls.page.locator(`[data-row*="${behind.orderId}"]`)).toContainText('协商上门时间');
  await calls.context.close();

  await page.locator('body').press('t');
  const row = page.locator(`[data-trouble="${behind.orderId}"]`);
  await expect(row).toContainText('约定 11:15');
  await expect(row).toContainText('09:15 前联系客户');
  await expect(page.locator(`[data-trouble="${nearer.orderId}"]`)).toContainText('已告知客户');
  if ((await row.locator('[data-way]').count()) === 0) await row.locator('[data-trouble-head]').click();
  const way = row.locator('[data-way="same_time"]').first();
  await expect(way).toBeVisible();
  await row.locator('[data-trouble-head]').press('1');
  await expect(row).toHaveCount(0);
  await expect(rowOf(page, 't003').locator(`button[data-order="${behind.orderId}"]`)).toHaveCount(0);
  await expect(barOf(page, behind.orderId)).toBeVisible();
  await expect(spoken(page)).toContainText('11:15');
});

test('lateness that is told by telephone is written down from the panel, and the customer is called for no more', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const other = await personAt(browser, 't002', '/field');
  const first = await promisedOrder(dispatcher, other, 't002', townAt('09:55'));
  const behind = await promisedOrder(dispatcher, other, 't002', townAt('10:45'));
  await other.command('appointment.late', { orderId: first.orderId, eta: townAt('10:25'), reason: '堵车' });
  const panel = page.locator('[data-ripple]');
  if (!(await panel.isVisible())) await page.locator('[data-ripple-chip]').click();
  const row = page.locator(`[data-trouble="${behind.orderId}"]`);
  await expect(row).toContainText('10:30 前联系客户');
  if ((await row.locator('[data-way]').count()) === 0) await row.locator('[data-trouble-head]').click();
  await row.locator('[data-way="lateness_notice"] button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/预计 1[01]:\d\d 到达/);
  await expect(dialog.getByRole('button', { name: '记录' })).toBeDisabled();
  await dialog.getByLabel('原因').fill('前一单用时较长');
  await dialog.getByLabel('已打通电话，客户知道了').check();
  await dialog.getByRole('button', { name: '记录' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('已告知客户');
  await panel.getByRole('button', { name: '关闭今天的变化' }).click();
  await expect(panel).toBeHidden();
  await other.context.close();
});
