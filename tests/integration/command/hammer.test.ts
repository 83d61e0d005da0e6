import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/client.ts';
import { eventsAfter } from '#db/query/event.ts';
import { ordersById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { seededRandom } from '#domain/base/random.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import { DISPATCHER, type House, openHouse } from '#tests/integration/support/house.ts';

const SEED = 20_260_310;
const DISPATCHERS = 8;
const COMMANDS_EACH = 40;
const ORDERS = 24;

describe(`eight dispatchers at once on four technicians (seed ${SEED})`, () => {
  let house: House;
  let other: Database;
  beforeAll(async () => {
    house = await openHouse();
    other = house.database.connect();
  });
  afterAll(async () => {
    await other.close();
    await house.close();
  });

  it('[NFR-01] leave no overlap, no double assignment, no gap, and a state that its log folds to', async () => {
    const random = seededRandom(SEED);
    const orders: string[] = [];
    for (let i = 0; i < ORDERS; i++) orders.push(await house.order());
    const one = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
    const technicians = ['t1', 't2', 't3', 't4'];

    const command = (): CommandEnvelope => {
      const orderId = one(orders);
      const id = randomUUID();
      const technicianId = one(technicians);
      switch (one(['dispatch', 'dispatch', 'reassign', 'reassign', 'unassign'])) {
        case 'dispatch':
          return { id, type: 'order.dispatch', payload: { orderId, technicianId } };
        case 'reassign':
          return { id, type: 'order.reassign', payload: { orderId, technicianId, reason: '调度' } };
        default:
          return { id, type: 'order.unassign', payload: { orderId, reason: '调度' } };
      }
    };
    const answers: { envelope: CommandEnvelope; answer: CommandAnswer }[] = [];
    const dispatcher = async (database: Database) => {
      for (let i = 0; i < COMMANDS_EACH; i++) {
        const envelope = command();
        const services = { ...house.services, database };
        answers.push({ envelope, answer: await executeCommand({ envelope, viewer: DISPATCHER, services }) });
      }
    };
    await Promise.all(
      Array.from({ length: DISPATCHERS }, (_, i) => dispatcher(i % 2 ? other : house.database)),
    );

    const codes = new Set(answers.map(({ answer }) => (answer.ok ? 'ok' : answer.code)));
    expect(
      [...codes].every((code) => ['ok', 'refused', 'needs_approval'].includes(code)),
      [...codes].join(),
    ).toBe(true);
    const { sql } = house.database;
    expect(await verifyLog(sql)).toEqual([]);
    const overlaps = await sql`
      select a.order_id, b.order_id as other from visit_slot a join visit_slot b
        on a.technician_id = b.technician_id and a.order_id < b.order_id and a.slot && b.slot
      where a.active and b.active`;
    expect(overlaps).toHaveLength(0);

    const log = await eventsAfter(sql, 'gulou', 0, 10_000);
    const written = new Set(
      (await sql`select distinct command_id from event`).map(({ command_id: id }) => id),
    );
    for (const { envelope, answer } of answers)
      expect(written.has(envelope.id), `${envelope.type} ${answer.ok ? 'ok' : answer.code}`).toBe(answer.ok);
    const folded = new Map<string, Order>();
    for (const event of log.filter(({ entity }) => entity === 'order'))
      folded.set(event.id, evolveOrder(folded.get(event.id) ?? null, event as never as OrderEvent, event.at));
    const stored = await ordersById(sql, orders);
    expect(stored).toHaveLength(ORDERS);
    for (const order of stored) expect(folded.get(order.id)).toEqual(order);
  }, 120_000);
});
