import type { AreaId } from '#domain/base/brand.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Queryable } from '../client.ts';

/** The last seq of each of these areas' logs. */
export async function headsOf(sql: Queryable, areaIds: readonly AreaId[]): Promise<Map<AreaId, number>> {
  const rows = await sql<{ area_id: AreaId; seq: number }[]>`
    select area_id, seq from area_head where area_id = any(${areaIds as string[]})`;
  return new Map(rows.map((row) => [row.area_id, row.seq]));
}

/** Up to `limit` events of an area's log after `seq`, in order, as the log holds them: without anything personal. */
export async function logAfter(
  sql: Queryable,
  areaId: AreaId,
  seq: number,
  limit: number,
): Promise<LogEvent[]> {
  const rows = await sql`
    select seq, type, entity, entity_id, version, at, actor_id, actor_role, data
      from event where area_id = ${areaId} and seq > ${seq} order by seq limit ${limit}`;
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type,
    entity: row.entity,
    id: row.entity_id,
    version: row.version,
    at: row.at,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    data: JSON.parse(row.data),
  }));
}
