import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { checkHistory, type Sent } from '#tests/support/check-history.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type DispatcherScreen, openScreen } from '#tests/support/dispatcher-screen.ts';
import { connect, type LiveSocket, liveSocket } from '#tests/support/live-socket.ts';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { foundTown, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

const ROUNDS = 100;
const SCREENS_EACH = 4;

let database: TestDatabase;
let town: Town;
let server: RunningServer;
let watcher: DispatcherScreen;
const lines: Record<'dispatcher' | 'dispatcher2', LiveSocket[]> = { dispatcher: [], dispatcher2: [] };

beforeAll(async () => {
  database = await createTestDatabase();
  const clockShiftMs = townClockShift();
  town = await foundTown(database, { technicians: 16, orders: ROUNDS + 10, clockShiftMs });
  server = await startServer({
    entry: 'tests/support/server-under-test.ts',
    databaseUrl: database.url,
    env: { ...TOWN_SECRETS, TEST_CLOCK_SHIFT_MS: String(clockShiftMs) },
  });
  for (const username of ['dispatcher', 'dispatcher2'] as const) {
    const cookie = await town.cookie(username);
    for (let screen = 0; screen < SCREENS_EACH; screen += 1) {
      const socket = liveSocket(server.origin, { cookie });
      expect(await connect(socket)).toBe('connected');
      lines[username].push(socket);
    }
  }
  watcher = await openScreen(server.origin, await town.cookie('supervisor'), town.areaId);
});
afterAll(async () => {
  for (const socket of [...lines.dispatcher, ...lines.dispatcher2]) socket.disconnect();
  watcher?.close();
  await server?.dispose();
  await database?.close();
});

const history: Sent[] = [];

async function send(socket: LiveSocket, envelope: CommandEnvelope): Promise<CommandAnswer> {
  const sentAt = performance.now();
  const answer = await socket.emitWithAck('command', envelope);
  history.push({ envelope, sentAt, answeredAt: performance.now(), answers: [answer] });
  return answer;
}

const dispatch = (orderId: string, technicianId: string, version = 1): CommandEnvelope => ({
  id: randomUUID(),
  type: 'order.dispatch',
  payload: { orderId, technicianId },
  version,
});
const line = (who: 'dispatcher' | 'dispatcher2', round: number) =>
  lines[who][round % SCREENS_EACH] as LiveSocket;
const technician = (number: number) => town.technicianIds[number % town.technicianIds.length] as string;
const codeOf = (answer: CommandAnswer) => (answer.ok ? 'ok' : answer.code);

describe('two dispatchers', () => {
  it(`drag the same order at the same moment, ${ROUNDS} times: one succeeds, the other is told that it is stale`, async () => {
    const outcomes: string[] = [];
    const wins = { dispatcher: 0, dispatcher2: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const orderId = town.orderIds[round] as string;
      const [first, second] = await Promise.all([
        send(line('dispatcher', round), dispatch(orderId, technician(round))),
        send(line('dispatcher2', round), dispatch(orderId, technician(round + 1))),
      ]);
      outcomes.push([codeOf(first), codeOf(second)].sort().join(' + '));
      wins[first.ok ? 'dispatcher' : 'dispatcher2'] += 1;
      const loser = first.ok ? second : first;
      expect(loser).toMatchObject({ code: 'stale', current: { id: orderId } });
    }
    expect(outcomes).toEqual(outcomes.map(() => 'ok + stale'));
    // Were it always the same one, the barrier would prove nothing.
    expect(Math.min(wins.dispatcher, wins.dispatcher2)).toBeGreaterThan(0);
  });

  it('swap three orders among three technicians in opposite directions without a deadlock that anyone sees', async () => {
    const orderIds = town.orderIds.slice(0, 3);
    const versions = new Map<string, number>();
    const state = () => watcher.client.committed.get().areas.get(town.areaId);
    for (let round = 0; round < 10; round += 1) {
      await until('the watcher to have come so far', async () => {
        const [head] = await database.sql`select seq from area_head where area_id = ${town.areaId}`;
        return watcher.seq(town.areaId) === head?.seq;
      });
      for (const id of orderIds) versions.set(id, state()?.orders.get(id)?.version ?? 0);
      const answers = await Promise.all(
        orderIds.flatMap((orderId, index) =>
          (['dispatcher', 'dispatcher2'] as const).map((who, direction) => {
            const holder = state()?.orders.get(orderId)?.technicianId;
            const others = town.technicianIds.slice(0, 4).filter((id) => id !== holder);
            const technicianId = others[(index + direction + round) % others.length] as string;
            return send(line(who, index + round), {
              id: randomUUID(),
              type: 'order.reassign',
              payload: { orderId, technicianId, reason: '调班' },
              version: versions.get(orderId) as number,
            });
          }),
        ),
      );
      for (const answer of answers) expect(['ok', 'stale', 'too_many', 'refused']).toContain(codeOf(answer));
      expect(answers.filter((answer) => answer.ok).length).toBeLessThanOrEqual(3);
    }
  });

  it('leave a history without a contradiction, and every screen equal to the database', async () => {
    await until('the watcher to have come so far', async () => {
      const [head] = await database.sql`select seq from area_head where area_id = ${town.areaId}`;
      return watcher.seq(town.areaId) === head?.seq;
    });
    const board = watcher.client.committed.get();
    expect(await checkHistory(database.sql, town.areaId, history, [board])).toEqual([]);
  });
});

describe('the checker of histories', () => {
  it('sees an acknowledgement that lied, a refusal that took effect, a replay that differs, a screen that is behind', async () => {
    const board = watcher.client.committed.get();
    const ok = history.find(({ answers: [answer] }) => answer?.ok) as Sent;
    const lied: Sent = { ...ok, envelope: { ...ok.envelope, id: randomUUID() } };
    const denied: Sent = { ...ok, answers: [{ ok: false, code: 'refused', title: '' }] };
    const differs: Sent = { ...ok, answers: [...ok.answers, { ok: false, code: 'stale', title: '' }] };
    const area = board.areas.get(town.areaId);
    const behind = { ...board, areas: new Map([[town.areaId, { ...area, seq: 1 } as never]]) };
    const kinds = async (sent: Sent[], boards = [board]) =>
      (await checkHistory(database.sql, town.areaId, sent, boards)).map(
        (violation) => violation.split(' ')[0],
      );
    expect(await kinds([lied])).toEqual(['LOST_ACK']);
    expect(await kinds([denied])).toEqual(['REJECTED_BUT_APPLIED']);
    expect(await kinds([differs])).toEqual(['REPLAY_DIFFERS']);
    expect(await kinds([], [behind])).toEqual(['REPLICA_MISMATCH']);
  });

  it('sees state that was written past the log, and a log that was rewritten', async () => {
    const orderId = town.orderIds[5] as string;
    const [before] = await database.sql`select state from orders where id = ${orderId}`;
    await database.sql`update orders set state = jsonb_set(state, '{durationMin}', '7') where id = ${orderId}`;
    expect(await checkHistory(database.sql, town.areaId, [], [])).toEqual([`STATE_IS_NOT_FOLD ${orderId}`]);
    await database.sql`update orders set state = ${database.sql.json(before?.state)} where id = ${orderId}`;
    await database.sql.begin(async (tx) => {
      await tx`alter table event disable trigger all`;
      await tx`update event set actor_id = 'nobody' where area_id = ${town.areaId} and seq = 20`;
      await tx`alter table event enable trigger all`;
    });
    expect(await checkHistory(database.sql, town.areaId, [], [])).toEqual([`CHAIN ${town.areaId} 20 hash`]);
  });
});
