import { warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Visit } from './visit.ts';

/** Reasons that the report of a block knows by name (BLOK-01); any other words are taken as they are. */
export const BLOCK_REASONS = [
  'port',
  'fibre',
  'property',
  'other_operator_cabling',
  'customer_side',
  'power',
  'equipment',
  'beyond_scope',
  'other',
] as const;

/** Whether a gate turned the crew back before it reached the customer's door (E-45); inside, a property that stops the work is a block. */
export function turnsBackAtGate({ enteredAt }: Pick<Visit, 'enteredAt'>, reason: string): boolean {
  return enteredAt === null && reason === ('property' satisfies (typeof BLOCK_REASONS)[number]);
}

/** Departments on the network's side of the last distribution box (SITE-27); the first is the one that is named to people. */
const NETWORK_DEPARTMENTS: readonly string[] = ['network', 'noc'];
const NETWORK = 'network';

/**
 * Who coordinates a block: the department that the report names, but for work beyond the last distribution or splitting box, which is
 * the network's (SITE-27).
 */
export function departmentFor(reason: string, named: string): string {
  return reason === 'beyond_scope' && !NETWORK_DEPARTMENTS.includes(named) ? NETWORK : named;
}

/** SITE-12, SITE-27: what the crew must not do itself is said, and who does it. */
export function judgeScope(reason: string, named: string): readonly Finding[] {
  if (reason === 'other_operator_cabling') return [warns('SITE-12', { reason }, 'leave_cables_alone')];
  const department = departmentFor(reason, named);
  return department === named ? [] : [warns('SITE-27', { named, department }, 'network_side')];
}
