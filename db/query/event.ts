import type { LogEvent } from '#protocol/live.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';
import { formatInstant } from '../instant.ts';

/** One row to append to an area's log. `orders`: the orders it touches, for their history. */
export interface LogRow {
  type: string;
  entity: LogEvent['entity'];
  id: string;
  version: number;
  data: unknown;
  orders: readonly string[];
  /** When it became true, where that is not now. */
  at?: number;
}

export interface Author {
  id: string;
  role: string;
}

/**
 * Appends rows to an area's log under its head lock; answers with the area's new seq. Called last in a transaction: from
 * here to the commit every other command of the area waits.
 */
export function appendEvents(
  tx: Transaction,
  entry: { areaId: string; at: number; author: Author; commandId: string; rows: readonly LogRow[] },
): Sent<{ seq: number }> {
  const rows = entry.rows.map((row) => ({
    ...row,
    data: JSON.stringify(row.data),
    at: row.at === undefined ? null : formatInstant(row.at),
  }));
  return tx<{ seq: number }[]>`
    select append_events(${entry.areaId}, ${entry.at}::timestamptz, ${entry.author.id}, ${entry.author.role},
      ${entry.commandId}::uuid, ${tx.json(rows)}::jsonb) as seq`.execute();
}

type EventRow = Omit<LogEvent, 'data'> & { areaId: string; data: string };

function logEvent({ data, areaId: _, ...row }: EventRow): LogEvent {
  return { ...row, data: JSON.parse(data) };
}

/** The area's events after `since`, oldest first, at most `limit`. */
export async function eventsAfter(
  sql: Queryable,
  areaId: string,
  since: number,
  limit: number,
): Promise<LogEvent[]> {
  const rows = await sql<EventRow[]>`
    select area_id as "areaId", seq, type, entity, entity_id as id, version, at, actor_id as "actorId",
      actor_role as "actorRole", data
    from event where area_id = ${areaId} and seq > ${since} order by seq limit ${limit}`;
  return rows.map(logEvent);
}

/** What happened of one kind to things of one sort, such as who was named to lead areas; newest first, at most `limit`, with who did it. */
export async function eventsOfKind(
  sql: Queryable,
  asked: { areaIds: readonly string[] | null; entity: LogEvent['entity']; type: string; limit: number },
): Promise<(LogEvent & { actorName: string | null })[]> {
  const { areaIds, entity, type, limit } = asked;
  const rows = await sql<(EventRow & { actorName: string | null })[]>`
    select e.area_id as "areaId", e.seq, e.type, e.entity, e.entity_id as id, e.version, e.at,
      e.actor_id as "actorId", e.actor_role as "actorRole", e.data, p.name as "actorName"
    from area_head a join event e on e.entity = ${entity} and e.entity_id = a.area_id
      left join person p on p.id = e.actor_id
    where e.type = ${type} and (${areaIds === null} or a.area_id = any(${(areaIds ?? []) as string[]}))
    order by e.at desc, e.seq desc limit ${limit}`;
  return rows.map(({ actorName, ...row }) => ({ ...logEvent(row), actorName }));
}

/** Everything that touched an order, oldest first, plans and approvals included, with the name of who did it. */
export async function eventsOfOrder(
  sql: Queryable,
  orderId: string,
): Promise<(LogEvent & { actorName: string | null })[]> {
  const rows = await sql<(EventRow & { actorName: string | null })[]>`
    select e.area_id as "areaId", e.seq, e.type, e.entity, e.entity_id as id, e.version, e.at,
      e.actor_id as "actorId", e.actor_role as "actorRole", e.data, p.name as "actorName"
    from event_order o join event e using (area_id, seq) left join person p on p.id = e.actor_id
    where o.order_id = ${orderId} order by e.at, e.area_id, e.seq`;
  return rows.map(({ actorName, ...row }) => ({ ...logEvent(row), actorName }));
}

/** Last seq of each area asked for. */
export async function areaSeqs(sql: Queryable, areaIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ areaId: string; seq: number }[]>`
    select area_id as "areaId", seq from area_head where area_id = any(${areaIds as string[]})`;
  return new Map(rows.map(({ areaId, seq }) => [areaId, seq]));
}

/**
 * Tells every server process that the area's log has grown. Only a hint: nothing depends on its arrival, so its
 * transaction does not wait for the disk and takes no commit's turn there.
 */
export async function hintLogGrown(sql: Queryable, areaId: string): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true), pg_notify(${LOG_CHANNEL}, ${areaId})`;
}
export const LOG_CHANNEL = 'zhundian_log';

/** How many events of the area after `since` touch any of these orders; what timers tell of them changes nothing of theirs. */
export async function eventsTouching(
  sql: Queryable,
  orderIds: readonly string[],
  areaId: string,
  since: number,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from event_order o join event e using (area_id, seq)
    where o.order_id = any(${orderIds as string[]}) and o.area_id = ${areaId} and o.seq > ${since}
      and e.entity <> 'timer'`;
  return row?.count ?? 0;
}

/** Which of these orders are touched by events of the area after `since`, as `eventsTouching` counts them. */
export async function ordersTouched(
  sql: Queryable,
  orderIds: readonly string[],
  areaId: string,
  since: number,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ orderId: string }[]>`
    select distinct o.order_id as "orderId" from event_order o join event e using (area_id, seq)
    where o.order_id = any(${orderIds as string[]}) and o.area_id = ${areaId} and o.seq > ${since}
      and e.entity <> 'timer'`;
  return new Set(rows.map(({ orderId }) => orderId));
}

/**
 * As which technician a person accepted an order or went along on it (E-101), whatever role the person has now; null for who never did.
 * Whoever goes along accepts nothing, and is known by having gone on duty as that technician.
 */
export async function workedAs(sql: Queryable, orderId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ technicianId: string }[]>`
    select e.data::jsonb ->> 'technicianId' as "technicianId"
    from event_order o join event e using (area_id, seq)
    where o.order_id = ${orderId} and e.type = 'order.accepted' and e.actor_id = ${personId}
    union all
    select e.entity_id from event e
    where e.entity = 'technician' and e.type = 'technician.on_duty' and e.actor_id = ${personId}
      and e.entity_id = any(array(
        select jsonb_array_elements(state -> 'companions') ->> 'technicianId' from orders where id = ${orderId}))
    limit 1`;
  return row?.technicianId ?? null;
}

/** What upsets a running day: a visit that falls out or comes in, somebody late or gone, a time that is no longer free or taken. */
const UPSETTING = [
  'appointment.cancelled',
  'appointment.changed',
  'appointment.ended',
  'appointment.late_declared',
  'order.cancelled',
  'order.placed',
  'order.returned',
  'order.reviewed',
  'order.taken_in',
  'order.unassigned',
  'technician.off_duty',
  'technician.on_duty',
  'visit.blocked',
];

/** Those of the areas in whose log something upsetting stands after the seq given for each. */
export async function areasUpsetSince(
  sql: Queryable,
  seqs: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ areaId: string }[]>`
    select distinct e.area_id as "areaId"
    from unnest(${[...seqs.keys()]}::text[], ${[...seqs.values()]}::bigint[]) as looked (area_id, seq)
      join event e on e.area_id = looked.area_id and e.seq > looked.seq
    where e.type = any(${UPSETTING})`;
  return new Set(rows.map(({ areaId }) => areaId));
}
