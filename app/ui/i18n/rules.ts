import type { RuleId } from '#domain/base/rule-id.ts';
import type { Language } from './language.ts';
import type { RuleText } from './rule-text.ts';
import { RULES_EN } from './rules-en.ts';
import { RULES_EN_CARE } from './rules-en-care.ts';
import { RULES_EN_HOUSE } from './rules-en-house.ts';
import { RULES_ZH } from './rules-zh.ts';
import { RULES_ZH_CARE } from './rules-zh-care.ts';
import { RULES_ZH_HOUSE } from './rules-zh-house.ts';

/** Every rule of the catalogue in words; one that is missing does not compile. */
const WORDS: Readonly<Record<Language, Readonly<Record<RuleId, RuleText>>>> = {
  'zh-CN': { ...RULES_ZH, ...RULES_ZH_CARE, ...RULES_ZH_HOUSE },
  en: { ...RULES_EN, ...RULES_EN_CARE, ...RULES_EN_HOUSE },
};

/** Title and advice of a rule; undefined for an id that is none. */
export function ruleText(id: string, language: Language): RuleText | undefined {
  return WORDS[language][id as RuleId];
}
