import type { PoolEntry } from './pool-entry.ts';

/** Spells Chinese text in pinyin without tones: every syllable, and every initial. */
export type Spell = (text: string) => { full: string; initials: string };

const spelt = new Map<string, { full: string; initials: string }>();

/** The speller; its dictionary is large, so it is fetched when someone first searches. */
export async function loadSpell(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => {
    const known = spelt.get(text);
    if (known) return known;
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
    const spelling = {
      full: syllables.join('').toLowerCase(),
      initials: syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .toLowerCase(),
    };
    spelt.set(text, spelling);
    return spelling;
  };
}

/**
 * A test for one search text. Every word must be found in number, 小区, address or name, as written or, once the
 * speller is there, as pinyin or its initials (`jyhy` finds 金源花园).
 */
export function searchFor(query: string, spell: Spell | null): (entry: PoolEntry) => boolean {
  const found = textSearch(query, spell);
  return ({ order, card }) =>
    found([order.number, order.estate ?? '', card?.address ?? '', card?.name ?? '']);
}

/** The same test for any texts: every word of the query must be found in one of them. */
export function textSearch(query: string, spell: Spell | null): (texts: readonly string[]) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (texts) => words.every((word) => texts.some((text) => mentions(text, word, spell)));
}

function mentions(text: string, word: string, spell: Spell | null): boolean {
  if (text.toLowerCase().includes(word)) return true;
  if (!spell || text === '' || !/^[a-z]+$/.test(word)) return false;
  const { full, initials } = spell(text);
  return full.includes(word) || initials.includes(word);
}
