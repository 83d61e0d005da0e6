import type { Order } from '#domain/order/order.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Queryable } from '../client.ts';

/** Limits of an order end well inside this time after its intake; older orders that are finished judge nothing any more. */
const LOOK_BACK_DAYS = 60;

export interface KpiFilter {
  /** null = every area. */
  areaIds: readonly string[] | null;
  technicianId?: string | undefined;
  from: number;
  to: number;
}

/** The orders that may have a deadline or an event in a period: unfinished, finished since it began, or taken in not long before. */
export async function kpiOrders(
  sql: Queryable,
  { areaIds, technicianId, from, to }: KpiFilter,
): Promise<Order[]> {
  const since = from - LOOK_BACK_DAYS * 86_400_000;
  const rows = await sql<{ state: Order }[]>`
    select state from orders
    where (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
      and (${technicianId ?? null}::text is null or technician_id = ${technicianId ?? null})
      and intake_at < ${to}
      and (ended_at is null or ended_at >= ${from} or intake_at >= ${since})
    order by id`;
  return rows.map(({ state }) => state);
}

/** An event of the log with the order that it touches. */
export type TouchingEvent = LogEvent & { orderId: string };

/** Every event of those of the orders that have one at or after `since`: only they can have been something else then. */
export async function eventsOfChanged(
  sql: Queryable,
  orderIds: readonly string[],
  since: number,
): Promise<TouchingEvent[]> {
  const rows = await sql<(Omit<TouchingEvent, 'data'> & { data: string })[]>`
    with changed as (
      select distinct o.order_id from event_order o join event e using (area_id, seq)
      where o.order_id = any(${orderIds as string[]}) and e.at >= ${since})
    select o.order_id as "orderId", e.seq, e.type, e.entity, e.entity_id as id, e.version, e.at,
      e.actor_id as "actorId", e.actor_role as "actorRole", e.data
    from event_order o join event e using (area_id, seq) join changed using (order_id)
    order by o.order_id, e.at, e.area_id, e.seq`;
  return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
}
