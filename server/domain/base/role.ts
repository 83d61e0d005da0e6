import type { AreaId, PersonId, TechnicianId } from './brand.ts';

/** Roles of the standard (service-standard §26), in their glossary identifiers. */
export const ROLES = [
  'csr',
  'expert_agent',
  'duty_supervisor',
  'cs_manager',
  'callback_agent',
  'dispatcher',
  'area_lead',
  'technician',
  'supervisor',
  'branch_manager',
  'noc',
  'retention_agent',
  'warehouse',
  'auditor',
  'admin',
  'customer',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: one person in one role. `areaIds` limits what the person may see and change; `null` means every area. */
export interface Actor {
  id: PersonId;
  role: Role;
  technicianId?: TechnicianId;
  areaIds: readonly AreaId[] | null;
}
