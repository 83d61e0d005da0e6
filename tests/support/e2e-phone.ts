import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

/** A phone of the smallest size that must do. */
const PHONE = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  permissions: ['geolocation'],
  geolocation: { longitude: HOME.lng, latitude: HOME.lat, accuracy: 10 },
};

/** A technician with a phone. Its dialler stays shut: a browser without one takes no input while it looks for one. */
export async function phoneOf(
  browser: Browser,
  username: string,
  more: BrowserContextOptions = {},
): Promise<PersonAtScreen> {
  const phone = await personAt(browser, username, '/field', { ...PHONE, ...more });
  await phone.page.evaluate(() =>
    document.addEventListener(
      'click',
      (event) => {
        if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault();
      },
      true,
    ),
  );
  return phone;
}

export const cardOf = (page: Page, number: string) => page.locator(`[data-order="${number}"]`);
export const openCard = async (page: Page, number: string) =>
  cardOf(page, number).getByRole('button').click();
export const stepOf = (page: Page, name: string): Locator => page.locator(`[data-step="${name}"]`);
export const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A status tap goes out at once instead of after ten seconds. */
export const tap = async (page: Page, name: string) => {
  await act(page, name);
  await act(page, '马上提交');
};

/** The customer is handed the phone, ticks, rates and draws a signature; returns the button that signs. */
export async function tickForCustomer(page: Page): Promise<Locator> {
  await act(page, '交给客户');
  return fillForCustomer(page);
}

/** The customer fills in the screen that was handed over. */
export async function fillForCustomer(page: Page): Promise<Locator> {
  const screen = page.getByRole('dialog', { name: '请您确认' });
  const boxes = screen.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.check();
  // in words or in numbers, as the order's standard asks: the best stands last
  await screen.getByRole('group').getByRole('button').last().click();
  await draw(page, screen.getByRole('img', { name: '签名区，尚未签名' }));
  await expect(screen.getByRole('img', { name: '签名区，已签名' })).toBeVisible();
  return screen.getByRole('button', { name: '确认并签字' });
}

/** A line across the paper, without lifting the finger. */
async function draw(page: Page, paper: Locator): Promise<void> {
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('There is no paper to sign on.');
  const at = (part: number) =>
    [box.x + box.width * part, box.y + box.height * (part < 0.5 ? 0.3 : 0.6)] as const;
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  for (const part of [0.35, 0.5, 0.65, 0.8]) await page.mouse.move(...at(part));
  await page.mouse.up();
}

/** The customer asks for a time and it is repeated to them. */
export async function promise(page: Page, clock: string): Promise<void> {
  await page.getByLabel(/^时间/).fill(clock);
  await act(page, '客户提出');
  await page.getByText('已复述，客户同意').click();
  await act(page, '确认约定');
}
