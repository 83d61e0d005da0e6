import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { orderFor, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';
import { act, openCard, phoneOf, promise, stepOf, tap, tickForCustomer } from '#tests/support/e2e-phone.ts';

let dispatcher: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await personAt(browser, 'dispatcher', '/field');
});
test.afterAll(() => dispatcher.context.close());

/** The refusal names its rule; it is read and closed. */
const refused = async (page: Page, rule: string) => {
  await expect(page.getByText(rule).first()).toBeVisible();
  await page.getByRole('button', { name: '关闭', exact: true }).first().click();
};

test('what is settled on site is asked for where it is settled, and refused by name when it is not', async ({
  browser,
}) => {
  const t001 = await phoneOf(browser, 't001');
  const { page } = t001;
  const { orderId, number } = await orderFor(dispatcher, 't001');
  await t001.command('order.accept', { orderId, technicianId: 't001' });
  await t001.command('contact.attempt', { orderId, outcome: 'connected' });
  await openCard(page, number);
  await promise(page, '10:30');
  for (const tick of ['工具与备件齐全', '着工装、挂工牌、未饮酒']) await page.getByText(tick).click();
  await tap(page, '出发');
  await tap(page, '我已到达');
  await tap(page, '客户同意，已入户');

  await test.step('[DMG-01] a photo taken without a network is kept, counted and sent once', async () => {
    const { context } = t001;
    const shown = async () => (await context.request.get(`/api/v1/orders/${orderId}/photos`)).json();
    let sent = 0;
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('/photos') && request.method() === 'POST') sent += 1;
    });
    const create = { width: 3200, height: 2400, channels: 3, background: '#b03030' } as const;
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await act(page, '损坏物品');
    const door = page.getByRole('dialog', { name: '损坏物品' });
    await door.getByLabel('损坏了什么').fill('玻璃门');
    const files = ['1.jpg', '2.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer }));
    await door.getByLabel('选照片：损坏照片').setInputFiles(files);
    await door.getByRole('button', { name: '去掉损坏照片 2' }).click();
    await expect(door.getByRole('img', { name: /损坏照片/ })).toHaveCount(1);
    await context.setOffline(true);
    await act(page, '确认登记');
    await expect(page.locator('[data-photos-unsent="1"]')).toContainText('1 张照片尚未上传', {
      timeout: 40_000,
    });
    expect((await shown()).photos).toEqual([]);
    await context.setOffline(false);
    const tile = page.locator('[data-order-photos="open"] [data-photo="kept"]');
    await expect(tile).toHaveCount(1, { timeout: 40_000 });
    await expect(page.locator('[data-photos-unsent]')).toHaveCount(0);
    expect((await shown()).photos).toMatchObject([{ of: 'damage', state: 'kept' }]);
    expect(sent).toBe(1);
    await tile.getByRole('button').click();
    const whole = page.getByRole('dialog').getByRole('img', { name: /损坏照片/ });
    await expect(whole).toHaveJSProperty('naturalWidth', 1600);
    await page.keyboard.press('Escape');
    await expect(whole).toHaveCount(0);
  });

  await test.step('[SITE-14] a risk without consent', async () => {
    await page.getByText('本次施工有风险').click();
    await page.getByText('已向客户说明风险和后果').click();
    await tap(page, '开始施工');
    await refused(page, 'SITE-14');
    await page.getByText('客户同意后施工').click();
    await tap(page, '开始施工');
  });
  await tap(page, '业务已开通');

  await test.step('[SITE-08] a test that was not finished is done again', async () => {
    await act(page, '记录测试');
    await (await tickForCustomer(page)).click();
    await refused(page, 'SITE-08');
    await act(page, '重新测试');
    for (const tick of ['打开一个网页', '下载一个软件', '发送一封邮件']) await page.getByText(tick).click();
    await page.getByLabel(/下行测速/).fill('98');
    await act(page, '记录测试');
  });

  await test.step('[SITE-19] a fee without its invoice', async () => {
    await page.getByText('收费', { exact: true }).click();
    await page.getByLabel('金额（元）').fill('30');
    await (await tickForCustomer(page)).click();
    await refused(page, 'SITE-19');
    await page.getByLabel('发票号').fill('04400223');
    await (await tickForCustomer(page)).click();
  });
  await expect(stepOf(page, 'finish')).toBeVisible();

  await test.step('[SITE-18] one card ticked and the other not', async () => {
    await page.locator('[data-cards="leaving"] summary').click();
    await page.getByText(/给客户留下服务卡/).click();
    await tap(page, '完成，离开现场');
    await refused(page, 'SITE-18');
    await page.getByText('认真清理打扫工作现场,恢复户内整洁').click();
    await tap(page, '完成，离开现场');
  });
  await act(page, '竣工');

  await test.step('[DONE-10] half a record', async () => {
    await page.getByRole('group').getByText('端口', { exact: true }).click();
    await act(page, '回单');
    await refused(page, 'DONE-10');
    for (const field of ['地址', '设备序列号', '线缆', '照片'])
      await page.getByRole('group').getByText(field, { exact: true }).click();
    await act(page, '回单');
  });
  await expect(stepOf(page, 'closed')).toBeVisible();
  await t001.context.close();
});
