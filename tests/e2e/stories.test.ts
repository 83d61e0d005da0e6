import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import { townAt } from '#tests/support/e2e-console.ts';
import type { PersonAtScreen } from '#tests/support/e2e-people.ts';
import { act, tap, tickForCustomer } from '#tests/support/e2e-phone.ts';
import {
  agree,
  fieldOf,
  handOver,
  KNOWN_ESTATE,
  look,
  orderNow,
  orderNumbered,
  someoneIn,
  takeIn,
  takeInOnScreen,
  workAt,
} from '#tests/support/e2e-stories.ts';
import { type OwnTown, ownTown } from '#tests/support/e2e-town.ts';

const TOMORROW = 86_400_000;
const MINUTE = 60_000;

// one town and one clock: the stories follow each other, and each is a whole day's work on many screens
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let town: OwnTown;
let dispatcher: PersonAtScreen;
let supervisor: PersonAtScreen;
let desk: PersonAtScreen;
let agent: PersonAtScreen;
let t001: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  town = await ownTown('telecom');
  const at = (name: string) => someoneIn(town.origin, browser, name, 'about:blank');
  dispatcher = await at('dispatcher');
  supervisor = await at('supervisor');
  desk = await at('desk');
  agent = await at('callback');
  t001 = await at('t001');
  await takeIn(dispatcher);
});
test.afterAll(async () => {
  for (const person of [dispatcher, supervisor, desk, agent, t001]) await person?.context.close();
  await town?.dispose();
});

/** Opens a row of the desk's list that holds these words. */
async function workOn(page: Page, group: string, words: string): Promise<void> {
  await page.goto('/calls');
  await page.locator(`[data-group="${group}"]`).click();
  await page.locator('[data-row]', { hasText: words }).first().click();
  await expect(page.locator('[data-work]')).toBeVisible();
}

test('one install: taken in, dispatched, agreed, done at the agreed time, called back, archived', async () => {
  const { page } = desk;
  const number = await test.step('[INTK-01] the desk takes it in and hears what still lacks', async () => {
    await page.goto('/intake');
    await act(page, '装机');
    await expect(page.getByText(/还缺：宽带账号、装机地址、联系电话/)).toBeVisible();
    await page.getByLabel('宽带账号已核实').check();
    await fieldOf(page, '客户姓名').fill('林小满');
    await fieldOf(page, '联系电话').fill('13805910123');
    await fieldOf(page, '小区').fill(KNOWN_ESTATE);
    await page.keyboard.press('Escape');
    await fieldOf(page, '地址').fill('金丝雀路 7 号 301');
    await expectAccessible(page);
    await look(page, 'install-1-intake');
    await act(page, '受理');
    const taken = page.locator('[data-taken]');
    await expect(taken).toContainText('已受理');
    await look(page, 'install-2-taken');
    return (await taken.getAttribute('data-taken')) as string;
  });
  const { id: orderId, place } = await orderNumbered(dispatcher, number);
  expect(place, 'the estate is known').not.toBeNull();

  await test.step('the dispatcher gives it to a technician', async () => {
    await dispatcher.page.goto(`/dispatch?open=${orderId}`);
    const drawer = dispatcher.page.locator('[data-drawer]');
    await expect(drawer).toContainText(number, { timeout: 30_000 });
    await drawer.getByRole('button', { name: '派给…' }).click();
    const menu = dispatcher.page.getByRole('dialog', { name: /派给/ });
    await menu.locator('[data-technician="t001"]').click();
    await expect(drawer).toContainText('待接单');
    await look(dispatcher.page, 'install-3-dispatched');
  });

  await test.step('the technician accepts, calls and agrees on a time', async () => {
    const phone = t001.page;
    await phone.goto('/field');
    await phone.locator(`[data-order="${number}"]`).getByRole('button').click();
    await act(phone, '接单');
    await phone.evaluate(() =>
      document.addEventListener(
        'click',
        (event) => {
          if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault();
        },
        true,
      ),
    );
    await phone.getByRole('link', { name: /^拨打/ }).click();
    await act(phone, '已接通');
    await act(phone, '记录结果');
    await phone.getByLabel(/^时间/).fill('10:30');
    await act(phone, '客户提出');
    await phone.getByText('已复述，客户同意').click();
    await look(phone, 'install-4-promise');
    await act(phone, '确认约定');
    await expect(phone.locator('[data-step="depart"]')).toBeVisible();
  });

  await test.step('the visit itself', async () => {
    const phone = t001.page;
    for (const tick of ['工具与备件齐全', '着工装、挂工牌、未饮酒']) await phone.getByText(tick).click();
    await tap(phone, '出发');
    await tap(phone, '我已到达');
    await look(phone, 'install-5-arrived');
    await tap(phone, '客户同意，已入户');
    await tap(phone, '开始施工');
    await tap(phone, '业务已开通');
    for (const tick of ['打开一个网页', '下载一个软件', '发送一封邮件']) await phone.getByText(tick).click();
    await phone.getByLabel(/下行测速/).fill('98');
    await act(phone, '记录测试');
    const sign = await tickForCustomer(phone);
    await look(phone, 'install-6-sign');
    await sign.click();
    await tap(phone, '完成，离开现场');
    await act(phone, '竣工');
    await act(phone, '回单');
    await expect(phone.locator('[data-step="closed"]')).toBeVisible();
  });
  expect((await orderNow(dispatcher, orderId)).appointments.at(-1)?.outcome).toBe('kept');

  await test.step('[CALL-06] the callback agent asks, and the order is archived', async () => {
    await workOn(agent.page, 'callbacks', '林小满');
    await expect(agent.page.locator('[data-work]')).toContainText('是否安装好,并能正常使用');
    await answerAll(agent.page);
    await look(agent.page, 'install-7-callback');
    await act(agent.page, '登记回访结果');
    await expect(agent.page.locator('[data-row]', { hasText: '林小满' })).toHaveCount(0);
  });
  const closed = await orderNow(dispatcher, orderId);
  expect([closed.status, closed.callbackEnded]).toEqual(['closed', 'done']);
});

/** Answers every question of a questionnaire well. */
async function answerAll(page: Page): Promise<void> {
  const questions = page.locator('[data-work]').getByRole('radiogroup');
  await expect(questions.first()).toBeVisible();
  for (const question of await questions.all()) await question.getByRole('radio').first().check();
  const score = page.getByPlaceholder('打分 1–10');
  if ((await score.count()) > 0) {
    await score.click();
    await page.getByRole('option', { name: '9', exact: true }).click();
  }
}

test('one false receipt: the customer says no, the order is back with its old clock, the figures show it', async () => {
  const { orderId, number } = await takeIn(dispatcher, {
    customer: { name: '陈守信', phone: '13805910666', address: '金丝雀路 9 号 101', note: '不能上网' },
  });
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't001' });
  await agree(t001, orderId, townAt('11:00'));
  await workAt(t001, orderId, 'fault');
  await town.clockTo(townAt('09:20'));
  await handOver(t001, orderId, { causeSide: 'central_office' });
  const replied = await orderNow(dispatcher, orderId);
  expect(replied.status).toBe('replied');

  await test.step('[CALL-10] the agent is told that it was never repaired', async () => {
    await workOn(agent.page, 'callbacks', '陈守信');
    const asked = agent.page.getByRole('radiogroup', { name: /请问您的障碍是在3月10号修复的吗/ });
    await answerAll(agent.page);
    await asked.getByLabel('否', { exact: true }).check();
    await look(agent.page, 'false-1-callback');
    await act(agent.page, '登记回访结果');
    await expect(agent.page.locator('[data-row]', { hasText: '陈守信' })).toHaveCount(0);
  });
  const reopened = await orderNow(dispatcher, orderId);
  expect(reopened.status).toBe('pending_dispatch');
  expect(reopened.intakeAt, 'no clock starts anew').toBe(replied.intakeAt);
  expect(reopened.voidedReplies).toHaveLength(1);

  await test.step('the dispatcher sees it in the pool again', async () => {
    await dispatcher.page.goto(`/dispatch?open=${orderId}`);
    await expect(dispatcher.page.locator('[data-drawer]')).toContainText('待派单', { timeout: 30_000 });
    await look(dispatcher.page, 'false-2-pool');
  });
  await test.step('[CALL-10] the supervisor is told', async () => {
    const { page } = supervisor;
    await page.goto('/kpis');
    await page.locator('button[data-notices]').click();
    await expect(page.locator('[data-alert="false_receipt"]')).toContainText('CALL-10');
    await look(page, 'false-2-told');
    await page.keyboard.press('Escape');
  });
  await test.step('[KPI-03] the rate of truthful receipts shows it, down to what happened', async () => {
    const { page } = supervisor;
    await page.goto('/kpis');
    const row = page.locator('[data-figure="KPI-03"]');
    await expect(row).toContainText('0 %');
    await expect(row).toContainText('未达标');
    await row.focus();
    await page.keyboard.press('Enter');
    const behind = page.locator(`[data-order="${number}"]`);
    await expect(behind).toContainText('未计入');
    await look(page, 'false-3-figure');
    await behind.click();
    const trail = page.getByRole('dialog', { name: `工单 ${number}` });
    await expect(trail).toContainText('回单');
    await look(page, 'false-4-trail');
    await page.keyboard.press('Escape');
  });
  await test.step('[RECD-02] work that was over too soon stands on the list of flags', async () => {
    const { page } = supervisor;
    await page.locator('[data-figure="flags"]').click();
    await expect(page.locator('[data-flag="finished_too_soon"]').first()).toBeVisible();
    await expectAccessible(page);
    await look(page, 'false-5-flags');
  });
  await test.step('[PRIV-02] the table is not taken out without a reason', async () => {
    const { page } = supervisor;
    await page.locator('[data-figure="KPI-03"]').click();
    await act(page, '导出 CSV');
    const form = page.getByRole('dialog', { name: '导出工单清单' });
    await expect(form.getByRole('button', { name: '导出 CSV' })).toBeDisabled();
    await form.getByLabel('导出原因').fill('三月质量复盘');
    const download = page.waitForEvent('download');
    await form.getByRole('button', { name: '导出 CSV' }).click();
    expect((await download).suggestedFilename()).toBe('KPI-03.csv');
  });
});

test('one move: two children, the removal waits for the install, both closed end it', async () => {
  const number = await test.step('the desk takes it in with both addresses', async () => {
    const { page } = desk;
    await page.goto('/intake');
    await act(page, '移机');
    await page.getByLabel('宽带账号已核实').check();
    await fieldOf(page, '客户姓名').fill('郑搬迁');
    await fieldOf(page, '联系电话').fill('13805910555');
    await fieldOf(page, '小区').fill(KNOWN_ESTATE);
    await fieldOf(page, '新装地址').fill('金丝雀路 11 号 201');
    await fieldOf(page, '原小区').fill(KNOWN_ESTATE);
    await fieldOf(page, '拆机地址').fill('金丝雀路 3 号 102');
    await page.keyboard.press('Escape');
    await look(page, 'move-1-intake');
    await act(page, '受理');
    return (await page.locator('[data-taken]').getAttribute('data-taken')) as string;
  });
  const parent = await orderNumbered(dispatcher, number);
  const [install, remove] = parent.childIds as [string, string];

  await test.step('the drawer leads from one to the other', async () => {
    const { page } = dispatcher;
    await page.goto(`/dispatch?open=${parent.id}`);
    const family = page.locator('[data-family]');
    await expect(family).toContainText(`${number}-拆`, { timeout: 30_000 });
    await look(page, 'move-2-family');
    await family.getByRole('button', { name: new RegExp(`${number}-装`) }).click();
    await expect(page.locator('[data-drawer]')).toContainText('装机');
  });
  for (const orderId of [install, remove]) {
    await dispatcher.command('order.dispatch', { orderId, technicianId: 't001' });
    await agree(t001, orderId, townAt(orderId === install ? '13:00' : '15:00'));
  }
  await test.step('[SITE-11] nobody takes the old line down before the new one works', async () => {
    const phone = t001.page;
    await phone.goto('/field');
    await phone.locator(`[data-order="${number}-拆"]`).getByRole('button').click();
    for (const tick of ['工具与备件齐全', '着工装、挂工牌、未饮酒']) await phone.getByText(tick).click();
    await tap(phone, '出发');
    await expect(phone.getByText('SITE-11').first()).toBeVisible();
    await look(phone, 'move-3-locked');
  });
  await workAt(t001, install, 'install');
  await handOver(t001, install);
  await workAt(t001, remove, 'remove');
  await handOver(t001, remove);
  await test.step('[CALL-01] both halves stand on the callback list, and neither asks why somebody leaves', async () => {
    const rows = agent.page.locator('[data-row]', { hasText: '郑搬迁' });
    for (const left of [1, 0]) {
      await workOn(agent.page, 'callbacks', '郑搬迁');
      await expect(agent.page.locator('[data-work]')).not.toContainText('拆机的真正原因');
      await act(agent.page, '客户拒访');
      await expect(rows).toHaveCount(left);
    }
  });
  await expect
    .poll(async () => (await orderNow(dispatcher, parent.id)).status, 'the parent follows its children')
    .toBe('closed');
});

test('one complaint: reviewed, referred upward, answered, called back', async () => {
  const number = await takeInOnScreen(desk.page, '投诉', {
    客户姓名: '吴直言',
    联系电话: '13805910444',
    投诉内容: '装机约了两次都没来',
  });
  const { id: orderId } = await orderNumbered(dispatcher, number);

  await test.step('[INTK-08] a supervisor reviews it first', async () => {
    await workOn(supervisor.page, 'complaints', '吴直言');
    const panel = supervisor.page.locator('[data-work]');
    await expect(panel.locator('[data-limit="T_REVIEW"]')).toContainText('INTK-08');
    await expect(panel.locator('[data-limit="T_CONTACT_COMPLAINT"]')).toContainText('CMPL-02');
    await look(supervisor.page, 'complaint-1-review');
    await panel.getByRole('button', { name: '审核通过' }).click();
    await expect(panel.getByRole('button', { name: '审核通过' })).toHaveCount(0);
    await expectAccessible(supervisor.page);
  });
  await test.step('[CMPL-02] the desk reaches the customer within thirty minutes', async () => {
    await workOn(desk.page, 'calls', '吴直言');
    const panel = desk.page.locator('[data-work]');
    await panel.getByLabel('接通', { exact: true }).check();
    await look(desk.page, 'complaint-2-contact');
    await panel.getByRole('button', { name: '记录通话' }).click();
    await expect(
      desk.page.locator('[data-row]', { hasText: '吴直言' }).filter({ hasText: '联系投诉客户' }),
    ).toHaveCount(0);
  });
  await test.step('[CMPL-05] what cannot be solved here goes upward by name', async () => {
    await workOn(desk.page, 'complaints', '吴直言');
    const panel = desk.page.locator('[data-work]');
    await panel.getByLabel('原因', { exact: true }).fill('涉及两个片区');
    await panel.getByLabel('上级部门').fill('市分公司网络部');
    await panel.getByRole('button', { name: '上报上级部门' }).click();
    await expect(panel).toContainText('上报市分公司网络部：涉及两个片区');
    await look(desk.page, 'complaint-3-referred');
  });
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't001' });
  await t001.command('order.accept', { orderId });
  await t001.command('contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });
  await test.step('it is settled and replied to from the list', async () => {
    await workOn(dispatcher.page, 'complaints', '吴直言');
    const panel = dispatcher.page.locator('[data-work]');
    await panel.getByRole('button', { name: '已处理' }).click();
    await panel.getByRole('button', { name: '回单', exact: true }).click();
    await expect(dispatcher.page.locator('[data-row]', { hasText: '吴直言' })).toHaveCount(0);
  });
  await test.step('[CALL-08] the customer is asked about it', async () => {
    await workOn(agent.page, 'callbacks', '吴直言');
    await expect(agent.page.locator('[data-work]')).toContainText('客户对投诉处理是否满意');
    await answerAll(agent.page);
    await look(agent.page, 'complaint-4-callback');
    await act(agent.page, '登记回访结果');
  });
  await expect.poll(async () => (await orderNow(dispatcher, orderId)).status).toBe('closed');
});

test('one fault at night: no visit after twenty, the calls wait for the morning, no clock does', async () => {
  await town.clockTo(townAt('22:30'));
  const number = await takeInOnScreen(desk.page, '修障', {
    客户姓名: '何夜深',
    联系电话: '13805910333',
    小区: KNOWN_ESTATE,
    地址: '金丝雀路 5 号 401',
    故障现象: '光猫红灯',
  });
  const { id: orderId } = await orderNumbered(dispatcher, number);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't001' });
  await t001.command('order.accept', { orderId });
  await t001.command('contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });

  await test.step('[APPT-10] a visit at 23:15 is refused with its clause', async () => {
    const { page } = dispatcher;
    await page.goto(`/dispatch?open=${orderId}`);
    const drawer = page.locator('[data-drawer]');
    await drawer.getByRole('button', { name: '约定时间' }).click({ timeout: 30_000 });
    const dialog = page.getByRole('dialog', { name: `约定时间：工单 ${number}` });
    await dialog.getByLabel('上门时间（北京时间）', { exact: true }).fill('23:15');
    await dialog.getByRole('button', { name: '约定', exact: true }).click();
    const refusal = page.locator('[data-rule="APPT-10"]');
    await expect(refusal).toBeVisible();
    await look(page, 'night-1-refused');
    await dialog.getByRole('button', { name: '取消' }).click();
  });
  await t001.command('appointment.confirm', {
    orderId,
    start: townAt('09:00') + TOMORROW,
    proposedBy: 'customer',
  });
  await test.step('[PROG-02] word of the four hours is due at half past two and told at eight', async () => {
    await town.clockTo(townAt('02:40') + TOMORROW);
    await workOn(desk.page, 'calls', '何夜深');
    const panel = desk.page.locator('[data-work]');
    await expect(panel).toContainText('PROG-02');
    await expect(panel).toContainText('08:00');
    await look(desk.page, 'night-2-list');
    await town.clockTo(townAt('08:00') + TOMORROW - MINUTE);
    await workOn(desk.page, 'calls', '何夜深');
    await panel.getByLabel('接通', { exact: true }).check();
    await panel.getByRole('button', { name: '记录通话' }).click();
    await expect(
      desk.page.locator('[data-row]', { hasText: '何夜深' }).filter({ hasText: '四小时' }),
    ).toHaveCount(0);
    await look(desk.page, 'night-3-told');
  });
  expect((await orderNow(dispatcher, orderId)).pauses, 'the night stops no clock').toEqual([]);
});
