import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { Language } from './i18n/language.ts';

/** Language and light/dark live in cookies, so that the server renders the page as the person left it. */
export const LANGUAGE_COOKIE = 'zhundian_language';
export const SCHEME_COOKIE = 'zhundian_scheme';
const YEAR_S = 365 * 24 * 3600;

export type Scheme = 'light' | 'dark';

/** The scheme of a cookie's text; light when it says nothing understood. */
export function schemeOf(text: string | undefined): Scheme {
  return text === 'dark' ? 'dark' : 'light';
}

/** Remembers the language; the caller refreshes the page so that the server speaks it too. */
export function rememberLanguage(language: Language): void {
  remember(LANGUAGE_COOKIE, language);
}

/** Keeps Mantine's colour scheme in the cookie instead of local storage: no script must run before the first paint. */
export function cookieSchemeManager(initial: Scheme): MantineColorSchemeManager {
  return {
    get: () => initial,
    set: (value: MantineColorScheme) => remember(SCHEME_COOKIE, value),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => remember(SCHEME_COOKIE, 'light'),
  };
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent in older phones.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
