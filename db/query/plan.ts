import type { Queryable, Sent, Transaction } from '../client.ts';

export type PlanStatus = 'running' | 'ready' | 'published' | 'failed' | 'dismissed' | 'withdrawn';

/** A proposed plan of an area's day. `proposal` and `progress` are the planner's own. Instants are epoch milliseconds. */
export interface PlanRow {
  id: string;
  areaId: string;
  /** Local date YYYY-MM-DD. */
  date: string;
  status: PlanStatus;
  seconds: number;
  requestedBy: string;
  requestedAt: number;
  finishedAt: number | null;
  baseSeq: number | null;
  progress: unknown;
  proposal: unknown;
  failure: string | null;
  publishedSeq: number | null;
}

const columns = (sql: Queryable) => sql`
  id, area_id as "areaId", date, status, seconds, requested_by as "requestedBy", requested_at as "requestedAt",
  finished_at as "finishedAt", base_seq as "baseSeq", progress, proposal, failure, published_seq as "publishedSeq"`;

/** One plan, or null. */
export async function planById(sql: Queryable, id: string): Promise<PlanRow | null> {
  const [row] = await sql<PlanRow[]>`select ${columns(sql)} from plan where id = ${id}`;
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function lockPlan(tx: Transaction, id: string): Promise<PlanRow | null> {
  const [row] = await tx<PlanRow[]>`select ${columns(tx)} from plan where id = ${id} for update`;
  return row ?? null;
}

/** Begins a plan run. */
export async function insertPlan(
  sql: Queryable,
  plan: Pick<PlanRow, 'id' | 'areaId' | 'date' | 'seconds' | 'requestedBy' | 'requestedAt' | 'baseSeq'>,
): Promise<void> {
  await sql`
    insert into plan (id, area_id, date, status, seconds, requested_by, requested_at, base_seq)
    values (${plan.id}, ${plan.areaId}, ${plan.date}, 'running', ${plan.seconds}, ${plan.requestedBy},
      ${plan.requestedAt}, ${plan.baseSeq})`;
}

/** Tells how far a run is. False when nobody waits for it any more. */
export async function writePlanProgress(sql: Queryable, id: string, progress: unknown): Promise<boolean> {
  const { count } =
    await sql`update plan set progress = ${sql.json(progress as never)} where id = ${id} and status = 'running'`;
  return count > 0;
}

/** Ends a run with a proposal or with why there is none. */
export async function finishPlan(
  sql: Queryable,
  id: string,
  end: { at: number } & ({ proposal: unknown } | { failure: string }),
): Promise<void> {
  const failure = 'failure' in end ? end.failure : null;
  const proposal = 'proposal' in end ? sql.json(end.proposal as never) : null;
  await sql`
    update plan set status = ${failure === null ? 'ready' : 'failed'}, proposal = ${proposal}, failure = ${failure},
      finished_at = ${end.at}
    where id = ${id} and status = 'running'`;
}

/** A plan is published once; the row is held by the command that does it. */
export function markPublished(tx: Transaction, id: string): Sent {
  return tx`
    update plan set status = 'published', published_seq = head.seq
    from area_head head where id = ${id} and head.area_id = plan.area_id`.execute();
}
