import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '#db/query/verify-log.ts';
import { DISPATCHER, type House, openHouse } from '#tests/integration/support/house.ts';

describe('the log of an area', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(DISPATCHER, 'order.unassign', { orderId, reason: '改期' });
  });
  afterAll(() => house.close());

  it('refuses to be changed, shortened or emptied, and so does the promise ledger', async () => {
    const attempts = [
      `update event set actor_id = 'x'`,
      'delete from event where seq = 1',
      'truncate event, event_order',
      `update event_order set order_id = 'x'`,
      'delete from event_order',
      'truncate appointment_ledger',
    ];
    for (const attempt of attempts)
      await expect(house.database.sql.unsafe(attempt)).rejects.toMatchObject({ code: '23001' });
  });

  it('counts without gaps and its chain holds', async () => {
    expect(await verifyLog(house.database.sql)).toEqual([]);
    const rows = await house.database.sql<
      { seq: number }[]
    >`select seq from event where area_id = 'gulou' order by seq`;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
  });

  const COLUMNS: readonly (readonly [string, string])[] = [
    ['at', `at + interval '1 millisecond'`],
    ['type', `'order.forged'`],
    ['entity', `case entity when 'order' then 'plan' else 'order' end`],
    ['entity_id', `entity_id || 'x'`],
    ['version', 'version + 1'],
    ['actor_id', `actor_id || 'x'`],
    ['actor_role', `actor_role || 'x'`],
    ['command_id', 'gen_random_uuid()'],
    ['data', `data || ' '`],
    ['hash', `sha256(hash)`],
  ];

  it('tells of every row and every column that somebody with all rights has changed', async () => {
    const { sql } = house.database;
    const rows = await sql<{ seq: number }[]>`select seq from event where area_id = 'gulou' order by seq`;
    for (const { seq } of rows) {
      for (const [column, forged] of COLUMNS) {
        const faults = await inspect(async (tx) => {
          await tx.unsafe(`update event set ${column} = ${forged} where area_id = 'gulou' and seq = ${seq}`);
        });
        expect(faults, `${column} of ${seq}`).toMatchObject([{ areaId: 'gulou', seq, fault: 'hash' }]);
      }
    }
  });

  it('tells of a row that is missing, in the middle and at the end, and of a head that was turned back', async () => {
    const last = (await house.database.sql`select seq from area_head where area_id = 'gulou'`)[0]?.seq;
    const gone = (seq: number) => async (tx: { unsafe(text: string): Promise<unknown> }) => {
      await tx.unsafe(`delete from event_order where area_id = 'gulou' and seq = ${seq}`);
      await tx.unsafe(`delete from event where area_id = 'gulou' and seq = ${seq}`);
    };
    expect(await inspect(gone(2))).toMatchObject([{ areaId: 'gulou', seq: 3, fault: 'gap' }]);
    expect(await inspect(gone(last))).toMatchObject([{ areaId: 'gulou', seq: last, fault: 'head' }]);
    const turned = await inspect((tx) =>
      tx.unsafe(`update area_head set seq = seq - 1 where area_id = 'gulou'`),
    );
    expect(turned).toMatchObject([{ areaId: 'gulou', fault: 'head' }]);
  });

  /** What the check says of a log that was changed behind the triggers' back; the change is taken back afterwards. */
  async function inspect(change: (tx: { unsafe(text: string): Promise<unknown> }) => Promise<unknown>) {
    class Back extends Error {}
    let faults: unknown;
    await house.database.sql
      .begin(async (tx) => {
        await tx`alter table event disable trigger user`;
        await tx`alter table event_order disable trigger user`;
        await change(tx);
        faults = await verifyLog(tx);
        throw new Back();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Back)) throw error;
      });
    return faults;
  }
});
