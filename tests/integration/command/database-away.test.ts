import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { areaSeqs } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import { DISPATCHER, type House, openHouse } from '#tests/integration/support/house.ts';

describe('a command while the database fails', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const dispatch = (orderId: string, database: Database, id = crypto.randomUUID()) =>
    executeCommand({
      envelope: { id, type: 'order.dispatch', payload: { orderId, technicianId: 't1' } },
      viewer: DISPATCHER,
      services: { ...house.services, database },
    });

  it('[NFR-01] is answered with retry, and the same id then does it once', async () => {
    const orderId = await house.order();
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    closed.close();
    const url = new URL(house.database.url);
    url.port = String(port);
    const away = openDatabase({ url: url.href, applicationName: 'away' });
    const id = crypto.randomUUID();
    expect(await dispatch(orderId, away, id)).toMatchObject({ ok: false, code: 'retry' });
    await away.close();
    expect(await dispatch(orderId, house.database, id)).toMatchObject({ ok: true, data: { replay: false } });
  }, 30_000);

  it('[NFR-01] survives its connection being cut at any step: it acts once and the answer is true', async () => {
    const steps = [
      'after-begin',
      'after-idem',
      'after-locks',
      'after-decide',
      'after-state',
      'after-log',
      'after-answer',
    ];
    for (const step of steps) {
      const orderId = await house.order();
      const before = (await areaSeqs(house.database.sql, ['gulou'])).get('gulou') ?? 0;
      const weak = openDatabase({ url: house.database.url, applicationName: 'weak', poolSize: 1 });
      let cut = false;
      const services = {
        ...house.services,
        database: weak,
        at: async (breakpoint: string) => {
          if (breakpoint !== step || cut) return;
          cut = true;
          await house.database.sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'weak' and datname = current_database()`;
        },
      };
      const envelope = {
        id: crypto.randomUUID(),
        type: 'order.dispatch' as const,
        payload: { orderId, technicianId: 't2' },
      };
      const answer = await executeCommand({ envelope, viewer: DISPATCHER, services });
      await weak.close();
      expect(cut, step).toBe(true);
      expect(answer, step).toMatchObject({ ok: true });
      expect((await orderById(house.database.sql, orderId))?.status).toBe('dispatched');
      const after = (await areaSeqs(house.database.sql, ['gulou'])).get('gulou') ?? 0;
      // order.dispatched and visit.planned once, whatever was tried before
      expect(after - before, step).toBe(2);
      await house.done(DISPATCHER, 'order.unassign', { orderId, reason: '清理' });
    }
  }, 60_000);
});
