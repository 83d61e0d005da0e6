import { type Board, EMPTY_BOARD } from '#app/live/board.ts';
import { reduceBoard } from '#app/live/board-reducer.ts';
import type { Sql } from '#db/client.ts';
import { eventsAfter } from '#db/query/event.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';

/** One command as its sender saw it. `answers`: every answer that came for this id, in order. */
export interface Sent {
  envelope: CommandEnvelope;
  sentAt: number;
  answeredAt: number;
  answers: readonly CommandAnswer[];
}

export type Violation = `${
  | 'LOST_ACK'
  | 'DUP_EFFECT'
  | 'REJECTED_BUT_APPLIED'
  | 'REPLAY_DIFFERS'
  | 'CHAIN'
  | 'STATE_IS_NOT_FOLD'
  | 'DOUBLE_ASSIGN'
  | 'REALTIME_INVERSION'
  | 'REPLICA_MISMATCH'} ${string}`;

/**
 * Holds what senders were told against what the database holds. Knows nothing of how commands are carried out:
 * it reads the log, folds it anew, and compares.
 */
export async function checkHistory(
  sql: Sql,
  areaId: string,
  history: readonly Sent[],
  replicas: readonly Board[],
): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const fault of await verifyLog(sql))
    violations.push(`CHAIN ${fault.areaId} ${fault.seq} ${fault.fault}`);

  const rows = await sql<{ commandId: string; from: number; to: number; decisions: number }[]>`
    select command_id as "commandId", min(seq)::int as from, max(seq)::int as to,
      count(*) filter (where type in ('order.dispatched', 'order.reassigned', 'order.unassigned', 'order.taken_in'))::int as decisions
    from event where area_id = ${areaId} group by command_id`;
  const effects = new Map(rows.map((row) => [row.commandId, row]));
  for (const { envelope, answers } of history) {
    const effect = effects.get(envelope.id);
    const [first, ...again] = answers;
    if (!first) continue;
    if (first.ok && (!effect || effect.to !== first.data.seq)) violations.push(`LOST_ACK ${envelope.id}`);
    if (!first.ok && effect) violations.push(`REJECTED_BUT_APPLIED ${envelope.id} ${first.code}`);
    if (effect && effect.decisions > 1) violations.push(`DUP_EFFECT ${envelope.id}`);
    for (const answer of again)
      if (withoutReplay(answer) !== withoutReplay(first)) violations.push(`REPLAY_DIFFERS ${envelope.id}`);
  }

  const acked = history
    .flatMap(({ sentAt, answeredAt, answers: [first] }) =>
      first?.ok && !first.data.replay ? [{ sentAt, answeredAt, seq: first.data.seq }] : [],
    )
    .sort((a, b) => a.sentAt - b.sentAt);
  for (const [index, later] of acked.entries())
    for (const earlier of acked.slice(0, index))
      if (earlier.answeredAt < later.sentAt && earlier.seq > later.seq)
        violations.push(`REALTIME_INVERSION ${earlier.seq} ${later.seq}`);

  const folded = await foldLog(sql, areaId);
  const stored = await sql<{ state: Order; slots: number }[]>`
    select state, (select count(*)::int from visit_slot v where v.order_id = orders.id and v.active) as slots
      from orders where area_id = ${areaId}`;
  for (const { state, slots } of stored) {
    if (!sameValue(folded.orders.get(state.id), state)) violations.push(`STATE_IS_NOT_FOLD ${state.id}`);
    if (slots > 1) violations.push(`DOUBLE_ASSIGN ${state.id}`);
  }
  for (const [index, replica] of replicas.entries()) {
    const area = replica.areas.get(areaId);
    if (area?.seq !== folded.seq || !sameValue([...area.orders].sort(), [...folded.orders].sort()))
      violations.push(`REPLICA_MISMATCH screen ${index} at ${area?.seq} of ${folded.seq}`);
  }
  return violations;
}

/** The area's orders, folded from its whole log. */
async function foldLog(sql: Sql, areaId: string) {
  const events = await eventsAfter(sql, areaId, 0, 1_000_000);
  const empty = {
    area: { id: areaId },
    orders: [],
    cards: [],
    technicians: [],
    approvals: [],
    notices: [],
    outages: [],
    suggestion: null,
    cutovers: [],
    positions: [],
  };
  const start = reduceBoard(EMPTY_BOARD, {
    kind: 'snapshot',
    snapshot: { area: areaId, seq: 0, state: empty as never },
  });
  const board = reduceBoard(start, {
    kind: 'changes',
    changes: { area: areaId, from: 0, to: events.length, events },
  });
  const area = board.areas.get(areaId);
  if (!area) throw new Error(`The log of ${areaId} could not be folded.`);
  return area;
}

function withoutReplay(answer: CommandAnswer): string {
  return canonical(answer.ok ? { ...answer, data: { ...answer.data, replay: null } } : answer);
}

function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with sorted keys; what is undefined counts as absent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
