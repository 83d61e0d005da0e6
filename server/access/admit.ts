import type { Queryable } from '#db/client.ts';
import { areas } from '#db/query/area.ts';
import { allPeople, disablePerson, endSessions } from '#db/query/person.ts';
import { technicianById } from '#db/query/technician.ts';
import { ROLES, type Role } from '#domain/base/role.ts';
import type { Access } from './access.ts';

/** Roles whose people sign in; customers follow a link, and the system is nobody. */
export const SEATS: readonly Role[] = ROLES.filter((role) => role !== 'customer' && role !== 'system');

/** Somebody to be let in, as it was written down: nothing of it has been looked at. */
export interface Admission {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  /** null = every area. */
  readonly areaIds: readonly string[] | null;
  readonly technicianId: string | null;
  readonly password: string;
}

/** What of an admission cannot be: each with its value, what was expected, and what there is. */
export class AdmissionRefused extends Error {
  override name = 'AdmissionRefused';
}

const USERNAME = /^[a-z0-9_.]{3,30}$/;
const PASSWORD_LENGTH = { least: 8, most: 128 };

/**
 * Lets a person in, or renews name, rights and password of the one with that username; whoever was signed in by that
 * name has to sign in anew. Throws {@link AdmissionRefused} with everything that cannot be, and changes nothing then.
 */
export async function admit(
  access: Pick<Access, 'writePerson'>,
  sql: Queryable,
  admission: Admission,
): Promise<void> {
  const faults = [...wrongWords(admission), ...(await unknownOnes(sql, admission))];
  if (faults.length > 0) throw new AdmissionRefused(faults.join('\n'));
  const { technicianId, role, ...rest } = admission;
  const personId = await access.writePerson({
    ...rest,
    role: role as Role,
    ...(technicianId === null ? {} : { technicianId }),
  });
  await endSessions(sql, personId);
}

/** Lets a person in no more and ends their sessions. Throws {@link AdmissionRefused} when nobody has that username. */
export async function dismiss(sql: Queryable, username: string): Promise<void> {
  const people = await allPeople(sql);
  const person = people.find((one) => one.username === username.toLowerCase());
  if (!person) {
    const there = people.map((one) => one.username).join(', ') || 'nobody';
    throw new AdmissionRefused(`Nobody has the username ${username}. There are: ${there}.`);
  }
  await disablePerson(sql, person.id);
}

function wrongWords({ username, name, role, technicianId, password }: Admission): string[] {
  const faults: string[] = [];
  if (!USERNAME.test(username))
    faults.push(`The username "${username}" must be 3 to 30 of a–z, 0–9, _ and . alone.`);
  if (name.trim() === '') faults.push('A name is missing: the one that colleagues read, in --name.');
  if (!SEATS.includes(role as Role))
    faults.push(`The role "${role}" is none of those who sign in: ${SEATS.join(', ')}.`);
  if (role === 'technician' && technicianId === null)
    faults.push('Whose phone is it? A technician needs the id of the technician, in --technician.');
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most)
    faults.push(`A password has ${least} to ${most} characters; this one has ${password.length}.`);
  return faults;
}

async function unknownOnes(sql: Queryable, { areaIds, technicianId }: Admission): Promise<string[]> {
  const faults: string[] = [];
  const known = (await areas(sql, null)).map(({ id }) => id);
  for (const areaId of areaIds ?? [])
    if (!known.includes(areaId))
      faults.push(`No area is called ${areaId}. Areas: ${known.join(', ') || 'none yet'}.`);
  if (technicianId !== null && !(await technicianById(sql, technicianId)))
    faults.push(`No technician has the id ${technicianId}; import technicians first.`);
  return faults;
}
