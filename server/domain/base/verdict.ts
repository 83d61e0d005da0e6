import type { Role } from './role.ts';
import type { RuleId } from './rule-id.ts';

/** Values a finding speaks about, shown beside the clause: instants as epoch ms under names ending in `At`, durations under `…Min`, `…S`. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * What one rule says of a command.
 * - `block`: refuses. - `approval`: asks for `approver`. - `warning`: lets pass and says so.
 * `advice` names a message of the catalogue that says what to do next.
 */
export interface Finding {
  rule: RuleId;
  kind: 'block' | 'approval' | 'warning';
  approver?: Role;
  facts: Facts;
  advice?: string;
}

export type Outcome = 'accepted' | 'needs_approval' | 'refused';

/** The answer of the rule gate: any block refuses, else any open approval asks, else accepted. */
export interface Verdict {
  outcome: Outcome;
  findings: readonly Finding[];
  /** The lowest role that may give every approval still open; only with `needs_approval`. */
  approver?: Role;
}

const APPROVER_RANK: Partial<Record<Role, number>> = {
  dispatcher: 1,
  area_lead: 2,
  noc: 3,
  supervisor: 4,
  branch_manager: 5,
};

/** Folds findings into a verdict (service-standard §0.4 1). */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.kind === 'block')) return { outcome: 'refused', findings };
  const open = findings.filter((finding) => finding.kind === 'approval');
  if (open.length === 0) return { outcome: 'accepted', findings };
  const rank = (role: Role | undefined) => (role ? (APPROVER_RANK[role] ?? 9) : 9);
  const highest = open.reduce((a, b) => (rank(b.approver) > rank(a.approver) ? b : a));
  return { outcome: 'needs_approval', findings, approver: highest.approver };
}
