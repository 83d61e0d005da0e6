import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaById } from '#db/query/area.ts';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { orderById } from '#db/query/order.ts';
import { technicianById, techniciansOf } from '#db/query/technician.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { leadHistory } from '#server/services/area/lead-history.ts';
import { readOrder } from '#server/services/order/read.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  HOUR,
  type House,
  MORNING,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const ADMIN: Viewer = { personId: 'p-admin', name: '吴', role: 'admin', areaIds: null };

describe('somebody leaves an area', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const area = () => areaById(house.database.sql, 'gulou');
  const order = (id: string) => orderById(house.database.sql, id);
  const leave = (technicianId: string, successorId?: string, viewer = ADMIN) =>
    house.send(viewer, 'area.leave', {
      areaId: 'gulou',
      technicianId,
      ...(successorId ? { successorId } : {}),
    });

  it('[RESP-02] an administrator names who leads, and nobody leaves without a successor', async () => {
    await house.done(ADMIN, 'area.designate', { areaId: 'gulou', technicianId: 't1' });
    expect(await leave('t1')).toMatchObject({
      ok: false,
      code: 'refused',
      rules: [{ id: 'RESP-02', facts: { technician: 't1', missing: 'successor' } }],
    });
    expect(await leave('t1', 't9')).toMatchObject({ ok: false, rules: [{ facts: { successor: 't9' } }] });
    expect(await leave('nobody', 't2')).toMatchObject({ ok: false, code: 'invalid', field: 'technicianId' });
    expect(await leave('t1', 't2', ELSEWHERE)).toMatchObject({ ok: false, code: 'not_found' });
    const foreign = { areaId: 'gulou', technicianId: 'm1', successorId: 't2' };
    expect(await house.send(DISPATCHER, 'area.leave', foreign, { version: 99 })).toEqual({
      ok: false,
      code: 'invalid',
      field: 'technicianId',
      title: 'technicianId: there is no technician "m1".',
    });
    expect(await leave('t1', 't2', technicianViewer('t1'))).toMatchObject({ ok: false, code: 'forbidden' });
    expect((await area())?.leadTechnicianId).toBe('t1');
  });

  it('[RESP-02] [SCHD-10] one promise that the successor could not keep holds the person there', async () => {
    const start = MORNING + 5 * HOUR;
    const promised = async (technicianId: string) => {
      const id = await house.order();
      await house.done(DISPATCHER, 'order.dispatch', { orderId: id, technicianId });
      const viewer = technicianViewer(technicianId);
      await house.done(viewer, 'order.accept', { orderId: id });
      await house.done(viewer, 'contact.attempt', {
        orderId: id,
        outcome: 'connected',
        contentConfirmed: true,
      });
      await house.done(viewer, 'appointment.confirm', { orderId: id, start, proposedBy: 'customer' });
      return id;
    };
    const mine = await promised('t1');
    const theirs = await promised('t2');
    const { number } = (await order(mine)) ?? {};
    expect(await leave('t1', 't2')).toMatchObject({
      ok: false,
      code: 'refused',
      title: expect.stringContaining(String(number)),
      rules: [{ id: 'SCHD-10' }],
    });
    expect(await technicianById(house.database.sql, 't1')).not.toHaveProperty('leftAt');
    expect((await order(mine))?.technicianId).toBe('t1');
    expect((await order(theirs))?.technicianId).toBe('t2');
  });

  it('[RESP-02] [DISP-10] the successor leads and has the orders, each promise at its time', async () => {
    const loose = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: loose, technicianId: 't1' });
    const before = await house.database.sql`select id from orders where technician_id = 't1' order by id`;
    const answer = await leave('t1', 't3');
    expect(answer).toMatchObject({ ok: true });
    expect(await area()).toMatchObject({ leadTechnicianId: 't3' });
    expect((await techniciansOf(house.database.sql, ['gulou'])).map(({ id }) => id)).not.toContain('t1');
    expect(await technicianById(house.database.sql, 't1')).toMatchObject({ leftAt: MORNING, onDuty: false });
    expect(before).toHaveLength(2);
    for (const { id } of before) {
      const after = await order(id);
      expect(after).toMatchObject({ technicianId: 't3', planned: { technicianId: 't3' } });
      const promise = after?.appointments.at(-1);
      if (promise) expect(after?.planned?.start).toBeLessThanOrEqual(promise.start);
    }
    const log = await house.database.sql`
      select type from event where area_id = 'gulou' and entity in ('technician', 'area')
      order by seq desc limit 2`;
    expect(log.map(({ type }) => type)).toEqual(['technician.left', 'area.led']);
  });

  it('[RESP-02] whoever has left keeps the name under which their work was done', async () => {
    const { name, number } = (await technicianById(house.database.sql, 't1')) ?? {};
    const snapshot = await areaSnapshot(house.database.sql, 'gulou', MORNING);
    expect(snapshot?.state.former).toEqual([{ id: 't1', name, number }]);
    const [handed] = await house.database.sql<{ id: string }[]>`
      select id from orders where technician_id = 't3' order by id limit 1`;
    const read = await readOrder(house.services, DISPATCHER, handed!.id);
    expect(read?.technicians).toEqual(
      expect.arrayContaining([{ id: 't1', name, number }, expect.objectContaining({ id: 't3' })]),
    );
  });

  it('[RESP-02] the terms of the lead are not touched by a colleague who leaves', async () => {
    const before = await area();
    expect(await leave('t4', 't2')).toMatchObject({ ok: true });
    expect(await area()).toEqual(before);
    const [last] = await house.database.sql`
      select type, entity_id as id from event where area_id = 'gulou' order by seq desc limit 1`;
    expect(last).toEqual({ type: 'technician.left', id: 't4' });
    expect((await leadHistory(house.services, ADMIN)).map(({ left }) => left)).toEqual([
      { name: '技t4', successorId: 't2' },
      { name: '技t1', successorId: 't3' },
      null,
    ]);
  });

  it('[DISP-09] who left is given no order and begins no shift', async () => {
    const id = await house.order();
    expect(await house.send(DISPATCHER, 'order.dispatch', { orderId: id, technicianId: 't1' })).toMatchObject(
      { ok: false, code: 'refused', rules: [{ id: 'DISP-09', facts: { leftAt: MORNING } }] },
    );
    const t1 = technicianViewer('t1');
    expect(await house.send(t1, 'technician.on_duty', { technicianId: 't1' })).toMatchObject({
      ok: false,
      code: 'not_found',
    });
    expect(await leave('t1', 't2')).toMatchObject({ ok: false, rules: [{ facts: { member: false } }] });
  });
});
