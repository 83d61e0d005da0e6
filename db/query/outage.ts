import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

type StateRow<T> = { state: T };

/** One outage, or null. */
export async function outageById(sql: Queryable, id: string): Promise<Outage | null> {
  const [row] = await sql<StateRow<Outage>[]>`select state from outage where id = ${id}`;
  return row?.state ?? null;
}

/** The same, held until the transaction ends. */
export async function lockOutage(tx: Transaction, id: string): Promise<Outage | null> {
  const [row] = await tx<StateRow<Outage>[]>`select state from outage where id = ${id} for update`;
  return row?.state ?? null;
}

/** Outages of the areas named (null = all) that are not closed, oldest first. */
export async function outagesOf(sql: Queryable, areaIds: readonly string[] | null): Promise<Outage[]> {
  const rows = await sql<StateRow<Outage>[]>`
    select state from outage
    where status <> 'closed' and (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
    order by opened_at, id`;
  return rows.map(({ state }) => state);
}

/** The same of one area; none of them is restored before the transaction ends, so that no new line misses it. */
export async function shareOutagesOf(tx: Transaction, areaId: string): Promise<Outage[]> {
  const rows = await tx<StateRow<Outage>[]>`
    select state from outage where status <> 'closed' and area_id = ${areaId} order by opened_at, id for share`;
  return rows.map(({ state }) => state);
}

/** Every order linked to an outage, held until the transaction ends, by id. */
export async function lockLinesOf(tx: Transaction, outageId: string): Promise<Order[]> {
  const rows = await tx<StateRow<Order>[]>`
    select state from orders where state ->> 'outageId' = ${outageId} order by id for update`;
  return rows.map(({ state }) => state);
}

/** When the area's faults since an instant were reported (OUTG-01). */
export async function faultIntakesSince(
  sql: Queryable,
  areaId: string,
  since: number,
): Promise<{ intakeAt: number }[]> {
  return sql<{ intakeAt: number }[]>`
    select intake_at as "intakeAt" from orders
    where area_id = ${areaId} and type = 'fault' and intake_at >= ${since}`;
}

/** Writes an outage, new or changed; the caller holds it, or its area while it is new. */
export function writeOutage(tx: Transaction, outage: Outage): Sent {
  return tx`
    insert into outage (id, area_id, status, opened_at, version, state)
    values (${outage.id}, ${outage.areaId}, ${outage.status}, ${outage.openedAt}, ${outage.version},
      ${tx.json(outage as never)})
    on conflict (id) do update set status = excluded.status, version = excluded.version, state = excluded.state`.execute();
}
