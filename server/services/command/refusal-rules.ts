import type { Finding } from '#domain/base/verdict.ts';
import { clauseOf } from '#domain/standard/clause.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { RefusalRule } from '#protocol/command.ts';

/** Findings as every edge shows them, each with the standard's own words. */
export function refusalRules(findings: readonly Finding[], standard: ResolvedStandard): RefusalRule[] {
  return findings.map(({ rule, kind, facts, advice }) => ({
    id: rule,
    kind,
    clause: clauseOf(rule, standard),
    facts,
    ...(advice ? { advice } : {}),
  }));
}
