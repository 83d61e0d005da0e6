import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type DispatcherScreen, openScreen } from '#tests/support/dispatcher-screen.ts';
import { type FaultProxy, startFaultProxy } from '#tests/support/fault-proxy.ts';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { foundTown, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

let database: TestDatabase;
let town: Town;
let server: RunningServer;
let proxy: FaultProxy;
let far: DispatcherScreen;
let near: DispatcherScreen;
let nextOrder = 0;
const freshOrder = () => town.orderIds[nextOrder++] as string;

beforeAll(async () => {
  database = await createTestDatabase();
  const clockShiftMs = townClockShift();
  town = await foundTown(database, { technicians: 8, orders: 30, clockShiftMs });
  server = await startServer({
    entry: 'tests/support/server-under-test.ts',
    databaseUrl: database.url,
    env: { ...TOWN_SECRETS, TEST_CLOCK_SHIFT_MS: String(clockShiftMs) },
  });
  proxy = await startFaultProxy(server.origin);
  far = await openScreen(proxy.origin, await town.cookie('dispatcher'), town.areaId);
  near = await openScreen(server.origin, await town.cookie('dispatcher2'), town.areaId);
});
beforeEach(async () => {
  proxy.heal();
  await until('both lines', () => far.client.line.get().watching && near.client.line.get().watching, {
    withinMs: 20_000,
  });
});
afterAll(async () => {
  far?.close();
  near?.close();
  await proxy?.close();
  await server?.dispose();
  await database?.close();
});

const holder = (screen: DispatcherScreen, orderId: string) =>
  screen.client.board.get().areas.get(town.areaId)?.orders.get(orderId)?.technicianId;
const orders = (screen: DispatcherScreen) =>
  Object.fromEntries([...(screen.client.committed.get().areas.get(town.areaId)?.orders ?? [])].sort());
const effects = async (orderId: string) =>
  (await database.sql`select 1 from event where entity_id = ${orderId} and type = 'order.dispatched'`).length;

describe('a stretch of network that fails', () => {
  it('loses the answer to a command: the same command goes again, is answered as a replay, and took effect once', async () => {
    const orderId = freshOrder();
    proxy.dropReplies();
    const sending = far.client.send('order.dispatch', { orderId, technicianId: 't001' });
    await until('the commit', async () => (await effects(orderId)) === 1);
    proxy.heal();
    expect(await sending).toMatchObject({ ok: true, data: { orderId, replay: true } });
    expect(await effects(orderId)).toBe(1);
  });

  it('is cut while a command is on its way: answered once, one effect', async () => {
    for (let round = 0; round < 8; round += 1) {
      const orderId = freshOrder();
      const sending = far.client.send('order.dispatch', { orderId, technicianId: `t00${1 + (round % 8)}` });
      // From before the first byte to after the answer, in steps that straddle the commit.
      const turns = round * 3;
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      proxy.cut();
      expect(await sending).toMatchObject({ ok: true, data: { orderId } });
      expect(await effects(orderId)).toBe(1);
    }
  });

  it('goes dead without a word: noticed within 8 s; what was missed is caught up, what was done waits and goes out once', async () => {
    const began = performance.now();
    proxy.freeze();
    const mine = freshOrder();
    const theirs = freshOrder();
    const order = near.client.board.get().areas.get(town.areaId)?.orders.get(mine);
    const sending = far.client.send(
      'order.dispatch',
      { orderId: mine, technicianId: 't002' },
      { predicted: order ? [{ ...order, technicianId: 't002' }] : [] },
    );
    expect(holder(far, mine)).toBe('t002');
    expect(await near.client.send('order.dispatch', { orderId: theirs, technicianId: 't003' })).toMatchObject(
      {
        ok: true,
      },
    );
    await until('the loss to be noticed', () => !far.client.line.get().watching, { withinMs: 9_000 });
    expect(performance.now() - began).toBeLessThan(8_500);
    expect(far.client.line.get()).toMatchObject({ queued: 1 });
    expect(holder(far, theirs)).toBeNull();
    expect(await effects(mine)).toBe(0);

    proxy.heal();
    expect(await sending).toMatchObject({ ok: true, data: { replay: false } });
    await until('both screens to be equal', () => far.seq(town.areaId) === near.seq(town.areaId));
    expect(holder(far, theirs)).toBe('t003');
    expect(orders(far)).toEqual(orders(near));
    expect(await effects(mine)).toBe(1);
  });

  it('is away while another dispatcher takes the same order: the drag is refused as stale and snaps back', async () => {
    const orderId = freshOrder();
    proxy.refuse();
    await until('the loss', () => !far.client.line.get().watching);
    const order = far.client.board.get().areas.get(town.areaId)?.orders.get(orderId);
    const sending = far.client.send(
      'order.dispatch',
      { orderId, technicianId: 't004' },
      { predicted: order ? [{ ...order, technicianId: 't004' }] : [] },
    );
    expect(holder(far, orderId)).toBe('t004');
    await near.client.send('order.dispatch', { orderId, technicianId: 't005' });
    proxy.heal();
    expect(await sending).toMatchObject({ ok: false, code: 'stale' });
    await until('the other’s choice on both screens', () => holder(far, orderId) === 't005');
    expect(far.client.pending.get()).toEqual([]);
  });
});

describe('taking back over a real line', () => {
  it('undoes the last drag, and says so honestly when someone has touched the order since', async () => {
    const orderId = freshOrder();
    await far.client.send('order.dispatch', { orderId, technicianId: 't006' });
    expect(await far.client.undoLast()).toMatchObject({ ok: true });
    await until('the pool', () => holder(near, orderId) === null);
    expect(await far.client.undoLast()).toBeNull();

    const other = freshOrder();
    await far.client.send('order.dispatch', { orderId: other, technicianId: 't006' });
    await until('the other screen', () => holder(near, other) === 't006');
    await near.client.send('order.reassign', { orderId: other, technicianId: 't007', reason: '就近' });
    expect(await far.client.undoLast()).toMatchObject({ ok: false, code: 'stale' });
    expect(holder(near, other)).toBe('t007');
  });
});
