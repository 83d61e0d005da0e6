import type { Facts } from '#domain/base/verdict.ts';

/** A rule as the person on a screen reads it: what it is called, and one line that says what to do about it. */
export interface RuleText {
  title: string;
  advice: (facts: Facts) => string;
}

/** A number among the facts, or null when this refusal does not carry it. */
export function numberFact(facts: Facts, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}

/** Advice that is the same whatever the facts are. */
export function say(words: string): RuleText['advice'] {
  return () => words;
}
