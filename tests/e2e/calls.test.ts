import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import type { Commands } from '#protocol/command.ts';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/e2e-accessibility.ts';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await personAt(browser, 'dispatcher', '/calls');
});
test.afterAll(() => dispatcher.context.close());

let taken = 0;
/** An order of an estate that no other has, so that its rows are found among those of the other tests. */
async function order(
  given: Partial<Commands['order.intake']> = {},
): Promise<{ orderId: string; estate: string }> {
  const orderId = randomUUID();
  taken += 1;
  const estate = `白玉兰苑 ${process.pid}-${taken}`;
  await dispatcher.command('order.intake', {
    orderId,
    number: `CALLS${process.pid}-${taken}`,
    areaId: 'gulou',
    type: 'fault',
    accessType: 'FTTH',
    durationMin: 20,
    estate,
    place: { point: HOME, precision: 'rooftop', uncertaintyM: 20 },
    customer: { name: '林国栋', phone: '13805910123', address: '东街 12 号 502', note: '' },
    ...given,
  });
  return { orderId, estate };
}

const statusOf = async (orderId: string): Promise<string> =>
  (await (await dispatcher.context.request.get(`/api/v1/orders/${orderId}`)).json()).order.status;
const rowOf = (page: Page, estate: string) => page.locator('[data-row]', { hasText: estate });
const listOf = (page: Page, group: string) => page.locator(`[data-group="${group}"]`);

test('[APPT-03] the desk calls a customer by the list: script, outcome, and the row is gone', async ({
  browser,
}) => {
  const desk = await personAt(browser, 'desk', '/calls');
  const { page } = desk;
  const { orderId, estate } = await order();
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't003' });
  const technician = await personAt(browser, 't003', '/field');
  await technician.command('order.accept', { orderId });
  await technician.context.close();
  await listOf(page, 'calls').click();
  const row = rowOf(page, estate).filter({ hasText: '首次联系' });
  await expect(row).toContainText('138****0123');
  await row.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('[data-work]');
  await expect(panel).toContainText('我叫desk,您申告的电话(宽带)故障需要检修');
  await expect(panel).toContainText('APPT-03');
  await expectAccessible(page);
  await panel.getByLabel('接通', { exact: true }).check();
  await panel.getByLabel('已告知服务时限承诺').check();
  await panel.getByRole('button', { name: '记录通话' }).click();
  await expect(row).toHaveCount(0);
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  expect((await answer.json()).order.contacts).toMatchObject([{ outcome: 'connected' }]);
  await desk.context.close();
});

test('[INTK-09] a removal without its retention is completed in the dispatcher’s drawer', async () => {
  const { page } = dispatcher;
  const { orderId, estate } = await order({ type: 'remove', missing: ['churnReason'] });
  await page.goto(`/dispatch?open=${orderId}`);
  const drawer = page.locator('[data-drawer]');
  await expect(drawer).toContainText(estate, { timeout: 30_000 });
  const completion = drawer.locator('[data-completion]');
  await expect(completion).toContainText('INTK-09');
  await completion.getByLabel(/拆机原因/).fill('搬往外地');
  await completion.getByText('二级挽留').click();
  await completion.getByRole('button', { name: '补全' }).click();
  await expect(completion).toHaveCount(0);
  expect(await statusOf(orderId)).toBe('pending_dispatch');
  await page.goto('/calls');
});

test('[CALL-04] a callback agent asks the questionnaire of a removal; a dispatcher may not', async ({
  browser,
}) => {
  const { orderId, estate } = await order({ type: 'remove', churnReason: '搬家', retentionLevel: 3 });
  const { page } = dispatcher;
  await listOf(page, 'callbacks').click();
  await rowOf(page, estate).click();
  await expect(page.getByText('回访由 10050 回访员登记')).toBeVisible();
  await expect(page.getByRole('button', { name: '登记回访结果' })).toBeDisabled();

  const agent = await personAt(browser, 'callback', '/calls');
  await listOf(agent.page, 'callbacks').click();
  await rowOf(agent.page, estate).click();
  await expect(agent.page.locator('[data-work]')).toContainText('了解客户拆机的真正原因');
  await agent.page.getByRole('button', { name: '登记回访结果' }).click();
  await expect(rowOf(agent.page, estate)).toHaveCount(0);
  await expect(rowOf(page, estate), 'the other screen hears of it').toHaveCount(0);
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  expect((await answer.json()).order.callbacks).toMatchObject([{ outcome: 'done' }]);
  await agent.context.close();
});

test('[DMG-01] a claim is agreed by the desk and paid by the supervisor', async ({ browser }) => {
  const { orderId, estate } = await order();
  await dispatcher.command('damage.report', { orderId });
  const supervisor = await personAt(browser, 'supervisor', '/calls');
  const { page } = supervisor;
  await listOf(page, 'claims').click();
  await rowOf(page, estate).click();
  await page.getByRole('button', { name: '达成协议' }).click();
  await expect(page.locator('[data-work]')).toContainText('尚未赔付');
  await page.getByRole('button', { name: '已赔付' }).click();
  await expect(rowOf(page, estate)).toHaveCount(0);
  await supervisor.context.close();
});

test('the lists can be used on a phone and in English', async ({ browser }) => {
  const { estate } = await order({ type: 'install', missing: ['account'] });
  const desk = await personAt(browser, 'desk', '/calls', { viewport: { width: 360, height: 740 } });
  const { page } = desk;
  await expect(listOf(page, 'facts')).toBeVisible();
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await listOf(page, 'facts').click();
  await rowOf(page, estate).click();
  await expect(page.locator('[data-work]')).toContainText('Needed before dispatch: INTK-01');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.locator('[data-work]').getByLabel('Account', { exact: true }).check();
  await page.getByRole('button', { name: 'Complete' }).click();
  await expect(rowOf(page, estate)).toHaveCount(0);
  await desk.context.close();
});

/** Opens an order by its address at the dispatcher's desk and takes up one of its steps. */
async function takeUp(orderId: string, step: string) {
  const { page } = dispatcher;
  await page.goto(`/calls?order=${orderId}`);
  const panel = page.locator('[data-work]');
  await panel.locator(`[data-step="${step}"]`).click({ timeout: 30_000 });
  return panel;
}

test('[DISP-03] the desk solves a fault by telephone; the dispatcher sends its receipt', async ({
  browser,
}) => {
  const desk = await personAt(browser, 'desk', '/calls');
  const { page } = desk;
  const { orderId, estate } = await order();
  await listOf(page, 'remote').click();
  await rowOf(page, estate).click();
  const panel = page.locator('[data-work]');
  await panel.getByRole('button', { name: '开始在线排障' }).click();
  await panel.getByLabel('已指导的步骤').fill('重启光猫\n重新拨号');
  const solved = panel.getByRole('button', { name: '已在线修复' });
  await expect(solved, 'nothing is solved that the customer has not confirmed').toBeDisabled();
  await panel.getByLabel('客户已确认恢复正常').check();
  await expectAccessible(page);
  await solved.click();
  await expect.poll(() => statusOf(orderId)).toBe('resolved');
  await desk.context.close();
  const receipt = await takeUp(orderId, 'order.reply');
  await receipt.locator('[data-order-steps]').getByRole('button', { name: '回单' }).last().click();
  await expect.poll(() => statusOf(orderId)).toBe('replied');
});

test('[OUTG-02] an order taken in twice is merged into the first from the desk', async () => {
  const first = await order();
  const again = await order({ estate: first.estate });
  const panel = await takeUp(again.orderId, 'order.merge');
  await panel.locator(`[data-into="${first.orderId}"]`).click();
  await panel.getByRole('button', { name: '并入所选' }).click();
  await expect.poll(() => statusOf(again.orderId)).toBe('merged');
  expect(await statusOf(first.orderId)).toBe('pending_dispatch');
});

test('an order without coordinates is put on the map by hand, without a pointer', async () => {
  const { page } = dispatcher;
  const { orderId } = await order({ place: null });
  const panel = await takeUp(orderId, 'order.place');
  const map = panel.locator('[data-place-map] section[tabindex="0"]');
  await map.focus();
  await page.keyboard.press('ArrowRight');
  const here = panel.getByRole('button', { name: '定在十字处' });
  await here.press('Enter');
  const placed = async () =>
    (await (await dispatcher.context.request.get(`/api/v1/orders/${orderId}`)).json()).order.place?.precision;
  await expect.poll(placed).toBe('manual');
});
