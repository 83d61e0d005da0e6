import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaSeqs } from '#db/query/event.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import { DISPATCHER, DISPATCHER_2, type House, openHouse } from '#tests/integration/support/house.ts';

describe('the id of a command', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const seq = async () => (await areaSeqs(house.database.sql, ['gulou'])).get('gulou');

  // E-107
  it('sent again with the same body is answered as before and does nothing', async () => {
    const orderId = await house.order();
    const id = randomUUID();
    const payload = { orderId, technicianId: 't1' };
    const first = await house.send(DISPATCHER, 'order.dispatch', payload, { id, version: 1 });
    const after = await seq();
    const second = await house.send(DISPATCHER, 'order.dispatch', payload, { id, version: 1 });
    expect(first).toMatchObject({ ok: true, data: { replay: false } });
    expect(second).toEqual({ ok: true, data: { ...(first.ok && first.data), replay: true } });
    expect(await seq()).toBe(after);
  });

  it('sent again with another body, version or person is refused as key_reuse', async () => {
    const orderId = await house.order();
    const id = randomUUID();
    const payload = { orderId, technicianId: 't2' };
    await house.send(DISPATCHER, 'order.dispatch', payload, { id, version: 1 });
    const others = [
      house.send(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't3' }, { id, version: 1 }),
      house.send(DISPATCHER, 'order.dispatch', payload, { id, version: 2 }),
      house.send(DISPATCHER, 'order.dispatch', payload, { id }),
      house.send(DISPATCHER_2, 'order.dispatch', payload, { id, version: 1 }),
      house.send(DISPATCHER, 'order.reassign', payload, { id, version: 1 }),
    ];
    for (const answer of await Promise.all(others))
      expect(answer).toMatchObject({ ok: false, code: 'key_reuse' });
  });

  it('keeps a refusal: the same id does not act later, when it would be allowed', async () => {
    const orderId = await house.order();
    const id = randomUUID();
    const first = await house.send(DISPATCHER, 'order.unassign', { orderId, reason: '改派' }, { id });
    expect(first).toMatchObject({ ok: false, code: 'refused', rules: [{ id: 'STATE' }] });
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't3' });
    const again = await house.send(DISPATCHER, 'order.unassign', { orderId, reason: '改派' }, { id });
    expect(again).toEqual(first);
  });

  // E-107
  it('delivered twice at the same moment by two processes acts once, and both are answered the same', async () => {
    const other = house.database.connect();
    const orderId = await house.order();
    const before = await seq();
    const envelope = {
      id: randomUUID(),
      type: 'order.dispatch' as const,
      payload: { orderId, technicianId: 't4' },
    };
    const answers = await Promise.all(
      [house.services, { ...house.services, database: other }].map((services) =>
        executeCommand({ envelope, viewer: DISPATCHER, services }),
      ),
    );
    await other.close();
    expect(answers.map((answer) => answer.ok && answer.data.replay).sort()).toEqual([false, true]);
    expect(answers[0]).toMatchObject({ data: { version: answers[1]?.ok && answers[1].data.version } });
    // order.dispatched and visit.planned, once
    expect((await seq()) ?? 0).toBe((before ?? 0) + 2);
  });

  it('gives nothing away when the command was not possible for this viewer, and stays free', async () => {
    const id = randomUUID();
    const unknown = await house.send(DISPATCHER, 'order.verify', { orderId: 'no-such-order' }, { id });
    expect(unknown).toMatchObject({ ok: false, code: 'not_found' });
    const claimed = await house.database.sql`select 1 from idem where command_id = ${id}`;
    expect(claimed).toHaveLength(0);
  });
});
