import type { Cutover } from '#domain/cutover/cutover.ts';
import type { VisitInTime } from '#domain/cutover/judge-cutover.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

type StateRow = { state: Cutover };

/** One cutover, or null. */
export async function cutoverById(sql: Queryable, id: string): Promise<Cutover | null> {
  const [row] = await sql<StateRow[]>`select state from cutover where id = ${id}`;
  return row?.state ?? null;
}

/** The same, held until the transaction ends. */
export async function lockCutover(tx: Transaction, id: string): Promise<Cutover | null> {
  const [row] = await tx<StateRow[]>`select state from cutover where id = ${id} for update`;
  return row?.state ?? null;
}

/** Cutovers of the areas named (null = all) that are neither done nor called off, by their start. */
export async function cutoversAhead(sql: Queryable, areaIds: readonly string[] | null): Promise<Cutover[]> {
  const rows = await sql<StateRow[]>`
    select state from cutover
    where status in ('planned', 'announced', 'running')
      and (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
    order by start_at, id`;
  return rows.map(({ state }) => state);
}

/** Every cutover of the areas named (null = all) that starts in a stretch of time, whatever became of it. */
export async function cutoversBetween(
  sql: Queryable,
  areaIds: readonly string[] | null,
  { from, to }: { from: number; to: number },
): Promise<Cutover[]> {
  const rows = await sql<StateRow[]>`
    select state from cutover
    where start_at >= ${from} and start_at < ${to}
      and (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
    order by start_at, id`;
  return rows.map(({ state }) => state);
}

/** What the logs say of cutovers, oldest first. */
export async function eventsOfCutovers(
  sql: Queryable,
  ids: readonly string[],
): Promise<Pick<LogEvent, 'id' | 'type' | 'at' | 'data'>[]> {
  const rows = await sql<{ id: string; type: string; at: number; data: string }[]>`
    select entity_id as id, type, at, data from event
    where entity = 'cutover' and entity_id = any(${ids as string[]}) order by entity_id, seq`;
  return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
}

/** The visits of an area that are promised into a stretch of time. */
export async function visitsPromisedInto(
  sql: Queryable,
  areaId: string,
  { start, end }: Pick<Cutover, 'start' | 'end'>,
): Promise<VisitInTime[]> {
  return sql<VisitInTime[]>`
    select id as "orderId", promised_start as start,
      promised_start + make_interval(mins => (state ->> 'durationMin')::int) as end, estate, state -> 'place' as place
    from orders
    where area_id = ${areaId} and ended_at is null and promised_start < ${end}
      and promised_start + make_interval(mins => (state ->> 'durationMin')::int) > ${start}
    order by id`;
}

/** Writes a cutover, new or changed; the caller holds it, or its area while it is new. */
export function writeCutover(tx: Transaction, cutover: Cutover): Sent {
  return tx`
    insert into cutover (id, area_id, status, start_at, end_at, version, state)
    values (${cutover.id}, ${cutover.areaId}, ${cutover.status}, ${cutover.start}, ${cutover.end},
      ${cutover.version}, ${tx.json(cutover as never)})
    on conflict (id) do update set status = excluded.status, start_at = excluded.start_at, end_at = excluded.end_at,
      version = excluded.version, state = excluded.state`.execute();
}
