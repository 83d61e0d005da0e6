import type { Queryable, Sent } from '../client.ts';

/** A suggestion as the improver knows it: one that stands, or one that was put aside. `proposal` is the planner's own. */
export interface SuggestionRow {
  id: string;
  areaId: string;
  /** Local date YYYY-MM-DD. */
  date: string;
  status: 'ready' | 'dismissed';
  requestedAt: number;
  baseSeq: number;
  proposal: unknown;
}

/** Keeps a suggestion; nobody is told of it yet. */
export async function insertSuggestion(
  sql: Queryable,
  row: Omit<SuggestionRow, 'status'> & { seconds: number },
): Promise<void> {
  await sql`
    insert into plan (id, area_id, date, status, seconds, requested_by, requested_at, finished_at, base_seq, proposal, origin)
    values (${row.id}, ${row.areaId}, ${row.date}, 'ready', ${row.seconds}, 'system', ${row.requestedAt},
      ${row.requestedAt}, ${row.baseSeq}, ${sql.json(row.proposal as never)}, 'suggested')`;
}

/** The suggestions of an area's day that stand or were put aside, newest first. */
export async function suggestionsOf(sql: Queryable, areaId: string, date: string): Promise<SuggestionRow[]> {
  return sql<SuggestionRow[]>`
    select id, area_id as "areaId", date, status, requested_at as "requestedAt", base_seq as "baseSeq", proposal
    from plan where area_id = ${areaId} and date = ${date} and origin = 'suggested' and status in ('ready', 'dismissed')
    order by requested_at desc, id`;
}

/** Suggestions that still stand although their day is over, of every area; `today` is a local date. */
export async function suggestionsBefore(sql: Queryable, today: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from plan where origin = 'suggested' and status = 'ready' and date < ${today} order by requested_at, id`;
  return rows.map(({ id }) => id);
}

/** The suggestion that an area's screens should show; null when there is none. */
export async function standingSuggestion(sql: Queryable, areaId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from plan where area_id = ${areaId} and origin = 'suggested' and status = 'ready'
    order by requested_at desc, id limit 1`;
  return row?.id ?? null;
}

/** Puts a suggestion aside or takes it back; the row is held by the command that does it. */
export function endSuggestion(
  tx: Queryable,
  end: { id: string; status: 'dismissed' | 'withdrawn'; by: string },
): Sent {
  return tx`update plan set status = ${end.status}, ended_by = ${end.by} where id = ${end.id}`.execute();
}

/** The areas in which somebody is on duty. */
export async function areasAtWork(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ areaId: string }[]>`
    select distinct area_id as "areaId" from technician where on_duty order by 1`;
  return rows.map(({ areaId }) => areaId);
}
