import type { Queryable } from '../client.ts';

/** The instant of the newest event of all areas; null when nothing has happened yet. */
export async function lastEventAt(sql: Queryable): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`select max(at) as at from event`;
  return row?.at ?? null;
}

/** Everybody who may sign in, by user name. */
export async function peopleByUsername(sql: Queryable) {
  return sql<
    {
      id: string;
      username: string;
      name: string;
      role: string;
      areaIds: string[] | null;
      technicianId: string | null;
    }[]
  >`select id, username, name, role, area_ids as "areaIds", technician_id as "technicianId"
    from person where not disabled and username is not null order by username`;
}
