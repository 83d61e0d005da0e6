import { RULES_ZH } from './rules-zh.ts';
import { RULES_ZH_CARE } from './rules-zh-care.ts';
import { RULES_ZH_HOUSE } from './rules-zh-house.ts';
import type { Words } from './words.ts';
import { zhCN } from './zh-cn.ts';

/** Chinese, whole. */
export const words: Words = {
  messages: zhCN,
  rules: { ...RULES_ZH, ...RULES_ZH_CARE, ...RULES_ZH_HOUSE },
};
