import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import { HOME, orderFor, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

const MINUTE = 60_000;

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await personAt(browser, 'dispatcher', '/board');
  technician = await personAt(browser, 't002', '/field');
});
test.afterAll(async () => {
  await dispatcher.context.close();
  await technician.context.close();
});

const tile = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

/** The town's clock, as the server tells it. */
async function townNow(): Promise<number> {
  const { orderId } = await orderFor(dispatcher, 't002', { durationMin: 10 });
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  return Date.parse((await answer.json()).order.intakeAt);
}

/** A whole minute so many minutes from now; the tests' promises leave each other room in one technician's day. */
const minutesFrom = (now: number, minutes: number) => Math.ceil(now / MINUTE + minutes) * MINUTE;

/** An order promised for `start`, whose customer the technician has reached. */
async function promised(start: number): Promise<{ orderId: string; number: string }> {
  const order = await orderFor(dispatcher, 't002', { durationMin: 10 });
  const { orderId } = order;
  await technician.command('order.accept', { orderId });
  await technician.command('contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });
  await technician.command('appointment.confirm', { orderId, start, proposedBy: 'customer' });
  return order;
}

/** The dispatcher asks to move a promise by half an hour with too little notice. */
async function askToMove(orderId: string, start: number): Promise<void> {
  await dispatcher.command('approval.request', {
    orderId,
    reason: '前一单施工超时',
    command: {
      type: 'appointment.change',
      payload: {
        orderId,
        start: start + 30 * MINUTE,
        cause: 'company',
        reason: '前一单施工超时',
        agreed: true,
        reached: true,
        appointmentVersion: 1,
      },
    },
  });
}

test('[CHG-01] a supervisor sees the whole story of a short-notice change and approves it in place', async ({
  browser,
}) => {
  const supervisor = await personAt(browser, 'supervisor', '/board');
  const { page } = supervisor;
  const now = await townNow();
  const start = minutesFrom(now, 35);
  const { orderId } = await promised(start);
  await askToMove(orderId, start);

  const request = page.locator('[data-approval]').first();
  await expect(request.locator('[data-rule="CHG-01"]')).toBeVisible();
  await expect(request).toContainText('前一单施工超时');
  await expect(request).toContainText('0 次（上限 2 次）');
  await expect(request).toContainText('公司原因');
  await expect(request.getByRole('button', { name: '同意' })).toBeDisabled();
  await request.getByLabel(/您的理由/).fill('已与客户通话，客户同意');
  await request.getByRole('button', { name: '同意' }).click();
  await expect(page.locator('[data-approval]')).toHaveCount(0);

  const answer = await supervisor.context.request.get(`/api/v1/orders/${orderId}`);
  const { order } = await answer.json();
  expect(order.appointments).toHaveLength(2);
  expect(Date.parse(order.appointments[1].start)).toBe(start + 30 * MINUTE);
  expect(order.appointments[1].change.approval.reason).toBe('已与客户通话，客户同意');
  expect(order.companyChangeCount).toBe(1);
  await supervisor.context.close();
});

test('a rejected change leaves the promise as it was', async ({ browser }) => {
  const supervisor = await personAt(browser, 'supervisor', '/board');
  const { page } = supervisor;
  const now = await townNow();
  const start = minutesFrom(now, 50);
  const { orderId } = await promised(start);
  await askToMove(orderId, start);
  const request = page.locator('[data-approval]').first();
  await request.getByLabel(/您的理由/).fill('换人按时上门');
  await request.getByRole('button', { name: '拒绝' }).click();
  await expect(page.locator('[data-approval]')).toHaveCount(0);
  const answer = await supervisor.context.request.get(`/api/v1/orders/${orderId}`);
  expect((await answer.json()).order.appointments).toHaveLength(1);
  await supervisor.context.close();
});

test('[SEP-01] who asks may look on but not decide', async ({ browser }) => {
  const now = await townNow();
  const start = minutesFrom(now, 90);
  const { orderId } = await promised(start);
  await askToMove(orderId, start);
  await dispatcher.page.reload();
  const request = dispatcher.page.locator('[data-approval]').first();
  await expect(request).toContainText('这是您自己的申请');
  await expect(request.getByRole('button', { name: '同意' })).toHaveCount(0);
  const supervisor = await personAt(browser, 'supervisor', '/board');
  const mine = supervisor.page.locator('[data-approval]').first();
  await mine.getByLabel(/您的理由/).fill('维持原约');
  await mine.getByRole('button', { name: '拒绝' }).click();
  await expect(request).toBeHidden();
  await supervisor.context.close();
});

test('every figure opens its list, and from there what happened to the order', async ({ browser }) => {
  const supervisor = await personAt(browser, 'supervisor', '/board');
  const { page } = supervisor;
  const now = await townNow();
  const { number } = await promised(minutesFrom(now, 5));
  await tile(page, '有风险').click();
  await page.getByRole('button', { name: new RegExp(number) }).click();
  const story = page.getByRole('dialog', { name: `工单 ${number}` });
  await expect(story.getByText('约定时间').first()).toBeVisible();
  await expect(story.getByText('接单', { exact: true })).toBeVisible();
  await expect(story.getByText('受理', { exact: true })).toBeVisible();
  await supervisor.context.close();
});

test('a technician who shares again leaves the list of the silent at once', async ({ browser }) => {
  const supervisor = await personAt(browser, 'supervisor', '/board');
  const { page } = supervisor;
  await tile(page, '失联人员').click();
  const silent = page.getByRole('listitem').filter({ hasText: 'T003' });
  await expect(silent).toBeVisible();
  const phone = await personAt(browser, 't003', '/field', {
    permissions: ['geolocation'],
    geolocation: { longitude: HOME.lng, latitude: HOME.lat, accuracy: 10 },
  });
  await phone.command('technician.consent', { technicianId: 't003', version: '2026-1', given: true });
  await expect(silent).toBeHidden({ timeout: 15_000 });
  await expect(page.locator('[data-pin="t003"]')).toBeVisible();
  await phone.context.close();
  await supervisor.context.close();
});

test('a technician has no board', async () => {
  await technician.page.goto('/board');
  await expect(technician.page).toHaveURL(/\/field$/);
});

for (const scheme of ['light', 'dark'])
  test(`is accessible in ${scheme}`, async ({ browser, baseURL }) => {
    const { page, context } = await personAt(browser, 'supervisor', '/board');
    await context.addCookies([{ name: 'zhundian_scheme', value: scheme, url: baseURL as string }]);
    await page.reload();
    await expect(tile(page, '待审批')).toBeVisible();
    await expectAccessible(page);
    await context.close();
  });
