import type { Role } from '#domain/base/role.ts';
import type { Viewer } from './viewer.ts';

/** Where a line runs is the network's secret: for those who work on it (PRIV-01). */
const NETWORK_FIELDS: ReadonlySet<string> = new Set(['port', 'cable']);
const ON_THE_NETWORK: ReadonlySet<Role> = new Set<Role>(['technician', 'area_lead', 'noc', 'system']);
const RECORD_READERS: ReadonlySet<Role> = new Set<Role>([
  ...ON_THE_NETWORK,
  'dispatcher',
  'supervisor',
  'csr',
  'expert_agent',
  'auditor',
]);
/** What a customer says of the work is not for those whose work it was (CALL-12). */
const ANSWER_READERS: ReadonlySet<Role> = new Set<Role>([
  'callback_agent',
  'cs_manager',
  'duty_supervisor',
  'supervisor',
  'branch_manager',
  'retention_agent',
  'auditor',
  'system',
]);

/** May this viewer, who sees the order, read what was said of it beside the log? */
export function seesWords(
  { role }: Viewer,
  { kind, name }: { kind: 'asset' | 'answer'; name: string },
): boolean {
  if (kind === 'answer') return ANSWER_READERS.has(role);
  return NETWORK_FIELDS.has(name) ? ON_THE_NETWORK.has(role) : RECORD_READERS.has(role);
}
