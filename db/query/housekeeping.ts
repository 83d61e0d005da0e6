import type { Queryable } from '../client.ts';

/** How long each kind of thing is kept, as the instant before which it goes. */
export interface KeptSince {
  /** Fixes of the raw track and those set aside; a technician's newest place stays. */
  track: number;
  answers: number;
  imports: number;
  plans: number;
  sessions: number;
  attempts: number;
}

/**
 * Deletes what has served: the raw track (PRIV-05; when somebody arrived and left stays in the log), answers of commands,
 * reports of imports (they quote customers), proposals of plans (what was published of them is in the log), sessions that
 * are over, counts of sign-in attempts. Nothing of it belongs to the log.
 */
export async function tidyUp(sql: Queryable, since: KeptSince): Promise<void> {
  await sql`delete from position where received_at < ${since.track}`;
  await sql`delete from position_quarantine where received_at < ${since.track}`;
  await sql`delete from idem where created_at < ${since.answers}`;
  await sql`delete from import_run where requested_at < ${since.imports}`;
  await sql`delete from plan where requested_at < ${since.plans}`;
  await sql`delete from session where expires_at < ${since.sessions}`;
  await sql`delete from rate_limit where last_request < ${since.attempts}`;
}
