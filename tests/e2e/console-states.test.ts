import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Language } from '#app/ui/i18n/language.ts';
import { messagesIn } from '#app/ui/i18n/messages.ts';
import { LANGUAGE_COOKIE, SCHEME_COOKIE, type Scheme } from '#app/ui/preferences.ts';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/e2e-accessibility.ts';
import {
  barOf,
  callOff,
  cardOf,
  carryToRow,
  closeToasts,
  consoleAt,
  emptyDay,
  findInPool,
  orderPinOf,
  poolOrder,
  promisedOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

/** Whose afternoon is looked at: somebody with a phone to whom the tests around these give nothing. */
const WHO = 't008';

interface Made {
  readonly orderId: string;
  readonly number: string;
}

let dispatcher: PersonAtScreen;
/** A visit that is promised, one that only stands there, and a fault that waits: something of everything. */
let promised: Made;
let standing: Made;
let waiting: Made;

test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher2');
  await emptyDay(dispatcher, WHO);
  const technician = await personAt(browser, WHO, '/field');
  promised = await promisedOrder(dispatcher, technician, WHO, townAt('15:30'));
  await technician.context.close();
  standing = await poolOrder(dispatcher, { estate: '长乐名邸' });
  await dispatcher.command('order.dispatch', {
    orderId: standing.orderId,
    technicianId: WHO,
    at: townAt('17:00'),
  });
  waiting = await poolOrder(dispatcher, {
    type: 'fault',
    estate: '金源花园',
    place: { point: { lng: 119.298, lat: 26.083 }, precision: 'rooftop', uncertaintyM: 20 },
  });
});

test.afterAll(async () => {
  await callOff(
    dispatcher,
    [promised, standing, waiting].map(({ orderId }) => orderId),
  );
  await dispatcher.context.close();
});

/** A console in one language and look, on a screen of a size. */
async function consoleIn(
  browser: Browser,
  language: Language,
  scheme: Scheme,
  size = { width: 1440, height: 900 },
) {
  const domain = new URL(process.env.E2E_ORIGIN as string).hostname;
  const cookie = (name: string, value: string) => ({
    name,
    value,
    domain,
    path: '/',
    expires: -1,
    httpOnly: false,
    secure: false,
    sameSite: 'Lax' as const,
  });
  return consoleAt(browser, 'dispatcher', {
    viewport: size,
    reducedMotion: 'reduce',
    storageState: {
      cookies: [cookie(LANGUAGE_COOKIE, language), cookie(SCHEME_COOKIE, scheme)],
      origins: [],
    },
  });
}

/** Keeps a picture of what is shown, for people to look at, and judges it unless another run of the walk does. */
async function look(page: Page, state: string, judged = true): Promise<void> {
  // Colours are looked at when they have come to rest.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
  const info = test.info();
  const path = info.outputPath(`${state}.png`);
  await page.screenshot({ path });
  info.attachments.push({ name: state, path, contentType: 'image/png' });
  if (judged) await expectAccessible(page);
}

for (const [language, scheme, judged] of [
  ['zh-CN', 'light', true],
  ['zh-CN', 'dark', false],
  ['en', 'light', false],
  ['en', 'dark', true],
] as const) {
  test(`every state of the console can be read and reached: ${language}, ${scheme}`, async ({ browser }) => {
    test.slow();
    const m = messagesIn(language);
    const { page, context } = await consoleIn(browser, language, scheme);
    const dialog = page.getByRole('dialog');
    const take = (state: string) => look(page, state, judged);
    const bar = barOf(page, promised.orderId);

    await test.step('the day, an order, what can be done with it', async () => {
      await expect(bar).toBeVisible();
      await expect(orderPinOf(page, waiting.orderId)).toBeAttached();
      await expectNoSidewaysScroll(page);
      await take('day');
      await bar.dblclick();
      await expect(page.locator('[data-drawer]')).toContainText(promised.number);
      await take('order');
      await bar.click({ button: 'right' });
      await expect(page.locator('[data-order-menu]')).toBeVisible();
      await take('menu');
      await page.keyboard.press('Escape');
      await expect(page.locator('[data-order-menu]')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.locator('[data-drawer]')).toHaveCount(0);
    });

    await test.step('what opens over the surface', async () => {
      for (const [key, state] of [
        ['r', 'change'],
        ['a', 'assign'],
        ['w', 'why'],
        ['c', 'call'],
        ['?', 'keys'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(dialog).toBeVisible();
        await take(state);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
      await page.keyboard.press('Control+k');
      await expect(page.getByPlaceholder(m.tools.palette.search)).toBeVisible();
      await take('palette');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await page.locator('button[data-notices]').click();
      await expect(dialog).toBeVisible();
      await take('notices');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });

    await test.step('an order in the hand: legal, done and taken back, refused', async () => {
      const card = cardOf(page, waiting.orderId);
      await findInPool(page, waiting.number);
      await card.click();
      await page.keyboard.press('Space');
      await expect(rowOf(page, WHO)).toHaveAttribute('data-verdict', /./);
      await take('lift');
      await page.keyboard.press('Escape');
      const dropped = barOf(page, waiting.orderId);
      const undo = page.getByRole('button', { name: m.dispatch.bar.undo });
      await carryToRow(page, card, WHO, '16:50');
      await expect(page.locator('[data-cascade]')).toBeVisible();
      await take('drag');
      await page.mouse.up();
      await expect(dropped).toBeVisible();
      await undo.click();
      await expect(dropped).toHaveCount(0);
      // Once more, to be looked at: a look may take longer than the ten seconds in which it can be taken back.
      await carryToRow(page, card, WHO, '16:50');
      await page.mouse.up();
      await expect(dropped).toBeVisible();
      await expect(undo).toBeEnabled();
      await take('undo');
      await dispatcher.command('order.unassign', { orderId: waiting.orderId, reason: '调整' });
      await expect(dropped).toHaveCount(0);
      await carryToRow(page, card, WHO, '20:30');
      await page.mouse.up();
      await expect(page.locator('[data-rule]').first()).toBeVisible();
      await take('refused');
      await closeToasts(page);
    });

    await test.step('nothing found, the plan as a ghost, what changed', async () => {
      await findInPool(page, '没有这样的一单');
      await expect(page.getByText(m.dispatch.pool.noMatchTitle)).toBeVisible();
      await take('nothing');
      await findInPool(page, '');
      await page.getByRole('button', { name: m.dispatch.bar.plan }).click();
      const plan = page.locator('[data-plan]');
      await expect(plan).toHaveAttribute('data-plan', 'ready', { timeout: 60_000 });
      await take('plan');
      await plan.getByRole('button', { name: m.dispatch.plan.discard }).last().click();
      await expect(plan).toHaveCount(0);
      await page.locator('[data-zone="pool"]').press('t');
      await expect(page.locator('[data-ripple]')).toBeVisible();
      await take('ripple');
      await page.keyboard.press('Escape');
    });

    await test.step('the line lost, a window for the map alone, the first answer on its way', async () => {
      await context.setOffline(true);
      await expect(page.locator('[data-state="offline"], [data-state="reconnecting"]').first()).toBeVisible();
      await take('offline');
      await context.setOffline(false);
      await page.goto('/dispatch?only=map');
      await expect(orderPinOf(page, waiting.orderId)).toBeAttached({ timeout: 30_000 });
      await take('map-only');
      await page.routeWebSocket(/socket\.io/, () => undefined);
      await page.goto('/dispatch');
      await expect(page.getByText(m.dispatch.states.loadingTitle)).toBeVisible();
      await take('loading');
    });
    await context.close();
  });
}

for (const [width, height, language, scheme] of [
  [1280, 720, 'en', 'light'],
  [3840, 2160, 'zh-CN', 'dark'],
] as const) {
  test(`the console fits a screen of ${width} by ${height}`, async ({ browser }) => {
    const { page, context } = await consoleIn(browser, language, scheme, { width, height });
    await barOf(page, promised.orderId).dblclick();
    await expect(page.locator('[data-drawer]')).toContainText(promised.number);
    await expectNoSidewaysScroll(page);
    await look(page, `width-${width}`, false);
    await context.close();
  });
}
