import type { Area } from '#domain/area/area.ts';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { Transaction } from '../client.ts';
import { areaColumns } from './area.ts';
import { lockDaysAround, technicianIdsAround } from './lock.ts';

/** A technician with what the timing of their days needs beside the orders. */
export interface TechnicianAround {
  technician: Technician;
  area: Area;
  /** The newest position that passed the gate, and when it arrived. */
  position: (LngLat & { receivedAt: Instant }) | null;
}

/** What a command about one order finds around it, all from one exchange with the database. */
export interface OrderCircumstances {
  /** Held until the transaction ends; null where there is none. */
  order: Order | null;
  /** Whose days are held. */
  heldDays: ReadonlySet<TechnicianId>;
  /** Every other unfinished order of the technicians around, and those on which they go along, by id. */
  others: readonly Order[];
  area: Area | null;
  /** Cutovers of the order's area that are ahead or under way. */
  cutovers: readonly Cutover[];
  /** The one who has the order, who goes along and the one named. */
  technicians: readonly TechnicianAround[];
}

export interface CircumstancesAsk {
  orderId: OrderId;
  /** The technician that the command names. */
  named: TechnicianId | null;
  /** Whether the technicians' other orders are held, too, and not only read. */
  holdOthers: boolean;
}

/**
 * Takes the locks of a command about one order, technicians' days first, then orders, each ascending; and reads what is
 * around it. Every statement sees what was committed before the locks were had.
 */
export async function orderCircumstances(
  tx: Transaction,
  { orderId, named, holdOthers }: CircumstancesAsk,
): Promise<OrderCircumstances> {
  const ids = technicianIdsAround(tx, orderId, named);
  const days = lockDaysAround(tx, orderId, named);
  const held = holdOthers
    ? tx<StateRow[]>`
      select state from orders
      where id = ${orderId} or (technician_id = any(${ids}) and ended_at is null)
        or (state ->> 'companionId' = any(${ids}) and ended_at is null)
      order by id for update`.execute()
    : tx<StateRow[]>`select state from orders where id = ${orderId} for update`.execute();
  const read = holdOthers
    ? []
    : tx<StateRow[]>`
      select state from orders
      where (technician_id = any(${ids}) or state ->> 'companionId' = any(${ids})) and ended_at is null
      order by id`.execute();
  const area = tx<Area[]>`
    select ${areaColumns(tx)} from area where id = (select area_id from orders where id = ${orderId})`.execute();
  const cutovers = tx<{ state: Cutover }[]>`
    select state from cutover
    where area_id = (select area_id from orders where id = ${orderId})
      and status in ('planned', 'announced', 'running') order by start_at, id`.execute();
  const technicians = tx<TechnicianRow[]>`
    select t.state as technician, ${areaColumns(tx, 'a')}, p.lng, p.lat, p.received_at as "receivedAt"
    from technician t join area a on a.id = t.area_id left join position_last p on p.technician_id = t.id
    where t.id = any(${ids})`.execute();

  const heldDays = new Set((await days).map(({ technicianId }) => technicianId));
  const orders = [...(await held), ...(await read)].map(({ state }) => state);
  return {
    order: orders.find(({ id }) => id === orderId) ?? null,
    heldDays,
    others: orders.filter(({ id }) => id !== orderId),
    area: (await area)[0] ?? null,
    cutovers: (await cutovers).map(({ state }) => state),
    technicians: (await technicians).map(technicianAround),
  };
}

type StateRow = { state: Order };
type TechnicianRow = Area & { technician: Technician } & (
    | { lng: number; lat: number; receivedAt: Instant }
    | { lng: null; lat: null; receivedAt: null }
  );

function technicianAround({ technician, lng, lat, receivedAt, ...area }: TechnicianRow): TechnicianAround {
  return {
    technician,
    area,
    position: lng === null ? null : ({ lng, lat, receivedAt } as NonNullable<TechnicianAround['position']>),
  };
}
