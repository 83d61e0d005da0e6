import type { Reveal } from '#domain/privacy/reveal.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

/** A look with who and which order, as people know them. */
export type RevealRow = Reveal & { name: string | null; number: string };

const columns = (sql: Queryable) =>
  sql`r.id, r.order_id as "orderId", r.area_id as "areaId", r.person_id as "personId", r.role, r.at, r.reason`;

/** Sends what writes a look. */
export function insertReveal(tx: Transaction, reveal: Reveal): Sent {
  return tx`
    insert into customer_reveal (id, order_id, area_id, person_id, role, at, reason)
    values (${reveal.id}, ${reveal.orderId}, ${reveal.areaId}, ${reveal.personId}, ${reveal.role}, ${reveal.at},
      ${reveal.reason})`.execute();
}

/** When the person looked at numbers after an instant. */
export async function looksOf(sql: Queryable, personId: string, after: number): Promise<number[]> {
  const rows = await sql<{ at: number }[]>`
    select at from customer_reveal where person_id = ${personId} and at > ${after} order by at`;
  return rows.map(({ at }) => at);
}

/** Whether it was told after an instant that the person looks often. */
export async function wasToldOften(sql: Queryable, personId: string, after: number): Promise<boolean> {
  const rows = await sql`
    select 1 from event
    where entity = 'reveal' and entity_id = ${personId} and type = 'customer.revealed_often' and at > ${after} limit 1`;
  return rows.length > 0;
}

/** Those of these orders whose customer the person has looked at after an instant. */
export async function ordersRevealed(
  sql: Queryable,
  personId: string,
  orderIds: readonly string[],
  after: number,
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct order_id as id from customer_reveal
    where person_id = ${personId} and order_id = any(${orderIds as string[]}) and at > ${after}`;
  return new Set(rows.map(({ id }) => id));
}

/** When the person last looked at the customer of an order; null when never. */
export async function lastLook(sql: Queryable, personId: string, orderId: string): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select max(at) as at from customer_reveal where person_id = ${personId} and order_id = ${orderId}`;
  return row?.at ?? null;
}

/** Somebody who was told of for looking at many numbers within an hour. */
export interface OftenLooked {
  personId: string;
  name: string | null;
  areaId: string;
  at: number;
  count: number;
}

/** Who was told of in these areas (null = all) since an instant, newest first. */
export async function oftenLooked(
  sql: Queryable,
  areaIds: readonly string[] | null,
  since: number,
): Promise<OftenLooked[]> {
  return sql<OftenLooked[]>`
    select e.entity_id as "personId", p.name, e.area_id as "areaId", e.at, (e.data::jsonb->>'count')::int as count
    from event e left join person p on p.id = e.entity_id
    where e.entity = 'reveal' and e.type = 'customer.revealed_often' and e.at > ${since}
      and (${areaIds === null} or e.area_id = any(${(areaIds ?? []) as string[]}))
    order by e.at desc limit 100`;
}

export interface RevealFilter {
  /** null = every area. */
  areaIds: readonly string[] | null;
  orderId?: string | undefined;
  personId?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
  limit: number;
}

/** Who looked, newest first. */
export async function listReveals(sql: Queryable, filter: RevealFilter): Promise<RevealRow[]> {
  const { areaIds, orderId = null, personId = null, from = null, to = null, limit } = filter;
  return sql<RevealRow[]>`
    select ${columns(sql)}, p.name, o.number
    from customer_reveal r join orders o on o.id = r.order_id left join person p on p.id = r.person_id
    where (${areaIds === null} or r.area_id = any(${(areaIds ?? []) as string[]}))
      and (${orderId}::text is null or r.order_id = ${orderId})
      and (${personId}::text is null or r.person_id = ${personId})
      and (${from}::timestamptz is null or r.at >= ${from})
      and (${to}::timestamptz is null or r.at < ${to})
    order by r.at desc, r.id limit ${limit}`;
}
