import { expect, type Page, test } from '@playwright/test';
import { TOWN_PASSWORD } from '#tests/support/town.ts';

/** Counts what the browser refuses because of the page's policy, from the first byte on. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

for (const [username, path, opensDialog] of [
  ['dispatcher', '/dispatch', '?'],
  ['supervisor', '/board', null],
  ['t001', '/field', null],
] as const)
  test(`${path} needs nothing that its content security policy forbids`, async ({ page }) => {
    const refused = await watchPolicy(page);
    await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
    expect(await refused()).toEqual([]);
    await page.getByLabel('用户名或工号').fill(username);
    await page.getByLabel('密码', { exact: true }).fill(TOWN_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await page.reload();
    await page.waitForLoadState('networkidle');
    if (opensDialog !== null) {
      await page.locator('body').press(opensDialog);
      await expect(page.getByRole('dialog')).toBeVisible();
    }
    expect(await refused()).toEqual([]);
  });

test('a script that did not come with the page does not run', async ({ page }) => {
  const refused = await watchPolicy(page);
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="x:" onerror="window.ran = 1">';
    document.body.append(holder);
  });
  await expect.poll(async () => (await refused()).join()).toContain('script-src-attr');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('every answer says what the browser must refuse, and no two carry the same nonce', async ({
  request,
}) => {
  const answers = [
    await request.get('/sign-in'),
    await request.get('/sign-in', { headers: { 'x-nonce': 'mine' } }),
  ];
  const nonces = answers.map((answer) => {
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    return /'nonce-([^']{24})'/.exec(policy)?.[1];
  });
  expect(nonces[0]).toBeTruthy();
  expect(new Set([...nonces, 'mine']).size).toBe(3);
  for (const path of ['/sign-in', '/api/v1/orders', '/healthz']) {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  }
});
