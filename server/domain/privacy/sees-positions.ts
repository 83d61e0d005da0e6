import type { Role } from '../base/role.ts';

/** Whoever dispatches and supervises, and the desk that tells a customer how late somebody is. */
const WATCHING: ReadonlySet<Role> = new Set<Role>(['dispatcher', 'area_lead', 'supervisor', 'csr', 'system']);

/** PRIV-05: may this role see where the technicians of its areas are at this moment (service-standard §26)? */
export function seesPositions(role: Role): boolean {
  return WATCHING.has(role);
}
