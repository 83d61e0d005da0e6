import { expect, type Locator, test } from '@playwright/test';
import {
  barOf,
  callOff,
  consoleAt,
  emptyDay,
  expectSaid,
  poolOrder,
  promisedOrder,
  rowOf,
} from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
  technician = await personAt(browser, 't008', '/field');
  await emptyDay(dispatcher, 't008');
});
test.afterAll(async () => {
  await dispatcher.context.close();
  await technician.context.close();
});

const MINUTE = 60_000;

/** So many minutes from the town's present, on the next five. Its day goes on while other tests play in it. */
async function inMinutes(minutes: number): Promise<number> {
  const { orderId } = await poolOrder(dispatcher);
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const { order } = (await answer.json()) as { order: { intakeAt: string } };
  return Math.ceil((Date.parse(order.intakeAt) + minutes * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
}

const clock = (at: number) =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

test('half an hour of lateness shows on the console and on the list of calls at once; a way out is taken by its number', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const start = await inMinutes(105);
  const far = await promisedOrder(dispatcher, technician, 't008', start + 300 * MINUTE);
  const nearer = await promisedOrder(dispatcher, technician, 't008', start);
  const behind = await promisedOrder(dispatcher, technician, 't008', start + 45 * MINUTE);
  await technician.command('appointment.late', {
    orderId: nearer.orderId,
    eta: start + 30 * MINUTE,
    reason: '电动车爆胎',
  });
  await expect(page.locator(`[data-expected="${behind.orderId}"]`)).toBeVisible();
  await expect(page.locator(`[data-expected="${far.orderId}"]`)).toHaveCount(0);
  await expect(barOf(page, behind.orderId)).toHaveAttribute('title', /预计 \d\d:\d\d，晚 \d+ 分/);
  await expect(page.locator('[data-ripple-chip]')).not.toHaveAttribute('data-ripple-chip', '0');

  const calls = await personAt(browser, 'dispatcher2', '/calls');
  await expect(calls.page.locator(`[data-row*="${behind.orderId}"]`)).toContainText('协商上门时间');
  await calls.context.close();

  await barOf(page, behind.orderId).click();
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: behind.number });
  await expect(why).toContainText('试过并可行的办法');
  await expect(why.locator('[data-way]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  // While a dialog closes it still has the keys.
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.locator('body').press('t');
  const row = page.locator(`[data-trouble="${behind.orderId}"]`);
  await expect(row).toContainText(`约定 ${clock(start + 45 * MINUTE)}`);
  await expect(row).toContainText(`${clock(start - 75 * MINUTE)} 前联系客户`);
  await expect(page.locator(`[data-trouble="${nearer.orderId}"]`)).toContainText('已告知客户');
  await openTrouble(row);
  const way = row.locator('[data-way="same_time"]').first();
  await expect(way).toBeVisible();
  await row.locator('[data-trouble-head]').press('1');
  await expect(row).toHaveCount(0);
  await expect(rowOf(page, 't008').locator(`button[data-order="${behind.orderId}"]`)).toHaveCount(0);
  await expect(barOf(page, behind.orderId)).toBeVisible();
  await expectSaid(page, clock(start + 45 * MINUTE));
  await callOff(
    dispatcher,
    [nearer, far, behind].map(({ orderId }) => orderId),
  );
});

test('lateness that is told by telephone is written down from the panel, and the customer is called for no more', async () => {
  const { page } = dispatcher;
  const start = await inMinutes(25);
  const first = await promisedOrder(dispatcher, technician, 't008', start);
  const behind = await promisedOrder(dispatcher, technician, 't008', start + 45 * MINUTE);
  await technician.command('appointment.late', {
    orderId: first.orderId,
    eta: start + 30 * MINUTE,
    reason: '堵车',
  });
  const panel = page.locator('[data-ripple]');
  if (!(await panel.isVisible())) await page.locator('[data-ripple-chip]').click();
  const row = page.locator(`[data-trouble="${behind.orderId}"]`);
  await expect(row).toContainText(`${clock(start + 30 * MINUTE)} 前联系客户`);
  await openTrouble(row);
  await row.locator('[data-way="lateness_notice"] button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/预计 \d\d:\d\d 到达/);
  await expect(dialog.getByRole('button', { name: '记录' })).toBeDisabled();
  await dialog.getByLabel('原因').fill('前一单用时较长');
  await dialog.getByLabel('已打通电话，客户知道了').check();
  await dialog.getByRole('button', { name: '记录' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('已告知客户');
  await panel.getByRole('button', { name: '关闭今天的变化' }).click();
  await expect(panel).toBeHidden();
  await callOff(dispatcher, [first.orderId, behind.orderId]);
});

test('a better rest of the day is suggested with its ghosts; nothing moves until it is taken', async () => {
  test.slow();
  const { page } = dispatcher;
  const start = await inMinutes(105);
  const first = await promisedOrder(dispatcher, technician, 't008', start);
  const behind = await promisedOrder(dispatcher, technician, 't008', start + 45 * MINUTE);
  const promise = await bookingOf(behind.orderId);
  await technician.command('appointment.late', {
    orderId: first.orderId,
    eta: start + 30 * MINUTE,
    reason: '电动车爆胎',
  });
  await dispatcher.command('order.lock', { orderId: first.orderId, technician: true, time: false });
  const panel = page.locator('[data-ripple]');
  if (!(await panel.isVisible())) await page.locator('[data-ripple-chip]').click();
  const card = page.locator('[data-suggestion]');
  // The day is looked at every quarter of a minute; what others did meanwhile takes a suggestion back and brings the next.
  const seen = new Set<string>();
  await expect(async () => {
    if (await isTaken(seen)) return;
    await expect(card).toBeVisible({ timeout: 30_000 });
    const moves = card.getByRole('checkbox');
    expect(await moves.count()).toBeGreaterThan(0);
    await expect(page.locator('[data-proposed]').first()).toBeAttached({ timeout: 1_000 });
    for (const move of await moves.all()) await move.uncheck({ timeout: 5_000 });
    await expect(card.getByRole('button', { name: '采纳' })).toBeDisabled({ timeout: 1_000 });
    expect(await bookingOf(behind.orderId)).toBe(promise);
    for (const move of await moves.all()) await move.check({ timeout: 5_000 });
    // Another may have taken its place meanwhile: what is pressed on is what stands now.
    seen.add((await card.getAttribute('data-suggestion', { timeout: 1_000 })) ?? '');
    await card.getByRole('button', { name: '采纳' }).click({ timeout: 1_000 });
    await expect.poll(() => isTaken(seen)).toBe(true);
  }).toPass({ timeout: 240_000 });
  await expectSaid(page, '采纳');
  expect(await bookingOf(behind.orderId)).toBe(promise);
});

/** Opens a trouble that is not open yet: the first one is of itself. Its ways come when they are worked out. */
async function openTrouble(row: Locator): Promise<void> {
  const head = row.locator('[data-trouble-head]');
  await expect(async () => {
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    await expect(head).toHaveAttribute('aria-expanded', 'true', { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** Whether one of these suggestions is the plan in force. */
async function isTaken(planIds: ReadonlySet<string>): Promise<boolean> {
  for (const planId of planIds) {
    const answer = await dispatcher.context.request.get(`/api/v1/plans/${planId}`);
    if ((await answer.json()).status === 'published') return true;
  }
  return false;
}

/** The time that the customer was promised, as the server keeps it. */
async function bookingOf(orderId: string): Promise<string> {
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  return (await answer.json()).order.appointments.at(-1).start;
}
