'use client';

import { createContext, type ReactNode, use } from 'react';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { Language } from './language.ts';
import type { RuleText } from './rule-text.ts';
import type { Words } from './words.ts';
import type { Messages } from './zh-cn.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  /** Turns everything beneath to another language once its words are there; rejects, and nothing changes, when they cannot be had. */
  readonly choose: (language: Language) => Promise<void>;
}

const SpokenContext = createContext<Spoken | null>(null);

/** Gives everything beneath a language with its words, and the way to another. */
export function MessagesProvider({ language, words, choose, children }: Spoken & { children: ReactNode }) {
  return <SpokenContext value={{ language, words, choose }}>{children}</SpokenContext>;
}

/** The strings of the person's language. */
export function useMessages(): Messages {
  return useSpoken().words.messages;
}

export function useLanguage(): Language {
  return useSpoken().language;
}

export function useChooseLanguage(): Spoken['choose'] {
  return useSpoken().choose;
}

/** Title and advice of a rule in the person's language; undefined for an id that is none. */
export function useRuleText(): (id: string) => RuleText | undefined {
  const { rules } = useSpoken().words;
  return (id) => (id in rules ? rules[id as RuleId] : undefined);
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error('words asked for outside of MessagesProvider');
  return spoken;
}
