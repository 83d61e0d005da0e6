import type { Sql } from '../client.ts';

/** A plan run that this process has taken on. */
export interface ClaimedPlan {
  id: string;
  areaId: string;
  date: string;
  seconds: number;
}

/** Takes the oldest run that nobody computes; null when there is none. Two processes never get the same one. */
export async function claimPlan(sql: Sql, by: string, at: number): Promise<ClaimedPlan | null> {
  const [row] = await sql<ClaimedPlan[]>`
    update plan set claimed_by = ${by}, claimed_at = ${at}
    where id = (
      select id from plan where status = 'running' and claimed_at is null
      order by requested_at, id for update skip locked limit 1)
    returning id, area_id as "areaId", date, seconds`;
  return row ?? null;
}

/** Records the seq of the area that a run is computed on. */
export async function setPlanBase(sql: Sql, id: string, baseSeq: number): Promise<void> {
  await sql`update plan set base_seq = ${baseSeq} where id = ${id} and status = 'running'`;
}

/** Ends runs whose process went away: claimed longer ago than the search time and a minute. Returns how many. */
export async function failAbandonedPlans(sql: Sql, at: number): Promise<number> {
  const rows = await sql`
    update plan set status = 'failed', finished_at = ${at}, failure = 'interrupted'
    where status = 'running' and claimed_at is not null
      and claimed_at + make_interval(secs => seconds + 60) < ${at}
    returning id`;
  return rows.length;
}
