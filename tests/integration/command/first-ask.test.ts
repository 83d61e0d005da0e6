import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import { writePerson } from '#db/query/person.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { DISPATCHER, type House, openHouse, SUPERVISOR } from '#tests/integration/support/house.ts';

describe('whoever a customer asked first', () => {
  let house: House;
  const manager: Viewer = { personId: randomUUID(), name: '许', role: 'cs_manager', areaIds: ['gulou'] };
  beforeAll(async () => {
    house = await openHouse();
    await house.database.sql.begin((tx) =>
      writePerson(
        tx,
        {
          id: manager.personId,
          name: manager.name,
          role: manager.role,
          areaIds: ['gulou'],
          technicianId: null,
          username: 'xu',
          passwordHash: 'x',
        },
        randomUUID(),
      ),
    );
  });
  afterAll(() => house.close());

  const firstAsk = async (id: string) => (await orderById(house.database.sql, id))?.firstAsk;

  it('[RESP-01] hands the matter to a colleague by account; it is the colleague’s once taken', async () => {
    const orderId = await house.order({ type: 'consult' });
    expect(await firstAsk(orderId)).toMatchObject({ ownerId: SUPERVISOR.personId, ownerRole: 'supervisor' });
    expect(await house.send(SUPERVISOR, 'first_ask.hand_over', { orderId, to: 'nobody' })).toMatchObject({
      ok: false,
      code: 'invalid',
      field: 'to',
    });
    await house.done(SUPERVISOR, 'first_ask.hand_over', { orderId, to: 'xu' });
    expect(await house.send(DISPATCHER, 'first_ask.take_over', { orderId })).toMatchObject({
      ok: false,
      code: 'refused',
      rules: [{ id: 'RESP-01' }],
    });
    await house.done(manager, 'first_ask.take_over', { orderId });
    expect(await firstAsk(orderId)).toMatchObject({
      ownerId: manager.personId,
      ownerRole: 'cs_manager',
      watchers: [SUPERVISOR.personId],
    });
  });

  it('[RESP-03] a question is put, goes up as a ticket and is answered, each through the one gate', async () => {
    const orderId = await house.order({ type: 'consult' });
    await house.done(DISPATCHER, 'question.ask', { orderId, question: '能否保留号码？' });
    const ticket = { orderId, questionId: 'q1', resolution: 'ticket' } as const;
    expect(await house.send(DISPATCHER, 'question.settle', ticket)).toMatchObject({
      ok: false,
      code: 'refused',
      rules: [{ id: 'RESP-07' }, { id: 'RESP-07' }],
    });
    await house.done(DISPATCHER, 'question.settle', { ...ticket, explained: true });
    await house.done(manager, 'question.answer', { orderId, questionId: 'q1', by: 'cs_manager' });
    expect((await orderById(house.database.sql, orderId))?.questions).toMatchObject([
      { resolution: 'ticket', answeredBy: 'cs_manager' },
    ]);
  });
});
