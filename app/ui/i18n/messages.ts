import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Messages, zhCN } from './zh-cn.ts';

export type { Messages } from './zh-cn.ts';

/** Every visible string, by language: for the server, which has both. A browser fetches the one that it speaks (words.ts). */
export function messagesIn(language: Language): Messages {
  return language === 'en' ? en : zhCN;
}
