import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tidyUp } from '#db/query/housekeeping.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { DISPATCHER, HOUR, type House, MORNING, openHouse } from '#tests/integration/support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const WEEK = 7 * 24 * HOUR;

it('[PRIV-05] deletes what is due and only that: the newest place and the log stay', async () => {
  const { sql } = house.database;
  const orderId = await house.order();
  await house.done(DISPATCHER, 'order.dispatch', {
    orderId,
    technicianId: 't1',
  });
  const events = async () => (await sql`select count(*)::int as n from event`)[0]?.n;
  const before = await events();
  for (const [seq, receivedAt] of [MORNING - WEEK - 1, MORNING - WEEK, MORNING].entries()) {
    await sql`insert into position (technician_id, occurred_at, seq, lng, lat, accuracy_m, received_at)
              values ('t1', ${receivedAt}, ${seq}, 119.3, 26.08, 8, ${receivedAt})`;
    await sql`insert into position_quarantine (technician_id, occurred_at, seq, fault, lng, lat, accuracy_m, received_at)
              values ('t1', ${receivedAt}, ${seq}, 'too_old', 119.3, 26.08, 8, ${receivedAt})`;
  }
  await sql`insert into position_last (technician_id, area_id, lng, lat, accuracy_m, occurred_at, received_at)
            values ('t1', 'gulou', 119.3, 26.08, 8, ${MORNING - 2 * WEEK}, ${MORNING - 2 * WEEK})`;
  await sql`insert into idem (command_id, actor_id, request_hash, created_at)
            values (${randomUUID()}, 'p-dispatcher', ${Buffer.alloc(32)}, ${MORNING - 73 * HOUR})`;
  for (const [id, requestedAt] of [
    ['old', MORNING - WEEK - 1],
    ['new', MORNING - WEEK],
  ] as const)
    await sql`insert into plan (id, area_id, date, status, seconds, requested_by, requested_at)
              values (${id}, 'gulou', '2026-03-10', 'ready', 1, 'p-dispatcher', ${requestedAt})`;
  const answers = async () => (await sql`select count(*)::int as n from idem`)[0]?.n;
  const kept = (await answers()) - 1;

  await tidyUp(sql, {
    track: MORNING - WEEK,
    answers: MORNING - 72 * HOUR,
    imports: MORNING - WEEK,
    plans: MORNING - WEEK,
    sessions: MORNING,
    attempts: MORNING,
  });

  expect(await sql`select seq::int from position order by seq`).toEqual([{ seq: 1 }, { seq: 2 }]);
  expect(await sql`select seq::int from position_quarantine order by seq`).toEqual([{ seq: 1 }, { seq: 2 }]);
  expect(await sql`select technician_id from position_last`).toHaveLength(1);
  expect(await sql`select id from plan`).toEqual([{ id: 'new' }]);
  expect(await answers()).toBe(kept);
  expect(await events()).toBe(before);
  expect(await verifyLog(sql)).toEqual([]);
});
