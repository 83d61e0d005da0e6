import { describe, expect, it } from 'vitest';
import { en } from '#app/ui/i18n/en.ts';
import { zhCN } from '#app/ui/i18n/zh-cn.ts';
import { parametersOf, resolveStandard, STANDARD_IDS } from '#domain/standard/catalogue.ts';

/** Names of the parts of values, and the words that stand in them; clock times and names of the documents speak for themselves. */
function saidIn(value: unknown): { keys: string[]; words: string[] } {
  if (typeof value === 'string')
    return { keys: [], words: /^[\d:-]+$|[A-Z]{3}|\//.test(value) ? [] : [value] };
  if (Array.isArray(value)) return together(value.map(saidIn));
  if (typeof value !== 'object' || value === null) return { keys: [], words: [] };
  const inside = together(Object.values(value).map(saidIn));
  return { keys: [...Object.keys(value), ...inside.keys], words: inside.words };
}

function together(parts: readonly { keys: string[]; words: string[] }[]) {
  return { keys: parts.flatMap(({ keys }) => keys), words: parts.flatMap(({ words }) => words) };
}

describe('the page of the standards', () => {
  const said = together(
    STANDARD_IDS.flatMap((id) => parametersOf(id).map((name) => saidIn(resolveStandard(id).get(name)))),
  );

  it.each([
    ['zh-CN', zhCN],
    ['en', en],
  ])('has words in %s for every part of every value', (_language, { standards, care }) => {
    expect(said.keys.length).toBeGreaterThan(20);
    expect(said.keys.filter((key) => standards.keys[key] === undefined)).toEqual([]);
    const things: Readonly<Record<string, string>> = care.kit.items;
    const words = [...new Set(said.words)].filter((word) => standards.words[word] === undefined);
    expect(words.filter((word) => things[word] === undefined)).toEqual([]);
  });

  it('[ACPT-03] lists what a standard inherits before what it says itself, each once', () => {
    const names = parametersOf('unicom-2013');
    expect(names.length).toBe(new Set(names).size);
    expect(names.indexOf('accept.dayMin')).toBeLessThan(names.indexOf('kit.copper'));
    expect(resolveStandard('unicom-2013').origin('accept.dayMin').kind).toBe('inherited');
  });
});
