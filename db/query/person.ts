import type { Role } from '#domain/base/role.ts';
import type { Queryable, Transaction } from '../client.ts';

/** A person's rights as they stand now. */
export interface PersonRow {
  id: string;
  name: string;
  role: Role;
  areaIds: string[] | null;
  technicianId: string | null;
}

const columns = (sql: Queryable) =>
  sql`p.id, p.name, p.role, p.area_ids as "areaIds", p.technician_id as "technicianId"`;

/** One person who may sign in, or null when there is none or the person is disabled. */
export async function activePerson(sql: Queryable, id: string): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`
    select ${columns(sql)} from person p where p.id = ${id} and not p.disabled`;
  return row ?? null;
}

/** The active person with this account name or id; null when there is none. */
export async function personNamed(sql: Queryable, name: string): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`
    select ${columns(sql)} from person p where (p.username = ${name} or p.id = ${name}) and not p.disabled`;
  return row ?? null;
}

/** The people behind these sessions, of those that are still valid at `at`. */
export async function peopleOfSessions(
  sql: Queryable,
  tokens: readonly string[],
  at: number,
): Promise<(PersonRow & { token: string })[]> {
  return sql<(PersonRow & { token: string })[]>`
    select s.token, ${columns(sql)} from session s join person p on p.id = s.person_id
    where s.token = any(${tokens as string[]}) and s.expires_at > ${at} and not p.disabled`;
}

export interface NewPerson extends Omit<PersonRow, 'areaIds'> {
  username: string;
  areaIds: readonly string[] | null;
  passwordHash: string;
}

/** Everybody who may sign in or could once, by account name. */
export async function allPeople(
  sql: Queryable,
): Promise<(PersonRow & { username: string; disabled: boolean })[]> {
  return sql<(PersonRow & { username: string; disabled: boolean })[]>`
    select ${columns(sql)}, p.username, p.disabled from person p order by p.username`;
}

/** Adds a person, or renews name, rights and password of the one with that username, who may sign in again. Returns the id. */
export async function writePerson(tx: Transaction, person: NewPerson, accountId: string): Promise<string> {
  const areaIds = person.areaIds as string[] | null;
  const [row] = await tx<{ id: string }[]>`
    insert into person (id, name, email, username, display_username, role, area_ids, technician_id)
    values (${person.id}, ${person.name}, ${`${person.username}@people.invalid`}, ${person.username},
      ${person.username}, ${person.role}, ${areaIds}, ${person.technicianId})
    on conflict (username) do update set name = excluded.name, role = excluded.role, area_ids = excluded.area_ids,
      technician_id = excluded.technician_id, disabled = false, updated_at = now()
    returning id`;
  if (!row) throw new Error(`Person ${person.username} was not written.`);
  const renewed = await tx`
    update account set password = ${person.passwordHash}, updated_at = now()
    where person_id = ${row.id} and provider_id = 'credential'`;
  if (renewed.count === 0) {
    await tx`
      insert into account (id, account_id, provider_id, person_id, password)
      values (${accountId}, ${row.id}, 'credential', ${row.id}, ${person.passwordHash})`;
  }
  return row.id;
}

/** Ends every session of a person, who has to sign in anew. */
export async function endSessions(sql: Queryable, id: string): Promise<void> {
  await sql`delete from session where person_id = ${id}`;
}

/** Disables a person and ends every session of theirs. */
export async function disablePerson(sql: Queryable, id: string): Promise<void> {
  await sql`with gone as (delete from session where person_id = ${id})
    update person set disabled = true, updated_at = now() where id = ${id}`;
}
