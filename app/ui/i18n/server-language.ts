import { cookies } from 'next/headers';
import { LANGUAGE_COOKIE } from '../preferences.ts';
import { type Language, languageOf } from './language.ts';

/** The language of this request, for server components. */
export async function requestLanguage(): Promise<Language> {
  return languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value);
}
