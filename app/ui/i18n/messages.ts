import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Messages, zhCN } from './zh-cn.ts';

export type { Messages } from './zh-cn.ts';

/** Every visible string, by language. */
export function messagesIn(language: Language): Messages {
  return language === 'en' ? en : zhCN;
}
