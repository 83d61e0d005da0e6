/** Languages of the screens; the first is the one to start with. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a cookie's text; Chinese when it says nothing understood. */
export function languageOf(text: string | undefined): Language {
  return text === 'en' ? 'en' : 'zh-CN';
}
