import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog as faultsOf } from '#db/query/verify-log.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { foundTown, townClockShift } from '#tests/support/town.ts';

const PROJECT = join(import.meta.dirname, '../..');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await foundTown(database, { technicians: 2, orders: 5, clockShiftMs: townClockShift() });
});
afterAll(() => database?.close());

async function verifyLog(...args: string[]) {
  const child = spawn(process.execPath, [join(PROJECT, 'server/cli/verify-log.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, output };
}

/** Changes the log as someone with every right on the database could. */
const tamper = (change: string) =>
  database.sql.begin(async (tx) => {
    await tx`alter table event disable trigger all`;
    await tx`alter table event_order disable trigger all`;
    await tx.unsafe(change);
    await tx`alter table event enable trigger all`;
    await tx`alter table event_order enable trigger all`;
  });

describe('verify-log', () => {
  it('says how many events each log has and that its chain holds', async () => {
    const { code, output } = await verifyLog();
    expect(output).toContain('gulou: 7 events, the chain holds');
    expect(output).toContain('2 of 2 logs hold.');
    expect(code).toBe(0);
  });

  it('names the areas there are when it is asked for another', async () => {
    const { code, output } = await verifyLog('atlantis');
    expect(output).toContain('No area is called atlantis. Areas: gulou, mawei.');
    expect(code).toBe(2);
  });

  it('names area and seq of every column that was changed, and of an event that was taken away', async () => {
    const columns: [string, string][] = [
      ['type', "'order.closed'"],
      ['entity_id', "'nothing'"],
      ['version', 'version + 1'],
      ['at', "at + interval '1 ms'"],
      ['actor_id', "'nobody'"],
      ['actor_role', "'admin'"],
      ['command_id', 'gen_random_uuid()'],
      ['data', "replace(data, '20', '21')"],
      ['hash', "decode(repeat('ab', 32), 'hex')"],
    ];
    for (const [column, value] of columns) {
      const [before] =
        await database.sql`select ${database.sql(column)}::text as kept from event where area_id = 'gulou' and seq = 4`;
      await tamper(`update event set ${column} = ${value} where area_id = 'gulou' and seq = 4`);
      expect(await faultsOf(database.sql), column).toEqual([{ areaId: 'gulou', seq: 4, fault: 'hash' }]);
      await tamper(
        `update event set ${column} = ${literal(before?.kept)} where area_id = 'gulou' and seq = 4`,
      );
    }
    expect(await faultsOf(database.sql)).toEqual([]);
    await tamper(
      "delete from event_order where seq = 7; delete from event where area_id = 'gulou' and seq = 7",
    );
    const { code, output } = await verifyLog();
    expect(output).toContain('gulou: BROKEN at seq 7: the head of the log is not its last event');
    expect(output).toContain('1 of 2 logs hold.');
    expect(code).toBe(1);
  });
});

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
