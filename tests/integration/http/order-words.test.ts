import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import type { Commands, CommandType } from '#protocol/command.ts';
import { DISPATCHER, SUPERVISOR, technicianViewer } from '#tests/integration/support/house.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const RECORD = {
  address: '东街1号6号楼302室',
  port: 'OLT-3/2/17',
  serial: 'HWTC1A2B3C4D',
  cable: '皮线光缆 30 米',
  photos: '3 张',
};

describe('words about an order beside the log', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    const areaIds = ['gulou'];
    cookies.desk = await house.signIn('desk', { role: 'dispatcher', areaIds });
    cookies.boss = await house.signIn('boss', { role: 'supervisor', areaIds });
    cookies.agent = await house.signIn('agent', { role: 'callback_agent', areaIds });
    cookies.noc = await house.signIn('noc', { role: 'noc', areaIds: null });
    cookies.t1 = await house.signIn('t1', { role: 'technician', areaIds, technicianId: 't1' });
    for (const [who, cookie] of Object.entries(cookies))
      ids[who] = (await house.call('GET', '/api/v1/me', { cookie })).body.personId as string;
  });
  afterAll(() => house.close());

  const send = <T extends CommandType>(who: string, type: T, payload: Commands[T]) =>
    house.call('POST', '/api/v1/commands', {
      cookie: cookies[who],
      body: { id: randomUUID(), type, payload },
    });
  const wordsSeen = async (who: string, orderId: string) => {
    const { body } = await house.call('GET', `/api/v1/orders/${orderId}`, { cookie: cookies[who] });
    const words = body.words as { name: string; words: string }[];
    return Object.fromEntries(words.map(({ name, words: said }) => [name, said]));
  };
  /** A complaint that was answered, and a callback about it. */
  async function answered(): Promise<string> {
    const t1 = technicianViewer('t1');
    const orderId = await house.order({ type: 'complaint' });
    await house.done({ ...SUPERVISOR, role: 'duty_supervisor' }, 'order.review', { orderId });
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    await house.done(DISPATCHER, 'order.resolve', { orderId });
    await house.done(t1, 'order.reply', { orderId, record: RECORD });
    return orderId;
  }

  it('[DONE-10] values of the record are kept, the log tells only which, and each is read by who may', async () => {
    const orderId = await answered();
    expect(await wordsSeen('t1', orderId)).toEqual(RECORD);
    expect(await wordsSeen('noc', orderId)).toEqual(RECORD);
    const { port: _, cable: __, ...withoutNetwork } = RECORD;
    expect(await wordsSeen('desk', orderId)).toEqual(withoutNetwork);
    expect(await wordsSeen('agent', orderId)).toEqual({});
    const log = await eventsOfOrder(house.database.sql, orderId);
    const replied = log.find(({ type }) => type === 'order.replied');
    expect(replied?.data).toEqual({ filed: Object.keys(RECORD) });
    for (const value of Object.values(RECORD)) expect(JSON.stringify(log)).not.toContain(value);
  });

  it('[DONE-10] an installation is not answered with a record that lacks a value', async () => {
    const orderId = await house.order();
    const empty = await send('t1', 'order.reply', { orderId, record: { ...RECORD, port: ' ' } });
    expect(empty, empty.text).toMatchObject({ status: 400, body: { field: 'record.port' } });
    const unknown = await send('t1', 'order.reply', { orderId, record: { colour: 'red' } as never });
    expect(unknown.status, unknown.text).toBe(400);
  });

  it('[CALL-08] what the customer answers is kept for those who look after customers, not for who did the work', async () => {
    const orderId = await answered();
    const said = { how_often: '三次', why_not: '等得太久', suggestions: '来之前先打电话' };
    const done = await send('agent', 'callback.record', {
      orderId,
      agent: ids.agent ?? '',
      outcome: 'done',
      dissatisfied: true,
      answers: said,
    });
    expect(done.status, done.text).toBe(200);
    expect(await wordsSeen('agent', orderId)).toEqual(said);
    expect(await wordsSeen('boss', orderId)).toMatchObject(said);
    expect(await wordsSeen('t1', orderId)).toEqual(RECORD);
    expect(await wordsSeen('desk', orderId)).not.toHaveProperty('why_not');
    const log = await eventsOfOrder(house.database.sql, orderId);
    const recorded = log.find(({ type }) => type === 'callback.recorded');
    expect(recorded?.data).toMatchObject({ callback: { answered: Object.keys(said) } });
    for (const words of Object.values(said)) expect(JSON.stringify(log)).not.toContain(words);
  });

  it('[CALL-11] a low score asks for the reason, and no more once it is among the answers', async () => {
    const low = { outcome: 'done' as const, agent: ids.agent ?? '', score: 7 };
    const without = await send('agent', 'callback.record', { orderId: await answered(), ...low });
    expect(without.body.warnings, without.text).toMatchObject([{ id: 'CALL-11' }]);
    const why = { why_low: '网速不稳' };
    const told = await send('agent', 'callback.record', { orderId: await answered(), ...low, answers: why });
    expect(told.body.warnings, told.text).toEqual([]);
  });

  it('[PRIV-06] points out private matters in answers, in the record and in the note of an intake', async () => {
    const orderId = await answered();
    const done = await send('agent', 'callback.record', {
      orderId,
      agent: ids.agent ?? '',
      outcome: 'done',
      answers: { suggestions: '客户说离婚了' },
    });
    expect(done.body.warnings, done.text).toMatchObject([{ id: 'PRIV-06', facts: { words: ['离婚'] } }]);
    const taken = await house.call('POST', '/api/v1/orders', {
      cookie: cookies.desk,
      body: {
        number: randomUUID(),
        areaId: 'gulou',
        type: 'install',
        customer: { name: '张三', note: '客户怀孕，请轻声' },
      },
    });
    expect(taken.body.warnings, taken.text).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'PRIV-06', kind: 'warning' })]),
    );
  });

  it('words do not wait for an approval: they would stand in the log', async () => {
    const orderId = await answered();
    const asked = await send('boss', 'approval.request', {
      orderId,
      command: { type: 'order.reply', payload: { orderId, record: RECORD } },
      reason: '补报',
    });
    expect(asked, asked.text).toMatchObject({ status: 400, body: { field: 'command.payload.record' } });
  });
});
