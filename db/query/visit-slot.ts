import type { Order } from '#domain/order/order.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import type { Sent, Transaction } from '../client.ts';
import { formatInstantRange } from '../instant.ts';

/** A visit still to come holds its place; one that is under way is a fact, however long it takes. */
function holdsItsPlace(order: Order): boolean {
  return PLANNABLE_STATUSES.has(order.status) && !isUnderWay(order);
}

/**
 * Brings the places of these orders in the technicians' days up to date, by one statement, so that a whole day may be
 * moved at once. Two active places of one technician that overlap are a 23P01.
 */
export function writeVisitSlots(tx: Transaction, orders: readonly Order[]): Sent[] {
  const sent: Sent[] = [];
  const free = orders.filter((order) => !order.planned).map((order) => order.id);
  if (free.length > 0) sent.push(tx`delete from visit_slot where order_id = any(${free})`.execute());
  const rows = orders.flatMap((order) =>
    order.planned
      ? {
          order_id: order.id,
          area_id: order.areaId,
          technician_id: order.planned.technicianId,
          slot: formatInstantRange({ from: order.planned.start, until: order.planned.end }),
          active: holdsItsPlace(order),
        }
      : [],
  );
  if (rows.length === 0) return sent;
  const placed = tx`
    insert into visit_slot (order_id, area_id, technician_id, slot, active)
    select order_id, area_id, technician_id, slot, active from json_to_recordset(${tx.json(rows)}::json)
      as row(order_id text, area_id text, technician_id text, slot tstzrange, active boolean)
    on conflict (order_id) do update set area_id = excluded.area_id, technician_id = excluded.technician_id,
      slot = excluded.slot, active = excluded.active`;
  return [...sent, placed.execute()];
}
