import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

const FIXTURES = new URL('../support/fixtures/import/', import.meta.url);
const fixture = (name: string) => new URL(name, FIXTURES).pathname;

async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator('dl > div').filter({ hasText: name }).locator('dd').first().textContent();
  return Number(text);
}

test.describe.configure({ mode: 'serial' });

/** The page of imports once it can be worked with: before its code is there nothing can be chosen. */
async function importsAt(browser: Browser): Promise<PersonAtScreen> {
  const person = await personAt(browser, 'dispatcher', '/settings/imports');
  await expect(person.page.getByRole('radio', { name: '工单', exact: true })).toBeEnabled();
  return person;
}

test('asks for the coordinate system, shows each fault with row, column, value and reason, and takes the clean rows', async ({
  browser,
}) => {
  const { page, context } = await importsAt(browser);
  await page.getByLabel('把文件拖到这里').setInputFiles(fixture('orders-gcj02-gb18030.csv'));
  const check = page.getByRole('button', { name: '检查文件' });
  await expect(page.getByRole('radio', { name: /WGS-84|GCJ-02|BD-09/, checked: true })).toHaveCount(0);
  await expect(check).toBeDisabled();
  await page.getByRole('radio', { name: /GCJ-02/ }).check();
  await check.click();

  await expect(page.getByText('GB18030', { exact: true })).toBeVisible();
  await expect(page.getByLabel('工单类型', { exact: false })).toHaveValue('工单类型');
  const faulty = await figure(page, '有误');
  const clean = await figure(page, '可导入');
  expect(faulty).toBeGreaterThan(0);
  expect(clean).toBeGreaterThan(0);
  const faults = page
    .getByRole('region', { name: /有误的行/ })
    .first()
    .getByRole('row');
  await expect(faults.nth(1).getByRole('cell')).toHaveCount(5);
  await expect(faults.nth(1).getByRole('cell').first()).toHaveText(/^\d+$/);
  await expectAccessible(page);

  const take = page.getByRole('button', { name: `导入 ${clean} 行` });
  await expect(take).toBeDisabled();
  await page.getByRole('radio', { name: new RegExp(`只导入 ${clean} 行无误的`) }).check();
  await take.click();
  await expect(page.getByRole('heading', { name: `已导入 ${clean} 行` })).toBeVisible();
  await expect(page.getByText(`${faulty} 行有误，未导入`)).toBeVisible();
  await context.close();
});

test('the same file again adds nothing', async ({ browser }) => {
  const { page, context } = await importsAt(browser);
  await page.getByRole('radio', { name: /GCJ-02/ }).check();
  await page.getByLabel('把文件拖到这里').setInputFiles(fixture('orders-gcj02-gb18030.csv'));
  await page.getByRole('button', { name: '检查文件' }).click();
  await expect(page.getByRole('button', { name: '没有新的行：编号都已存在' })).toBeDisabled();
  expect(await figure(page, '可导入')).toBe(0);
  expect(await figure(page, '已存在')).toBeGreaterThan(0);
  await context.close();
});

test('another coordinate system moves the previewed places', async ({ browser }) => {
  const { page, context } = await importsAt(browser);
  await page.getByRole('radio', { name: '装维人员' }).check();
  await page.getByLabel('把文件拖到这里').setInputFiles(fixture('technicians-wgs84-utf8-bom.csv'));
  await page.getByRole('radio', { name: /WGS-84/ }).check();
  await page.getByRole('button', { name: '检查文件' }).click();
  const place = page
    .getByRole('region', { name: '预览' })
    .getByRole('cell', { name: /^119\./ })
    .first();
  const asWgs = await place.textContent();
  await page.getByRole('radio', { name: /BD-09/ }).check();
  await expect(place).not.toHaveText(asWgs as string);
  await context.close();
});

test('says what is wrong with a file that cannot be read, and changes nothing', async ({ browser }) => {
  const { page, context } = await importsAt(browser);
  await page.getByLabel('把文件拖到这里').setInputFiles({
    name: 'empty.csv',
    mimeType: 'text/csv',
    buffer: Buffer.alloc(0),
  });
  await page.getByRole('radio', { name: /WGS-84/ }).check();
  await page.getByRole('button', { name: '检查文件' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '文件是空的' })).toBeVisible();
  await context.close();
});

test('a technician may not import', async ({ browser }) => {
  const { page, context } = await personAt(browser, 't001', '/settings/imports');
  await expect(page.getByText('您的岗位不能导入')).toBeVisible();
  await context.close();
});
