import type { RuleId } from '#domain/base/rule-id.ts';
import type { Language } from './language.ts';
import type { RuleText } from './rule-text.ts';
import type { Messages } from './zh-cn.ts';

/** All that the screens say in one language; a rule of the catalogue without words does not compile. */
export interface Words {
  readonly messages: Messages;
  readonly rules: Readonly<Record<RuleId, RuleText>>;
}

const FETCH: Readonly<Record<Language, () => Promise<{ words: Words }>>> = {
  'zh-CN': () => import('./words-zh-cn.ts'),
  en: () => import('./words-en.ts'),
};
const fetched = new Map<Language, Promise<Words>>();

/** The words of one language, fetched when they are first wanted: nobody reads two at a time. Tried again after a failure. */
export function wordsIn(language: Language): Promise<Words> {
  const known = fetched.get(language);
  if (known) return known;
  const asked = FETCH[language]().then(({ words }) => words);
  fetched.set(language, asked);
  asked.catch(() => fetched.delete(language));
  return asked;
}
