import type { Area } from '#domain/area/area.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { Technician, TechnicianPosition } from '#domain/technician/technician.ts';
import type { Queryable, Sql } from '../client.ts';
import { areaById } from './area.ts';
import { areaSeqs } from './event.ts';
import { boardOrders } from './order.ts';
import { outagesOf } from './outage.ts';
import { lastPositions } from './position.ts';
import { techniciansOf } from './technician.ts';

/** What the planner reads of an area: who works and where, what is to be done, and which lines wait for the network. */
export interface AreaWork {
  area: Area;
  technicians: readonly Technician[];
  positions: readonly TechnicianPosition[];
  outages: readonly Outage[];
  /** Those that are not over, by id. */
  orders: readonly Order[];
}

export interface AreaWorkAtSeq {
  /** Where the area's log stands. */
  seq: number;
  work: AreaWork;
}

/**
 * Reads an area's work from one view of the database. What was read `before` is brought up to now: of the orders only those that an
 * event has touched since are read again, all others stay the same objects, as do technicians that have not changed. Null when there is
 * no such area.
 */
export async function readAreaWork(
  sql: Sql,
  areaId: AreaId,
  now: Instant,
  before?: AreaWorkAtSeq,
): Promise<AreaWorkAtSeq | null> {
  const read = await sql.begin('isolation level repeatable read read only', async (tx) => {
    // The first statement fixes the view; the others may then travel together.
    const seq = (await areaSeqs(tx, [areaId])).get(areaId);
    const area = await areaById(tx, areaId);
    if (seq === undefined || !area) return null;
    const [technicians, positions, outages, orders] = await Promise.all([
      techniciansOf(tx, [areaId]),
      lastPositions(tx, areaId),
      outagesOf(tx, [areaId]),
      before ? ordersSince(tx, areaId, before) : boardOrders(tx, areaId, now),
    ]);
    return {
      seq,
      work: {
        area,
        technicians: before ? sameWhereUnchanged(technicians, before.work.technicians) : technicians,
        positions,
        outages,
        orders,
      },
    };
  });
  return read as AreaWorkAtSeq | null;
}

/** The orders of before with those that events have touched since as they are now. */
async function ordersSince(
  sql: Queryable,
  areaId: AreaId,
  { seq, work }: AreaWorkAtSeq,
): Promise<readonly Order[]> {
  const rows = await sql<{ id: string; state: Order | null }[]>`
    select touched.id, o.state
    from (select distinct order_id as id from event_order where area_id = ${areaId} and seq > ${seq}) touched
      left join orders o on o.id = touched.id and o.area_id = ${areaId} and o.ended_at is null`;
  if (rows.length === 0) return work.orders;
  const orders = new Map(work.orders.map((order) => [order.id, order]));
  for (const { id, state } of rows) {
    if (state) orders.set(id, state);
    else orders.delete(id);
  }
  return [...orders.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function sameWhereUnchanged(
  now: readonly Technician[],
  before: readonly Technician[],
): readonly Technician[] {
  const known = new Map(before.map((technician) => [technician.id, technician]));
  return now.map((technician) => {
    const old = known.get(technician.id);
    return old && JSON.stringify(old) === JSON.stringify(technician) ? old : technician;
  });
}
