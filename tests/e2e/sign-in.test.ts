import { expect, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import { TOWN_PASSWORD } from '#tests/support/town.ts';

test('sends a stranger to sign in and then to the page that was asked for', async ({ page }) => {
  await page.goto('/board');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fboard$/);
  await page.getByLabel('用户名或工号').fill('supervisor');
  await page.getByLabel('密码', { exact: true }).fill(TOWN_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/board$/);
  await expect(page.getByRole('heading', { name: '看板' })).toBeAttached();
});

test('says what is wrong with a sign-in and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '请填写用户名和密码' })).toBeVisible();
  await page.getByLabel('用户名或工号').fill('supervisor');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '用户名或密码不对' })).toBeVisible();
  await expect(page.getByLabel('用户名或工号')).toHaveValue('supervisor');
});

test('says that the server is away and signs nobody in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('用户名或工号').fill('supervisor');
  await page.getByLabel('密码', { exact: true }).fill(TOWN_PASSWORD);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '服务器没有回应' })).toBeVisible();
});

for (const [username, path] of [
  ['dispatcher', '/dispatch'],
  ['supervisor', '/board'],
  ['t001', '/field'],
] as const)
  test(`takes ${username} of a demo to ${path} with one tap`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: new RegExp(`^${username}\\s`) }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  });

test('never leads to another site after signing in', async ({ page, baseURL }) => {
  await page.goto('/sign-in?next=//elsewhere.example/');
  await page.getByRole('button', { name: /^supervisor\s/ }).click();
  await expect(page).toHaveURL(`${baseURL}/board`);
});

test('keeps language and light or dark over a reload, rendered so by the server', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const html = await (await page.request.get('/sign-in')).text();
  expect(html).toContain('lang="en"');
  expect(html).toContain('data-mantine-color-scheme="dark"');
});

for (const scheme of ['light', 'dark'])
  test(`is accessible in ${scheme}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'zhundian_scheme', value: scheme, url: baseURL as string }]);
    await page.goto('/sign-in');
    await expectAccessible(page);
  });
