import { en } from './en.ts';
import { RULES_EN } from './rules-en.ts';
import { RULES_EN_CARE } from './rules-en-care.ts';
import { RULES_EN_HOUSE } from './rules-en-house.ts';
import type { Words } from './words.ts';

/** English, whole. */
export const words: Words = {
  messages: en,
  rules: { ...RULES_EN, ...RULES_EN_CARE, ...RULES_EN_HOUSE },
};
