import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/e2e-accessibility.ts';
import { orderFor, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';
import {
  act,
  cardOf,
  fillForCustomer,
  openCard,
  phoneOf,
  promise,
  stepOf,
  tap,
} from '#tests/support/e2e-phone.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await personAt(browser, 'dispatcher', '/field');
});
test.afterAll(() => dispatcher.context.close());

async function call(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^拨打 13805910123/ }).click();
  await act(page, '已接通');
  await act(page, '记录结果');
}

test('asks for consent before the first duty, shares while on duty, and stops when consent is withdrawn', async ({
  browser,
}) => {
  const t002 = await phoneOf(browser, 't002');
  await t002.command('technician.off_duty', { technicianId: 't002' });
  await t002.command('technician.consent', { technicianId: 't002', version: 'v1', given: false });
  const { page } = t002;
  await expect(page.getByText('未上岗', { exact: true })).toBeVisible();
  await expect(page.getByText('没有共享位置')).toBeVisible();

  await act(page, '上岗');
  const notice = page.getByRole('dialog', { name: /位置共享说明/ });
  await expect(notice.getByText('保存多久')).toBeVisible();
  await notice.getByRole('button', { name: '暂不同意' }).click();
  await expect(page.getByText('未上岗', { exact: true })).toBeVisible();

  await act(page, '上岗');
  await notice.getByRole('button', { name: '我已看完，同意共享' }).click();
  await expect(page.getByText('在岗', { exact: true })).toBeVisible();
  await expect(page.getByText(/正在共享位置 · 精度 ±10 米/)).toBeVisible();
  await expect(page.getByText(/发送/)).toBeVisible();

  await page.getByRole('button', { name: /位置共享/ }).click();
  await notice.getByRole('button', { name: '撤回同意' }).click();
  await expect(page.getByText('没有共享位置')).toBeVisible();
  await t002.context.close();
});

test('leads one visit from acceptance to the reply, and the promise is kept', async ({ browser }) => {
  const t001 = await phoneOf(browser, 't001');
  const { page } = t001;
  await expect(page.getByText('在岗', { exact: true })).toBeVisible();
  const { number } = await orderFor(dispatcher, 't001');

  await test.step('the order appears by itself', () => openCard(page, number));
  await expect(page.getByText('138****0123')).toBeVisible();
  await act(page, '接单');
  await expect(page.getByText('13805910123', { exact: true })).toBeVisible();

  await expect(stepOf(page, 'call')).toBeVisible();
  await call(page);
  await expect(stepOf(page, 'promise')).toBeVisible();
  await promise(page, '10:30');
  await expect(page.getByText('10:30', { exact: true })).toBeVisible();

  await expect(stepOf(page, 'depart')).toBeVisible();
  await expect(page.getByRole('button', { name: '出发', exact: true })).toBeDisabled();
  for (const tick of ['工具与备件齐全', '着工装、挂工牌、未饮酒']) await page.getByText(tick).click();
  await test.step('a status tap may be taken back', async () => {
    await act(page, '出发');
    await act(page, '撤回');
    await expect(stepOf(page, 'depart')).toBeVisible();
  });
  await tap(page, '出发');
  await expect(stepOf(page, 'arrive').getByText(/距离地址/)).toBeVisible();
  await expect(page.locator('[data-message="departure"]')).toContainText('现已出发');
  await tap(page, '我已到达');
  await test.step('the standard’s cards are offered at the door', async () => {
    const cards = page.locator('[data-cards="door"]');
    await cards.locator('summary').click();
    await expect(cards.getByText('进入客户室内必须穿好鞋套')).toBeVisible();
    await cards.getByText('进入客户室内必须穿好鞋套').click();
  });
  await tap(page, '客户同意，已入户');
  await tap(page, '开始施工');
  await tap(page, '业务已开通');

  await expect(stepOf(page, 'test')).toBeVisible();
  for (const tick of ['打开一个网页', '下载一个软件', '发送一封邮件']) await page.getByText(tick).click();
  await page.getByLabel(/下行测速/).fill('98');
  await act(page, '记录测试');

  await test.step('the customer confirms in person on an empty screen', async () => {
    await act(page, '交给客户');
    const screen = page.getByRole('dialog', { name: '请您确认' });
    await expect(screen.getByRole('checkbox').first()).toBeVisible();
    await expect(screen.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(screen.getByRole('button', { name: '确认并签字' })).toBeDisabled();
    for (const box of await screen.getByRole('checkbox').all()) await box.check();
    await expect(screen.locator('[aria-pressed="true"]')).toHaveCount(0);
    await expect(screen.getByRole('button', { name: '确认并签字' })).toBeDisabled();
    await screen.getByRole('button', { name: '交还手机' }).click();
    await act(page, '交给客户');
    await expect(screen.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await screen.getByLabel('意见或建议').fill('师傅很细心');
    const sign = await fillForCustomer(page);
    await sign.click();
  });
  await expect(stepOf(page, 'finish')).toBeVisible();
  await tap(page, '完成，离开现场');
  await act(page, '竣工');
  await act(page, '回单');
  await expect(stepOf(page, 'closed')).toBeVisible();

  const orders = await dispatcher.context.request.get(`/api/v1/orders?q=${number}`);
  const [order] = (await orders.json()).orders;
  expect(order.status).toBe('replied');
  expect(order.appointments.at(-1).outcome).toBe('kept');
  expect(Object.keys(order.visits.at(-1).checks ?? {})).toContain('shoe_covers');
  expect(order.visits.at(-1).kit).toEqual({ missing: [], reason: null });
  const { signature, photos } = order.visits.at(-1);
  expect(signature).toMatchObject({
    filledBy: 'customer',
    answer: { scale: 'text', rating: 'satisfied', opined: true },
  });
  expect(photos).toMatchObject([{ of: 'signature', hash: signature.hash }]);
  const images = async () =>
    (await dispatcher.context.request.get(`/api/v1/orders/${order.id}/photos`)).json();
  await expect.poll(async () => (await images()).photos[0]?.state, 'its image arrives').toBe('kept');
  expect((await images()).sight, 'and is looked at for a reason').toBe('for_a_reason');
  await t001.context.close();
});

test('[CHG-05] refuses lateness that is declared too early, with the clause and what to do', async ({
  browser,
}) => {
  const t003 = await phoneOf(browser, 't003');
  const { page } = t003;
  const { number } = await orderFor(dispatcher, 't003');
  await openCard(page, number);
  await act(page, '接单');
  await call(page);
  await promise(page, '16:00');
  await act(page, '可能迟到');
  const door = page.getByRole('dialog', { name: '可能迟到' });
  await door.getByRole('button', { name: '15 分钟' }).click();
  await door.getByLabel('原因').fill('前一单超时');
  await door.getByText('已打电话告知客户并致歉').click();
  await door.getByRole('button', { name: '提交迟到告知' }).click();
  const refusal = door.getByRole('alert');
  await expect(refusal.locator('[data-rule="CHG-05"]')).toContainText('迟到不等于改约');
  await expect(refusal).toContainText('两小时内');
  await t003.context.close();
});

test('keeps a tap while there is no network, says that it is not saved, and saves it afterwards', async ({
  browser,
}) => {
  const t003 = await phoneOf(browser, 't003');
  const { page } = t003;
  const { number } = await orderFor(dispatcher, 't003');
  await openCard(page, number);
  await t003.context.setOffline(true);
  await act(page, '接单');
  await expect(page.getByText('未保存：1 项操作已暂存')).toBeVisible({ timeout: 20_000 });
  await t003.context.setOffline(false);
  await expect(stepOf(page, 'call')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/未保存/)).toBeHidden();
  await t003.context.close();
});

// E-01
test('@zones shows the promise in Beijing time whatever the phone’s zone', async ({ browser }) => {
  const { page, context } = await phoneOf(browser, 't003', {
    timezoneId: test.info().project.use.timezoneId,
  });
  const { number } = await orderFor(dispatcher, 't003', {
    preferredStarts: [Date.parse('2026-03-11T14:30:00+08:00')],
  });
  await openCard(page, number);
  await act(page, '接单');
  await call(page);
  await expect(page.getByRole('button', { name: /客户期望.*14:30/ })).toBeVisible();
  await expect(page.getByLabel(/^时间/)).toHaveValue('14:30');
  await context.close();
});

for (const scheme of ['light', 'dark'])
  test(`fits a small phone, with targets of 44 px, accessible, in ${scheme}`, async ({
    browser,
    baseURL,
  }) => {
    const { page, context } = await phoneOf(browser, 't003');
    await context.addCookies([{ name: 'zhundian_scheme', value: scheme, url: baseURL as string }]);
    const { number } = await orderFor(dispatcher, 't003');
    await page.reload();
    await expect(cardOf(page, number)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await openCard(page, number);
    await expect(stepOf(page, 'accept')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const small = await page
      .getByRole('button')
      .or(page.getByRole('link'))
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .map((element) => ({ words: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44 || box.width < 44)
          .map(({ words, box }) => `${words} ${Math.round(box.width)}×${Math.round(box.height)}`),
      );
    expect(small).toEqual([]);
    await context.close();
  });
