import type { Instant } from '../base/brand.ts';
import { blocks, isGiven } from '../base/finding.ts';
import type { Role } from '../base/role.ts';
import type { Finding } from '../base/verdict.ts';
import { isoInZone } from '../time/zone.ts';

/** Roles that may take tables out of the house (service-standard §26). */
const EXPORTERS: ReadonlySet<Role> = new Set<Role>([
  'dispatcher',
  'area_lead',
  'supervisor',
  'branch_manager',
  'auditor',
]);

/** PRIV-02: nothing leaves the house without the right to it and a reason. */
export function judgeExport(role: Role, reason: string | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  if (!EXPORTERS.has(role)) findings.push(blocks('PRIV-02', { role, permitted: false }, 'ask_supervisor'));
  if (!isGiven(reason)) findings.push(blocks('PRIV-02', { missing: 'reason' }, 'give_reason'));
  return findings;
}

/** PRIV-02: the mark that every exported table carries: who took it, when, and what for. */
export function watermark(name: string, at: Instant, reason: string, tz: string): string {
  return `内部资料 ${name} ${isoInZone(at, tz)} ${reason}`;
}
