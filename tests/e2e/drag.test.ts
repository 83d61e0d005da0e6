import { expect, test } from '@playwright/test';
import {
  barOf,
  callOff,
  cardOf,
  carry,
  carryOver,
  carryToRow,
  closeToasts,
  consoleAt,
  estateOf,
  expectSaid,
  findInPool,
  orderPinOf,
  pinOf,
  poolOrder,
  rowOf,
  townAt,
} from '#tests/support/e2e-console.ts';
import { HOME, type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
  technician = await personAt(browser, 't003', '/field');
});
test.afterAll(async () => {
  await dispatcher.context.close();
  await technician.context.close();
});

interface Standing {
  technicianId: string | null;
  start: number | null;
}

/** Where the server says that an order stands. */
async function standing(orderId: string): Promise<Standing> {
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const { order } = await answer.json();
  return { technicianId: order.technicianId, start: order.planned ? Date.parse(order.planned.start) : null };
}

test('an order dropped on a row at a time keeps that time, is seen elsewhere at once and can be taken back', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const other = await consoleAt(browser, 'dispatcher2');
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't004', '14:00');

  await expect(rowOf(page, 't004')).toHaveAttribute('data-verdict', 'accepted');
  await expect(rowOf(page, 't004')).toContainText('14:00');
  await page.mouse.up();

  await expect(barOf(page, orderId)).toBeVisible();
  await expect(rowOf(page, 't004').locator(`[data-order="${orderId}"]`)).toBeVisible();
  await expect(barOf(other.page, orderId)).toBeVisible();
  await expect.poll(() => standing(orderId)).toEqual({ technicianId: 't004', start: townAt('14:00') });
  await expectSaid(page, '已派给');

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(barOf(page, orderId)).toHaveCount(0);
  await expect(barOf(other.page, orderId)).toHaveCount(0);
  await expect.poll(() => standing(orderId)).toEqual({ technicianId: null, start: null });
  await callOff(dispatcher, [orderId]);
  await other.context.close();
});

test('what had to wait for a drop gets its time again when the drop is taken back', async () => {
  const { page } = dispatcher;
  const waits = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', {
    orderId: waits.orderId,
    technicianId: 't004',
    at: townAt('17:00'),
  });
  await expect(barOf(page, waits.orderId)).toBeVisible();
  const { orderId, number } = await poolOrder(dispatcher, { durationMin: 60 });
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't004', '16:45');
  await page.mouse.up();
  await expect(barOf(page, orderId)).toBeVisible();
  await expect.poll(async () => (await standing(waits.orderId)).start).toBeGreaterThan(townAt('17:30'));
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect.poll(() => standing(orderId)).toEqual({ technicianId: null, start: null });
  await expect.poll(() => standing(waits.orderId)).toEqual({ technicianId: 't004', start: townAt('17:00') });
  await callOff(dispatcher, [waits.orderId, orderId]);
});

test('[APPT-10] a time outside the visiting hours says so while dragging; the server refuses it again and the clause stays readable', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't004', '20:30');
  await expect(rowOf(page, 't004')).toContainText('不可派');
  await expect(rowOf(page, 't004')).toContainText('APPT-10');
  // The shading of the row says the same as its words.
  await expect(rowOf(page, 't004')).toHaveAttribute('data-verdict', 'refused');
  await page.mouse.up();

  const refusal = page.locator('[data-rule="APPT-10"]');
  await expect(refusal).toBeVisible();
  await expect(barOf(page, orderId)).toHaveCount(0);
  await expect(cardOf(page, orderId)).toBeVisible();
  await expectSaid(page, 'APPT-10');
  expect(await standing(orderId)).toEqual({ technicianId: null, start: null });
  await closeToasts(page);
  await callOff(dispatcher, [orderId]);
});

test('a bar dropped on another row moves there, a bar dropped on the pool goes back', async () => {
  const { page } = dispatcher;
  const { orderId } = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't004', at: townAt('11:00') });
  await expect(barOf(page, orderId)).toBeVisible();

  await carryToRow(page, barOf(page, orderId), 't005', '15:00');
  await page.mouse.up();
  await expect(rowOf(page, 't005').locator(`[data-order="${orderId}"]`)).toBeVisible();
  await expect.poll(async () => (await standing(orderId)).technicianId).toBe('t005');

  await carry(page, barOf(page, orderId), page.locator('[data-zone="pool"]'));
  await page.mouse.up();
  await expect(barOf(page, orderId)).toHaveCount(0);
  await expect.poll(() => standing(orderId)).toEqual({ technicianId: null, start: null });
  await callOff(dispatcher, [orderId]);
});

test('several orders dropped together keep their order', async () => {
  const { page } = dispatcher;
  const estate = estateOf('同行苑');
  const first = await poolOrder(dispatcher, { estate });
  const second = await poolOrder(dispatcher, { estate });
  const third = await poolOrder(dispatcher, { estate });
  await findInPool(page, estate);
  await page.getByRole('combobox', { name: '排序', exact: true }).click();
  await page.getByRole('option', { name: '受理时间' }).click();
  await cardOf(page, first.orderId).click();
  await cardOf(page, third.orderId).click({ modifiers: ['Shift'] });
  await expect(page.getByText('已选 3 单')).toBeVisible();

  await carryToRow(page, cardOf(page, second.orderId), 't006', '13:00');
  await page.mouse.up();
  for (const { orderId } of [first, second, third])
    await expect(rowOf(page, 't006').locator(`[data-order="${orderId}"]`)).toBeVisible();
  await expect
    .poll(async () => {
      const starts = await Promise.all([first, second, third].map(({ orderId }) => standing(orderId)));
      return starts.map(({ start }) => start);
    })
    .toEqual([townAt('13:00'), expect.any(Number), expect.any(Number)]);
  const starts = await Promise.all([first, second, third].map(({ orderId }) => standing(orderId)));
  expect(starts[1]!.start!).toBeGreaterThan(starts[0]!.start!);
  expect(starts[2]!.start!).toBeGreaterThan(starts[1]!.start!);
  await callOff(
    dispatcher,
    [first, second, third].map(({ orderId }) => orderId),
  );
});

test('an order can be dropped on a technician’s pin, from the pool and from its own pin', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher, {
    place: { point: { lng: 119.284, lat: 26.103 }, precision: 'rooftop', uncertaintyM: 20 },
  });
  const second = await poolOrder(dispatcher, {
    place: { point: { lng: 119.288, lat: 26.066 }, precision: 'rooftop', uncertaintyM: 20 },
  });
  const intake = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const { intakeAt } = (await intake.json()).order;
  const sent = await technician.context.request.post('/api/v1/positions', {
    headers: { origin: process.env.E2E_ORIGIN as string },
    data: [
      {
        lng: HOME.lng + 0.014,
        lat: HOME.lat - 0.012,
        accuracyM: 15,
        speed: 0,
        heading: null,
        occurredAt: intakeAt,
        seq: 1,
      },
    ],
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await expect(pinOf(page, 't003')).toBeAttached();
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(pinOf(page, 't003')).toBeInViewport();

  await findInPool(page, number);
  const pin = pinOf(page, 't003');
  await carryOver(page, cardOf(page, orderId), pin);
  await expect(pin).toHaveAttribute('data-verdict', 'accepted');
  await page.mouse.up();
  await expect.poll(async () => (await standing(orderId)).technicianId).toBe('t003');

  await carryOver(page, orderPinOf(page, second.orderId), pin);
  await page.mouse.up();
  await expect.poll(async () => (await standing(second.orderId)).technicianId).toBe('t003');
  await callOff(dispatcher, [orderId, second.orderId]);
});

test('the same by keyboard: lifted, walked to a technician and a time, dropped; and by the assign menu', async () => {
  const { page, context } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await expect(cardOf(page, orderId)).toBeVisible();
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cardOf(page, orderId)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Space');
  await expectSaid(page, '已拿起');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expectSaid(page, '开始');
  await page.keyboard.press('Escape');
  await expectSaid(page, '没有改动');
  expect((await standing(orderId)).technicianId).toBeNull();

  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await expect(barOf(page, orderId)).toBeVisible();
  await expect.poll(async () => (await standing(orderId)).technicianId).not.toBeNull();

  const second = await poolOrder(dispatcher);
  await findInPool(page, second.number);
  await cardOf(page, second.orderId).click();
  await page.keyboard.press('a');
  const menu = page.getByRole('dialog');
  await menu.getByLabel('搜索姓名或工号').fill('t005');
  await menu.locator('button[data-technician="t005"]').click();
  await expectSaid(page, '已派给');
  await expect.poll(async () => (await standing(second.orderId)).technicianId).toBe('t005');
  await page.keyboard.press('z');
  await expect.poll(async () => (await standing(second.orderId)).technicianId).toBeNull();

  // Taken back before anybody has answered: what is on its way is what is meant.
  await page.keyboard.press('a');
  await menu.getByLabel('搜索姓名或工号').fill('t005');
  await context.setOffline(true);
  await menu.locator('button[data-technician="t005"]').click();
  await expect(barOf(page, second.orderId)).toBeVisible();
  await page.keyboard.press('z');
  await context.setOffline(false);
  await expectSaid(page, '已派给');
  await expectSaid(page, '已撤销');
  await expect.poll(async () => (await standing(second.orderId)).technicianId).toBeNull();
  await callOff(dispatcher, [orderId, second.orderId]);
});
