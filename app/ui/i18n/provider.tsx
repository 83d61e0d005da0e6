'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from './language.ts';
import { messagesIn } from './messages.ts';
import type { Messages } from './zh-cn.ts';

const LanguageContext = createContext<Language>('zh-CN');

/** Gives everything beneath the language that the server rendered in. */
export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The strings of the person's language. */
export function useMessages(): Messages {
  return messagesIn(useContext(LanguageContext));
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
