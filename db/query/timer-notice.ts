import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { Queryable, Transaction } from '../client.ts';

/** The ids of the notices that were given about these orders. */
export async function noticeIdsOf(sql: Queryable, orderIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select state ->> 'id' as id from timer_notice where order_id = any(${orderIds as string[]})`;
  return new Set(rows.map(({ id }) => id));
}

/** Sends what writes notices. A second one of the same timer, run and level is a 23505. */
export function insertNotices(tx: Transaction, notices: readonly TimerNotice[]) {
  return notices.map((notice) =>
    tx`
      insert into timer_notice (order_id, timer, started_at, level, area_id, at, raised_at, state)
      values (${notice.orderId}, ${notice.timer}, ${notice.startedAt}, ${notice.level}, ${notice.areaId},
        ${notice.at}, ${notice.raisedAt}, ${tx.json(notice as never)})`.execute(),
  );
}

/** What was given in an area since an instant about orders that have not ended, oldest first; the last `limit` of it. */
export async function noticesOfArea(
  sql: Queryable,
  areaId: string,
  since: number,
  limit: number,
): Promise<TimerNotice[]> {
  const rows = await sql<{ state: TimerNotice }[]>`
    select n.state from timer_notice n
    where n.area_id = ${areaId} and n.raised_at >= ${since}
    order by n.raised_at desc, n.at desc, n.order_id, n.timer, n.level limit ${limit}`;
  return rows.map(({ state }) => state).reverse();
}

/** When an order was taken in, by the server's clock; an imported one has an older `intakeAt`. */
export async function takenInAt(sql: Queryable, orderId: string): Promise<number | null> {
  const [row] = await sql<{ at: number }[]>`
    select at from event where entity = 'order' and entity_id = ${orderId} and type = 'order.taken_in'
    order by seq limit 1`;
  return row?.at ?? null;
}
