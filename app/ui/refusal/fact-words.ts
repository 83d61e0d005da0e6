import type { Instant } from '#domain/base/brand.ts';
import { cardClause } from '#domain/checklist/checklists.ts';
import type { Language } from '../i18n/language.ts';
import type { Messages } from '../i18n/zh-cn.ts';
import { dayAndClock, minutesWords } from '../time.ts';
import type { NameOf } from './names.ts';

/** One fact of a refusal in words. */
export interface FactWords {
  name: string;
  label: string;
  value: string;
}

/**
 * The facts that have a label in the catalogue, in words: `…At` are instants, `…Min` minutes, `…M` metres; states,
 * types and causes take their own words. Facts without a label are for programs and are left out.
 */
export function factWords(
  facts: Readonly<Record<string, unknown>>,
  now: Instant,
  m: Messages,
  language: Language,
  nameOf: NameOf,
): FactWords[] {
  const labels: Readonly<Record<string, string>> = m.refusal.facts;
  return Object.entries(facts).flatMap(([name, value]) => {
    const label = labels[name];
    if (label === undefined || value === null || value === undefined || value === '') return [];
    return [{ name, label, value: valueWords(name, value, now, m, language, nameOf) }];
  });
}

const INSTANT_NAMES = new Set(['start', 'end', 'eta', 'now', 'usableUntil', 'closes', 'literal']);

function valueWords(
  name: string,
  value: unknown,
  now: Instant,
  m: Messages,
  language: Language,
  nameOf: NameOf,
): string {
  if (typeof value === 'number') {
    if (/[a-z]At$/.test(name) || INSTANT_NAMES.has(name)) return dayAndClock(value, now, m, language);
    if (name.endsWith('Min')) return signed(value, minutesWords(value, m));
    if (/[a-z]M$/.test(name)) return m.common.metres(value);
    return String(value);
  }
  if (typeof value === 'string' && /[a-z]At$/.test(name)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? value : dayAndClock(at, now, m, language);
  }
  if (typeof value === 'boolean') return value ? m.refusal.yes : m.refusal.no;
  if (name === 'window' && Array.isArray(value)) return value.join('–');
  if (Array.isArray(value))
    return value.map((part) => word(String(part), m, nameOf)).join(language === 'en' ? ', ' : '、');
  return word(String(value), m, nameOf);
}

function signed(value: number, words: string): string {
  return value < 0 ? `−${words}` : words;
}

/** An identifier of the standard in words, somebody by name, or the value itself when it is already a word. */
function word(value: string, m: Messages, nameOf: NameOf): string {
  const books: readonly Readonly<Record<string, string>>[] = [
    m.order.status,
    m.order.visit,
    m.order.type,
    m.order.cause,
    m.common.roles,
    m.ruleWords.steps,
    m.ruleWords.values,
    m.care.kit.items,
  ];
  for (const book of books) {
    const found = book[value];
    if (found !== undefined) return found;
  }
  const several = value.split(' or ');
  return several.length > 1
    ? several.map((one) => word(one, m, nameOf)).join(m.ruleWords.or)
    : (nameOf(value) ?? cardClause(value) ?? value);
}
