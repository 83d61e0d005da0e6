import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  barOf,
  callOff,
  carryToRow,
  consoleAt,
  expectSaid,
  poolOrder,
  promisedOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
let supervisor: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
  technician = await personAt(browser, 't002', '/field');
  supervisor = await personAt(browser, 'supervisor', '/board');
});
test.afterAll(async () => {
  for (const { context } of [dispatcher, technician, supervisor]) await context.close();
});

interface Ledger {
  promises: {
    start: number;
    cause: string | null;
    counted: boolean | null;
    shortNotice: boolean | null;
    approvedBy: string | null;
  }[];
  companyChangeCount: number;
}

interface PromiseRow {
  start: string;
  change: { cause: string; counted: boolean; shortNotice: boolean; approval: { role: string } | null } | null;
}

/** The promise ledger as the server keeps it, oldest first. */
async function ledger(orderId: string): Promise<Ledger> {
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const { order } = await answer.json();
  return {
    companyChangeCount: order.companyChangeCount,
    promises: order.appointments.map((one: PromiseRow) => ({
      start: Date.parse(one.start),
      cause: one.change?.cause ?? null,
      counted: one.change?.counted ?? null,
      shortNotice: one.change?.shortNotice ?? null,
      approvedBy: one.change?.approval?.role ?? null,
    })),
  };
}

/** Opens the change dialog of a promised order from its bar. */
async function openChange(page: Page, orderId: string): Promise<Locator> {
  await barOf(page, orderId).click();
  await barOf(page, orderId).press('r');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('现在的约定');
  return dialog;
}

interface Change {
  time: string;
  cause: string;
  reason: string;
}

/** Says everything that a change asks for, the customer just reached. */
async function fillChange(dialog: Locator, { time, cause, reason }: Change): Promise<void> {
  await dialog.getByLabel('新时间（北京时间）', { exact: true }).fill(time);
  await dialog.getByLabel(cause, { exact: true }).check();
  await dialog.getByLabel('原因说明').fill(reason);
  await dialog.getByText('刚才', { exact: true }).click();
}

test('a promised visit dropped at another time opens the change dialog and moves nothing by itself', async () => {
  const { page } = dispatcher;
  const { orderId } = await promisedOrder(dispatcher, technician, 't002', townAt('16:45'));
  await expect(barOf(page, orderId)).toBeVisible();
  await carryToRow(page, barOf(page, orderId), 't002', '17:30');
  await expect(rowOf(page, 't002')).toContainText('将改动约定');
  await page.mouse.up();

  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这会改动对客户的约定');
  await dialog.getByRole('button', { name: '改约', exact: true }).click();
  for (const lack of ['请选择原因归属', '请填写原因说明', '请说明什么时候联系到客户'])
    await expect(dialog).toContainText(lack);
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  expect((await ledger(orderId)).promises.map(({ start }) => start)).toEqual([townAt('16:45')]);
  await callOff(dispatcher, [orderId]);
});

test('[CHG-01] [CHG-03] two hours or more ahead a company change is done and counted; the ledger keeps both versions, and undo says that the customer was told', async () => {
  const { page } = dispatcher;
  const { orderId } = await promisedOrder(dispatcher, technician, 't002', townAt('13:00'));
  await expect(barOf(page, orderId)).toBeVisible();
  const dialog = await openChange(page, orderId);
  await fillChange(dialog, { time: '1430', cause: '公司原因', reason: '前一单施工超时' });
  await expect(dialog).toContainText('这次计入次数');
  await expect(dialog).toContainText('公司原因改约已用 0/2 次');
  await expect(dialog).toContainText('通知截止 11:00');
  await expect(dialog.getByText('因前一单施工超时需要调整')).toBeVisible();
  await dialog.getByRole('button', { name: '改约', exact: true }).click();
  await expect(dialog).toBeHidden();

  const after = await ledger(orderId);
  expect(after.companyChangeCount).toBe(1);
  expect(after.promises).toEqual([
    { start: townAt('13:00'), cause: null, counted: null, shortNotice: null, approvedBy: null },
    { start: townAt('14:30'), cause: 'company', counted: true, shortNotice: false, approvedBy: null },
  ]);
  await barOf(page, orderId).dblclick();
  const drawer = page.locator('[data-drawer]');
  await expect(drawer).toContainText('第 2 版');
  await expect(drawer).toContainText('公司原因：前一单施工超时');
  await expect(drawer).toContainText('公司原因改约已用 1/2 次');
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expectSaid(page, '已告知客户，不能撤销');
  expect((await ledger(orderId)).promises).toHaveLength(2);
  await callOff(dispatcher, [orderId]);
});

test('[CHG-01] less than two hours ahead it needs an approval; until then the promise stands, and the ledger names who gave it', async () => {
  const { page } = dispatcher;
  const { orderId } = await promisedOrder(dispatcher, technician, 't002', townAt('10:55'));
  await expect(barOf(page, orderId)).toBeVisible();
  const dialog = await openChange(page, orderId);
  await fillChange(dialog, { time: '12:00', cause: '公司原因', reason: '配件未到' });
  await expect(dialog.locator('[data-rule="CHG-01"][data-kind="approval"]')).toBeVisible();
  await dialog.getByRole('button', { name: /审批/ }).click();
  await expect(dialog).toBeHidden();
  expect((await ledger(orderId)).promises).toHaveLength(1);

  const pending = await supervisor.context.request.get('/api/v1/approvals');
  const { approvals } = await pending.json();
  const mine = approvals.find((one: { orderId: string }) => one.orderId === orderId);
  await supervisor.command('approval.approve', { approvalId: mine.id, reason: '客户已同意' });

  await expect(page.locator('.mantine-Notification-root').filter({ hasText: '的申请已批准' })).toBeVisible();
  const after = await ledger(orderId);
  expect(after.promises.at(-1)).toMatchObject({
    start: townAt('12:00'),
    counted: true,
    shortNotice: true,
    approvedBy: 'supervisor',
  });
  await callOff(dispatcher, [orderId]);
});

// E-30
test('[CHG-03] [CHG-10] the third company change needs the supervisor, the customer’s own change is done and not counted', async () => {
  const { page } = dispatcher;
  const { orderId } = await promisedOrder(dispatcher, technician, 't002', townAt('15:00'));
  await expect(barOf(page, orderId)).toBeVisible();
  for (const time of ['15:15', '15:30']) {
    const dialog = await openChange(page, orderId);
    await fillChange(dialog, { time, cause: '公司原因', reason: '前一单施工超时' });
    await dialog.getByRole('button', { name: '改约', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
  const third = await openChange(page, orderId);
  await fillChange(third, { time: '15:45', cause: '公司原因', reason: '前一单施工超时' });
  await expect(third.locator('[data-rule="CHG-03"]')).toBeVisible();
  await expect(third.getByRole('button', { name: '申请主管审批' })).toBeVisible();

  await third.getByLabel('用户原因', { exact: true }).check();
  await expect(third).toContainText('这次不计入次数');
  await third.getByRole('button', { name: '改约', exact: true }).click();
  await expect(third).toBeHidden();
  const after = await ledger(orderId);
  expect(after.companyChangeCount).toBe(2);
  expect(after.promises.at(-1)).toMatchObject({ start: townAt('15:45'), cause: 'customer', counted: false });
  await callOff(dispatcher, [orderId]);
});

test('a call is recorded with its outcome, then a first time is promised', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't002', at: townAt('17:30') });
  await technician.command('order.accept', { orderId });
  await expect(barOf(page, orderId)).toBeVisible();
  await barOf(page, orderId).click();
  await barOf(page, orderId).press('c');
  const call = page.getByRole('dialog');
  await expect(call).toContainText('138****0456');
  await call.getByLabel('接通', { exact: true }).check();
  await call.getByLabel('已核对工单内容').check();
  await call.getByRole('button', { name: '记录通话' }).click();
  await expect(call).toBeHidden();

  await barOf(page, orderId).press('r');
  const confirm = page.getByRole('dialog');
  await expect(confirm).toContainText(`约定时间：工单 ${number}`);
  await confirm.getByLabel('上门时间（北京时间）', { exact: true }).fill('17:30');
  await confirm.getByRole('button', { name: '约定', exact: true }).click();
  await expect(confirm).toBeHidden();
  await expect
    .poll(async () => (await ledger(orderId)).promises.map(({ start }) => start))
    .toEqual([townAt('17:30')]);
  await callOff(dispatcher, [orderId]);
});
