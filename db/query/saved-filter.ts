import type { Instant, PersonId } from '#domain/base/brand.ts';
import type { SavedFilter } from '#protocol/saved-filter.ts';
import type { Queryable } from '../client.ts';

/** A person's saved filters, by name. */
export async function savedFilters(sql: Queryable, personId: PersonId): Promise<SavedFilter[]> {
  return sql<SavedFilter[]>`
    select name, address from saved_filter where person_id = ${personId} order by name collate "C"`;
}

/** Saves one, or renews the one of that name. False when the person has `most` others already. */
export async function writeSavedFilter(
  sql: Queryable,
  personId: PersonId,
  { name, address }: SavedFilter,
  { at, most }: { at: Instant; most: number },
): Promise<boolean> {
  const { count } = await sql`
    insert into saved_filter (person_id, name, address, saved_at)
    select ${personId}, ${name}, ${address}, ${at}
    where (select count(*) from saved_filter where person_id = ${personId} and name <> ${name}) < ${most}
    on conflict (person_id, name) do update set address = excluded.address, saved_at = excluded.saved_at`;
  return count === 1;
}

/** Removes one; one that is not there is as removed. */
export async function removeSavedFilter(sql: Queryable, personId: PersonId, name: string): Promise<void> {
  await sql`delete from saved_filter where person_id = ${personId} and name = ${name}`;
}
