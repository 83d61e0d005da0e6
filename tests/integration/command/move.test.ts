import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import { contactsOf } from '#db/query/order-contact.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { Commands } from '#protocol/command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { cardsFor } from '#server/services/order/cards.ts';
import { DISPATCHER, type House, openHouse, SUPERVISOR } from '#tests/integration/support/house.ts';

describe('a move taken in over a wire', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const order = async (id: string) => {
    const found = await orderById(house.database.sql, id);
    if (!found) throw new Error(`no order ${id}`);
    return found;
  };
  async function move(more: Partial<Commands['order.intake']> = {}): Promise<string> {
    const orderId = randomUUID();
    await house.done(SUPERVISOR, 'order.intake', {
      orderId,
      number: `M-${orderId.slice(0, 8)}`,
      areaId: 'gulou',
      type: 'move',
      place: { point: { lng: 119.31, lat: 26.09 }, precision: 'rooftop', uncertaintyM: 20 },
      estate: '东街花园',
      moveFrom: { areaId: 'mawei', estate: '江滨花园' },
      customer: {
        name: '张三丰',
        phone: '13812341234',
        address: '东街1号6号楼302室',
        previousAddress: '江滨路2号1号楼101室',
        note: '',
      },
      ...more,
    });
    return orderId;
  }

  it('[SITE-11] is three orders in one commit: the whole, the install at the new address, the removal at the old one', async () => {
    const id = await move();
    const [whole, install, remove] = await Promise.all([id, `${id}.install`, `${id}.remove`].map(order));
    expect(whole).toMatchObject({ type: 'move', childIds: [`${id}.install`, `${id}.remove`] });
    expect(install).toMatchObject({
      type: 'install',
      areaId: 'gulou',
      estate: '东街花园',
      parentOrderId: id,
    });
    expect(remove).toMatchObject({ type: 'remove', areaId: 'mawei', estate: '江滨花园', place: null });
    expect([install?.status, remove?.status]).toEqual(['pending_dispatch', 'pending_dispatch']);
    const contacts = await contactsOf(house.database.sql, [`${id}.install`, `${id}.remove`]);
    expect(contacts.map(({ address }) => address)).toEqual(['东街1号6号楼302室', '江滨路2号1号楼101室']);
    for (const area of ['gulou', 'mawei']) expect(await verifyLog(house.database.sql, area)).toEqual([]);
  });

  it('[INTK-01] without the old address its removal stays a draft', async () => {
    const id = await move({ moveFrom: undefined });
    expect(await order(`${id}.remove`)).toMatchObject({
      status: 'draft',
      missing: ['address'],
      estate: null,
    });
  });

  it('[STATE] nobody is sent to the whole; it ends with the second of its children', async () => {
    const id = await move();
    expect(await house.send(DISPATCHER, 'order.dispatch', { orderId: id, technicianId: 't1' })).toMatchObject(
      { ok: false, code: 'refused', rules: [{ id: 'STATE' }] },
    );
    const cancel = (orderId: string) =>
      house.done(SUPERVISOR, 'order.cancel', { orderId, by: 'customer', reason: 'stays' });
    await cancel(`${id}.remove`);
    expect((await order(id)).status).toBe('pending_dispatch');
    await cancel(`${id}.install`);
    expect((await order(id)).status).toBe('cancelled');
  });

  it('[STATE] ends once also when both children end at the same time', async () => {
    const id = await move();
    await Promise.all(
      ['install', 'remove'].map((child) =>
        house.done(SUPERVISOR, 'order.cancel', {
          orderId: `${id}.${child}`,
          by: 'customer',
          reason: 'stays',
        }),
      ),
    );
    expect((await order(id)).status).toBe('cancelled');
  });

  it('[INTK-05] keeps whom to speak with and how to get in beside the log', async () => {
    const id = await move({
      customer: {
        name: '张三丰',
        phone: '13812341234',
        address: '东街1号6号楼302室',
        note: '',
        contactPerson: '张夫人',
        accessNotes: '东门登记',
      },
    });
    const card = async (viewer: Viewer) => (await cardsFor(house.services, viewer, [`${id}.install`]))[0];
    expect(await card(DISPATCHER)).toMatchObject({ contactPerson: '张夫人', accessNotes: '东门登记' });
    const auditor = { personId: 'p-auditor', name: '稽', role: 'auditor', areaIds: ['gulou'] } as const;
    expect(await card(auditor)).not.toHaveProperty('contactPerson');
    expect(await card(auditor)).not.toHaveProperty('accessNotes');
  });

  it('[CMPL-07] an order about the same issue carries the issue on; one that does not exist is named', async () => {
    const first = await house.order({ type: 'complaint' });
    const again = await house.order({ type: 'complaint', sameIssueAs: first });
    const third = await house.order({ type: 'complaint', sameIssueAs: again });
    expect((await order(third)).issue).toEqual({ groupId: first, count: 3 });
    const answer = await house.send(SUPERVISOR, 'order.intake', {
      orderId: randomUUID(),
      number: 'C-9',
      areaId: 'gulou',
      type: 'complaint',
      sameIssueAs: 'nowhere',
    });
    expect(answer).toMatchObject({ ok: false, code: 'invalid', field: 'sameIssueAs' });
  });
});
