import type { RuleId } from '#domain/base/rule-id.ts';
import type { Language } from './language.ts';
import type { RuleText } from './rule-text.ts';
import { RULES_EN } from './rules-en.ts';
import { RULES_ZH } from './rules-zh.ts';

/** Title and advice of a rule; undefined for a rule that no screen of this version can meet. */
export function ruleText(id: string, language: Language): RuleText | undefined {
  return (language === 'en' ? RULES_EN : RULES_ZH)[id as RuleId];
}
