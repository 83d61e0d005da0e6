import type { RuleId } from '../base/rule-id.ts';
import { BASE } from './base.ts';
import type { ParameterName } from './parameter.ts';
import type { ResolvedStandard } from './resolve.ts';

/** The words of the source document that a rule stands on in this standard; empty for a rule of our own choice. */
export function clauseOf(rule: RuleId, standard: ResolvedStandard): string {
  for (const name of Object.keys(BASE.parameters) as ParameterName[]) {
    const origin = standard.origin(name);
    if (origin.rule === rule && origin.clause) return origin.clause;
  }
  return '';
}
