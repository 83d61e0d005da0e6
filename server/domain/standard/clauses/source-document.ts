import type { RuleId } from '../../base/rule-id.ts';

/** A document that the standards are made of, with its own words for the rules that stand on it. */
export interface SourceDocument {
  readonly title: string;
  readonly clauses: { readonly [rule in RuleId]?: string };
}
