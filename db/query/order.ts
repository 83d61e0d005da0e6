import { currentAppointment } from '#domain/appointment/current.ts';
import type { Order } from '#domain/order/order.ts';
import { type OrderStatus, TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';
import { formatInstant } from '../instant.ts';
import { chunks } from './chunks.ts';

type StateRow = { state: Order };

/** Nothing more is planned for an order in these states; it has left the technicians' days. */
const ENDED: ReadonlySet<OrderStatus> = new Set<OrderStatus>([
  ...TERMINAL_STATUSES,
  'resolved',
  'replied',
  'callback',
]);

/** One order, or null. */
export async function orderById(sql: Queryable, id: string): Promise<Order | null> {
  const [row] = await sql<StateRow[]>`select state from orders where id = ${id}`;
  return row?.state ?? null;
}

/** Where an order is and who has it: what must be known before anything can be locked. */
export async function orderHolder(
  sql: Queryable,
  id: string,
): Promise<{ areaId: string; technicianId: string | null } | null> {
  const [row] = await sql<{ areaId: string; technicianId: string | null }[]>`
    select area_id as "areaId", technician_id as "technicianId" from orders where id = ${id}`;
  return row ?? null;
}

/** The orders named and every unfinished order of the technicians named, theirs or gone along on, held until the transaction ends, by id. */
export async function lockOrders(
  tx: Transaction,
  ids: readonly string[],
  technicianIds: readonly string[] = [],
): Promise<Order[]> {
  const rows = await tx<StateRow[]>`
    select state from orders
    where id = any(${ids as string[]})
      or (technician_id = any(${technicianIds as string[]}) and ended_at is null)
      or (state ->> 'companionId' = any(${technicianIds as string[]}) and ended_at is null)
    order by id for update`;
  return rows.map(({ state }) => state);
}

/** Unfinished orders of a technician and those on which they go along, without holding them. */
export async function openOrdersOf(sql: Queryable, technicianId: string): Promise<Order[]> {
  const rows = await sql<StateRow[]>`
    select state from orders
    where (technician_id = ${technicianId} or state ->> 'companionId' = ${technicianId}) and ended_at is null
    order by id`;
  return rows.map(({ state }) => state);
}

/** The same of several technicians. */
export async function openOrdersOfAll(sql: Queryable, technicianIds: readonly string[]): Promise<Order[]> {
  if (technicianIds.length === 0) return [];
  const rows = await sql<StateRow[]>`
    select state from orders
    where (technician_id = any(${technicianIds as string[]}) or state ->> 'companionId' = any(${technicianIds as string[]}))
      and ended_at is null order by id`;
  return rows.map(({ state }) => state);
}

/**
 * What the desks of an area have before them: every unfinished order, those that ended at or after `endedSince`, and those whose answer,
 * callback or claim is still owed, however old.
 */
export async function deskOrders(sql: Queryable, areaId: string, endedSince: number): Promise<Order[]> {
  // the second part reads the index orders_owed and says what it says
  const rows = await sql<StateRow[]>`
    select id, state from orders where area_id = ${areaId} and (ended_at is null or ended_at >= ${endedSince})
    union all
    select id, state from orders
    where area_id = ${areaId} and ended_at < ${endedSince} and (status in ('resolved', 'replied', 'callback')
      or status = 'retained' and state ->> 'callbackEnded' is null
      or state #>> '{damage,reportedAt}' is not null and state #>> '{damage,compensatedAt}' is null)
    order by id`;
  return rows.map(({ state }) => state);
}

/** The orders of an area that are unfinished or ended at or after `endedSince`. */
export async function boardOrders(sql: Queryable, areaId: string, endedSince: number): Promise<Order[]> {
  const rows = await sql<StateRow[]>`
    select state from orders
    where area_id = ${areaId} and (ended_at is null or ended_at >= ${endedSince}) order by id`;
  return rows.map(({ state }) => state);
}

/** Orders by 工单编号. */
export async function ordersByNumber(sql: Queryable, numbers: readonly string[]): Promise<Order[]> {
  const rows = await sql<StateRow[]>`
    select state from orders where number = any(${numbers as string[]}) order by number`;
  return rows.map(({ state }) => state);
}

/** Columns of a row beside its state; json_to_recordset reads them by these names. */
function rowOf(order: Order, was: number, at: number) {
  const promise = currentAppointment(order);
  return {
    id: order.id,
    number: order.number,
    area_id: order.areaId,
    type: order.type,
    status: order.status,
    customer_class: order.customerClass,
    technician_id: order.technicianId,
    estate: order.estate,
    planned_start: order.planned && formatInstant(order.planned.start),
    planned_end: order.planned && formatInstant(order.planned.end),
    promised_start: promise && formatInstant(promise.start),
    promised_end: promise && formatInstant(promise.end),
    company_change_count: order.companyChangeCount,
    intake_at: formatInstant(order.intakeAt),
    ended_at: ENDED.has(order.status) ? formatInstant(at) : null,
    version: order.version,
    was,
    state: order,
  };
}

const COLUMNS = `id text, number text, area_id text, type text, status text, customer_class text, technician_id text,
  estate text, planned_start timestamptz, planned_end timestamptz, promised_start timestamptz, promised_end timestamptz,
  company_change_count integer, intake_at timestamptz, ended_at timestamptz, version integer, was integer, state jsonb`;

/** Writes orders that were taken in just now. A number that another order has already is a 23505. */
export function insertOrders(tx: Transaction, orders: readonly Order[], at: number): Sent[] {
  return chunks(orders.map((order) => rowOf(order, 0, at))).map((rows) => insertChunk(tx, rows));
}

function insertChunk(tx: Transaction, rows: readonly object[]): Sent {
  return tx`
    insert into orders (id, number, area_id, type, status, customer_class, technician_id, estate, planned_start,
      planned_end, promised_start, promised_end, company_change_count, intake_at, ended_at, version, state)
    select id, number, area_id, type, status, customer_class, technician_id, estate, planned_start,
      planned_end, promised_start, promised_end, company_change_count, intake_at, ended_at, version, state
    from json_to_recordset(${tx.json(rows as never)}::json) as row(${tx.unsafe(COLUMNS)})`.execute();
}

/**
 * Replaces orders by what they have become. `was` is the version they were read with; another version by now means that
 * the row was not held, which is a fault of the program. A statement an order: each finds its row by the same kept plan.
 */
export function updateOrders(
  tx: Transaction,
  changes: readonly { order: Order; was: number }[],
  at: number,
): Sent[] {
  return changes.map(({ order, was }) => {
    const {
      id,
      number: _number,
      intake_at: _intakeAt,
      was: _was,
      ended_at: ended,
      ...row
    } = rowOf(order, was, at);
    return tx`
      with changed as (
        update orders set ${tx({ ...row, state: tx.json(order as never) })},
          ended_at = case when ${ended}::timestamptz is null then null else coalesce(ended_at, ${ended}) end
        where id = ${id} and version = ${was} returning 1)
      select insist(exists (select from changed), 'an order has changed although it was held')`.execute();
  });
}

/** The other child of the same move, or null. */
export async function siblingOf(sql: Queryable, order: Order): Promise<Order | null> {
  if (order.parentOrderId === null) return null;
  const [row] = await sql<StateRow[]>`
    select state from orders
    where state ->> 'parentOrderId' = ${order.parentOrderId} and id <> ${order.id} order by id limit 1`;
  return row?.state ?? null;
}

/** The ids of the orders named and of the other children of the same moves. */
export async function withSiblings(sql: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from unnest(${ids as string[]}::text[]) as id
    union
    select other.id
    from orders one join orders other on other.state ->> 'parentOrderId' = one.state ->> 'parentOrderId'
    where one.id = any(${ids as string[]}) and one.state ->> 'parentOrderId' is not null`;
  return rows.map(({ id }) => id);
}

/** The orders named, by id. */
export async function ordersById(sql: Queryable, ids: readonly string[]): Promise<Order[]> {
  const rows = await sql<StateRow[]>`select state from orders where id = any(${ids as string[]}) order by id`;
  return rows.map(({ state }) => state);
}

export interface OrderFilter {
  /** null = every area. */
  areaIds: readonly string[] | null;
  technicianId?: string | undefined;
  statuses?: readonly string[] | undefined;
  types?: readonly string[] | undefined;
  /** Part of the number or the estate; with `byCustomer` also of the customer's name or address, or a whole phone number, by its index. */
  text?: string | undefined;
  byCustomer?: boolean | undefined;
  phoneIndex?: Buffer | undefined;
  unfinishedOnly?: boolean | undefined;
  /** Orders that come after this one in the list. */
  after?: { intakeAt: number; id: string } | undefined;
  limit: number;
}

/** Orders that fit, newest intake first. */
export async function listOrders(sql: Queryable, filter: OrderFilter): Promise<Order[]> {
  const { areaIds, technicianId, statuses, types, text, byCustomer, phoneIndex, after } = filter;
  const like = text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await sql<StateRow[]>`
    select o.state from orders o left join order_contact c on c.order_id = o.id
    where (${areaIds === null} or o.area_id = any(${(areaIds ?? []) as string[]}))
      and (${technicianId ?? null}::text is null or o.technician_id = ${technicianId ?? null})
      and (${statuses === undefined} or o.status = any(${(statuses ?? []) as string[]}))
      and (${types === undefined} or o.type = any(${(types ?? []) as string[]}))
      and (${!filter.unfinishedOnly} or o.ended_at is null)
      and (${like}::text is null or o.number ilike ${like} or o.estate ilike ${like}
        or ${byCustomer ?? false}
          and (c.name ilike ${like} or c.address ilike ${like} or c.phone_index = ${phoneIndex ?? null}))
      and (${after?.intakeAt ?? null}::timestamptz is null
        or (o.intake_at, o.id) < (${after?.intakeAt ?? null}::timestamptz, ${after?.id ?? null}))
    order by o.intake_at desc, o.id desc limit ${filter.limit}`;
  return rows.map(({ state }) => state);
}

/** The order that a visit belongs to, or null. */
export async function orderIdOfVisit(sql: Queryable, visitId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from orders where state -> 'visits' @> ${sql.json([{ id: visitId }])}::jsonb limit 1`;
  return row?.id ?? null;
}

/** Which of these 工单编号 are taken. */
export async function takenOrderNumbers(sql: Queryable, numbers: readonly string[]): Promise<string[]> {
  const rows = await sql<{ number: string }[]>`
    select number from orders where number = any(${numbers as string[]})`;
  return rows.map(({ number }) => number);
}

/** Where estates are, as the median of the orders that were placed to the house. WGS-84. */
export async function knownEstates(
  sql: Queryable,
  areaIds: readonly string[] | null,
): Promise<{ areaId: string; name: string; point: { lng: number; lat: number } }[]> {
  return sql`
    select area_id as "areaId", estate as name, json_build_object(
      'lng', percentile_cont(0.5) within group (order by (state #>> '{place,point,lng}')::float8),
      'lat', percentile_cont(0.5) within group (order by (state #>> '{place,point,lat}')::float8)) as point
    from orders
    where estate is not null and state #>> '{place,precision}' in ('rooftop', 'manual', 'learned')
      and (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
    group by area_id, estate order by area_id, estate limit 20000`;
}

/** Orders that wait for a visit whose promise begins between the instants, both included. */
export async function promisedBetween(sql: Queryable, from: number, to: number): Promise<Order[]> {
  const rows = await sql<StateRow[]>`
    select state from orders
    where status in ('appointed', 'in_progress') and exists (
      select from jsonb_array_elements(state -> 'appointments') promise
      where promise ->> 'outcome' is null and (promise ->> 'start')::bigint between ${from} and ${to})
    order by id`;
  return rows.map(({ state }) => state);
}

/** Orders on which time may still act, by id, from the one after `after` on. */
export async function aliveOrders(sql: Queryable, after: string, limit: number): Promise<Order[]> {
  const rows = await sql<StateRow[]>`
    select state from orders
    where id > ${after} and (status not in ('closed', 'cancelled', 'unserviceable', 'retained', 'merged')
      or status = 'retained' and state ->> 'callbackEnded' is null
      or status = 'merged' and state ->> 'outageId' = state ->> 'mergedInto' and state ->> 'restoredAt' is null)
    order by id limit ${limit}`;
  return rows.map(({ state }) => state);
}
