import type { Queryable } from '../client.ts';

/** What a session allows at this moment. Compared as text: when it differs from what a socket was opened with, the socket goes. */
export interface LiveSession {
  token: string;
  rights: string;
}

/** Those of these sessions that are valid now: not expired, not revoked, the person not disabled. */
export async function liveSessions(sql: Queryable, tokens: readonly string[]): Promise<LiveSession[]> {
  if (tokens.length === 0) return [];
  return sql<LiveSession[]>`
    select s.token, concat_ws('|', p.id, p.role, coalesce(array_to_string(p.area_ids, ','), '*'), p.technician_id) as rights
      from session s join person p on p.id = s.person_id
     where s.token = any(${tokens as string[]}) and s.expires_at > now() and not p.disabled`;
}
