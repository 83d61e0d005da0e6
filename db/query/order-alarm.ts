import type { Queryable } from '../client.ts';

/** The last seq of every area. */
export async function readHeads(sql: Queryable): Promise<Map<string, number>> {
  const rows = await sql<{ areaId: string; seq: number }[]>`select area_id as "areaId", seq from area_head`;
  return new Map(rows.map(({ areaId, seq }) => [areaId, seq]));
}

/** Outages and cutovers that an area's events after `from` up to `to` are about. */
export async function networkTouched(
  sql: Queryable,
  areaId: string,
  from: number,
  to: number,
): Promise<{ kind: 'outage' | 'cutover'; id: string }[]> {
  return sql<{ kind: 'outage' | 'cutover'; id: string }[]>`
    select distinct entity as kind, entity_id as id from event
    where area_id = ${areaId} and seq > ${from} and seq <= ${to} and entity in ('outage', 'cutover')`;
}

/** The orders that an area's events after `from` up to `to` touch. */
export async function orderIdsTouched(
  sql: Queryable,
  areaId: string,
  from: number,
  to: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select distinct order_id as id from event_order
    where area_id = ${areaId} and seq > ${from} and seq <= ${to}`;
  return rows.map(({ id }) => id);
}
