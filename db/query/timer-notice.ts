import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { Queryable, Transaction } from '../client.ts';

/** What a notice is about. */
export interface NoticeSubject {
  kind: 'order' | 'outage' | 'cutover';
  id: string;
}

/** The ids of the notices that were given about it. */
export async function noticeIdsOf(sql: Queryable, { kind, id }: NoticeSubject): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select state ->> 'id' as id from timer_notice where subject = ${kind} and subject_id = ${id}`;
  return new Set(rows.map(({ id }) => id));
}

/** Sends what writes notices. A second one of the same timer, run and level is a 23505. */
export function insertNotices(tx: Transaction, notices: readonly TimerNotice[]) {
  return notices.map((notice) =>
    tx`
      insert into timer_notice
        (subject, subject_id, order_id, timer, started_at, level, area_id, at, raised_at, state)
      values (${notice.subject?.kind ?? 'order'}, ${notice.subject?.id ?? notice.orderId}, ${notice.orderId}, ${notice.timer}, ${notice.startedAt}, ${notice.level}, ${notice.areaId},
        ${notice.at}, ${notice.raisedAt}, ${tx.json(notice as never)})`.execute(),
  );
}

/** What was given in an area since an instant oldest first; the last `limit` of it. */
export async function noticesOfArea(
  sql: Queryable,
  areaId: string,
  since: number,
  limit: number,
): Promise<TimerNotice[]> {
  const rows = await sql<{ state: TimerNotice }[]>`
    select n.state from timer_notice n
    where n.area_id = ${areaId} and n.raised_at >= ${since}
    order by n.raised_at desc, n.at desc, n.subject_id, n.timer, n.level limit ${limit}`;
  return rows.map(({ state }) => state).reverse();
}

/** Everything that was given in an area about these orders, outages and cutovers, oldest first. */
export async function noticesAbout(
  sql: Queryable,
  areaId: string,
  subjectIds: readonly string[],
): Promise<TimerNotice[]> {
  if (subjectIds.length === 0) return [];
  const rows = await sql<{ state: TimerNotice }[]>`
    select n.state from timer_notice n
    where n.area_id = ${areaId} and n.subject_id = any(${subjectIds as string[]})
    order by n.raised_at, n.at, n.subject_id, n.timer, n.level`;
  return rows.map(({ state }) => state);
}

/** When an order was taken in, by the server's clock; an imported one has an older `intakeAt`. */
export async function takenInAt(sql: Queryable, orderId: string): Promise<number | null> {
  const [row] = await sql<{ at: number }[]>`
    select at from event where entity = 'order' and entity_id = ${orderId} and type = 'order.taken_in'
    order by seq limit 1`;
  return row?.at ?? null;
}
