import { expect, test, type WebSocketRoute } from '@playwright/test';
import { CANVAS_FROM } from '#app/map/technician-props.ts';
import { expectAccessible } from '#tests/support/e2e-accessibility.ts';
import {
  barOf,
  callOff,
  cardOf,
  carryOver,
  carryToRow,
  closeToasts,
  consoleAt,
  estateOf,
  expectSaid,
  findInPool,
  orderPinOf,
  poolOrder,
  rowOf,
} from '#tests/support/e2e-console.ts';
import { type PersonAtScreen, personAt } from '#tests/support/e2e-people.ts';
import { withSnapshots } from '#tests/support/large-board.ts';

let dispatcher: PersonAtScreen;
let technician: PersonAtScreen;
test.beforeAll(async ({ browser }) => {
  dispatcher = await consoleAt(browser, 'dispatcher');
  technician = await personAt(browser, 't002', '/field');
});
test.afterAll(async () => {
  await dispatcher.context.close();
  await technician.context.close();
});

async function holderOf(orderId: string): Promise<string | null> {
  const answer = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  return (await answer.json()).order.technicianId;
}

test('an order taken back by a colleague while it is carried: the drop is stale, says so, and nothing is done twice', async ({
  browser,
}) => {
  const { page } = dispatcher;
  const other = await consoleAt(browser, 'dispatcher2');
  const { orderId } = await poolOrder(dispatcher);
  await dispatcher.command('order.dispatch', { orderId, technicianId: 't004' });
  await expect(barOf(page, orderId)).toBeVisible();
  await carryToRow(page, barOf(page, orderId), 't005', '16:30');
  await other.command('order.unassign', { orderId, reason: '客户改天' });
  await expect(barOf(other.page, orderId)).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByText('别人刚刚改过，未执行', { exact: true })).toBeVisible();
  await expect(barOf(page, orderId)).toHaveCount(0);
  expect(await holderOf(orderId)).toBeNull();
  await closeToasts(page);
  await callOff(dispatcher, [orderId]);
  await other.context.close();
});

test('a technician who goes off duty under the cursor gets nothing, and the reason is told', async () => {
  const { page } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't002', '15:30');
  await technician.command('technician.off_duty', { technicianId: 't002' });
  await expect(rowOf(page, 't002')).toHaveAttribute('data-off', '');
  await page.mouse.up();
  await expect(page.getByRole('alert').filter({ hasText: '刚刚下班' })).toBeVisible();
  await expectSaid(page, '刚刚下班');
  expect(await holderOf(orderId)).toBeNull();
  await technician.command('technician.on_duty', { technicianId: 't002' });
  await closeToasts(page);
  await callOff(dispatcher, [orderId]);
});

test('forty orders dropped at once, more than a day holds: one list says which were given and which were not, and why', async () => {
  test.slow();
  const { page } = dispatcher;
  const estate = estateOf('四十苑');
  const ids: string[] = [];
  for (let index = 0; index < 40; index += 1) ids.push((await poolOrder(dispatcher, { estate })).orderId);
  await findInPool(page, estate);
  await page.locator('[data-zone="pool"]').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 40 单')).toBeVisible();
  const last = cardOf(page, ids.at(-1)!);
  await last.scrollIntoViewIfNeeded();
  await carryToRow(page, last, 't006', '14:00');
  await page.mouse.up();
  const lines = page.locator('[data-outcomes] li');
  await expect(lines).toHaveCount(40, { timeout: 60_000 });
  const given = await page
    .locator('[data-outcomes] li[data-ok]')
    .evaluateAll((all) => all.map((line) => (line as HTMLElement).dataset.order));
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThan(40);
  const holders = await Promise.all(ids.map(holderOf));
  expect(ids.filter((_, index) => holders[index] === 't006').sort()).toEqual([...given].sort());
  for (const line of await page.locator('[data-outcomes] li:not([data-ok])').all())
    await expect(line.locator('code')).toHaveText(/^[A-Z]+-\d\d$/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await callOff(dispatcher, ids);
});

test('a line lost in mid-drag: the drop waits where it is counted, and is carried out once the line is back', async () => {
  const { page, context } = dispatcher;
  const { orderId, number } = await poolOrder(dispatcher);
  await findInPool(page, number);
  await carryToRow(page, cardOf(page, orderId), 't004', '17:15');
  await context.setOffline(true);
  await page.mouse.up();
  await expect(page.getByText('未保存：1 项操作已暂存')).toBeVisible();
  await expect(barOf(page, orderId)).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText('未保存：1 项操作已暂存')).toHaveCount(0, { timeout: 20_000 });
  expect(await holderOf(orderId)).toBe('t004');
  await callOff(dispatcher, [orderId]);
});

test('hundreds of technicians on one canvas: each is a place to drop on, and says what it thinks while aimed at', async () => {
  const page = await dispatcher.context.newPage();
  let line: WebSocketRoute | null = null;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const real = socket.connectToServer();
    real.onMessage((message) => socket.send(typeof message === 'string' ? crowded(message) : message));
    line = socket;
  });
  await page.goto('/dispatch');
  await page.locator('canvas[data-technicians]').waitFor({ state: 'attached', timeout: 30_000 });
  const stands = { lng: 119.286, lat: 26.097 };
  const { orderId, number } = await poolOrder(dispatcher, {
    place: { point: stands, precision: 'rooftop', uncertaintyM: 20 },
  });
  await findInPool(page, number);
  const order = await dispatcher.context.request.get(`/api/v1/orders/${orderId}`);
  const at = Date.parse((await order.json()).order.intakeAt);
  const list = [['t004', stands.lng, stands.lat, 10, 0, null, at, at]];
  const canvas = page.locator('canvas[data-technicians]');
  await page.getByRole('button', { name: '显示全部' }).click();
  // Phones of other tests may share where they are, too.
  const drawn = async () => Number(await canvas.getAttribute('data-drawn'));
  const before = await drawn();
  await expect(async () => {
    line?.send(`42${JSON.stringify(['positions', { at, list }])}`);
    expect(await drawn()).toBeGreaterThan(before);
  }).toPass({ timeout: 20_000 });
  // The technician stands at the order's own door: where its pin is, the canvas has theirs.
  const door = orderPinOf(page, orderId);
  const pin = page.locator('[data-pin="t004"]');
  await carryOver(page, cardOf(page, orderId), door, pin);
  await expect(pin).toHaveAttribute('data-verdict', 'accepted');
  await expect(pin).toContainText('✓');
  await page.mouse.up();
  await expect.poll(() => holderOf(orderId)).toBe('t004');
  await callOff(dispatcher, [orderId]);
  await page.close();
});

/** So many more technicians that they are drawn on one canvas. */
function crowded(message: string): string {
  return withSnapshots(message, (snapshot) => {
    const { technicians } = snapshot.state;
    const more = Array.from({ length: CANVAS_FROM }, (_, index) => ({ ...technicians[0]!, id: `x${index}` }));
    return { ...snapshot, state: { ...snapshot.state, technicians: [...technicians, ...more] } };
  });
}
