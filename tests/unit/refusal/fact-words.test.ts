import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '#app/ui/i18n/en.ts';
import { zhCN } from '#app/ui/i18n/zh-cn.ts';
import { factWords } from '#app/ui/refusal/fact-words.ts';
import { commandSchemas } from '#protocol/schema.ts';

const NOW = Date.UTC(2026, 2, 10);
const HAN = /\p{Script=Han}/u;
const nameOf = (id: string) => ({ t016: '李明', cangshan: '仓山区' })[id];
const said = (facts: Readonly<Record<string, unknown>>) => ({
  zh: factWords(facts, NOW, zhCN, 'zh-CN', nameOf).map(({ label, value }) => `${label} ${value}`),
  en: factWords(facts, NOW, en, 'en', nameOf).map(({ label, value }) => `${label} ${value}`),
});

/** What the rules write as missing or needed, as it stands in them. */
const NAMED = [
  ...new Set(
    globSync('server/domain/**/*.ts', { exclude: ['server/domain/scenario/**'] }).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const written = [
        ...source.matchAll(/\b(?:needs|missing): '([^']+)'/g),
        ...source.matchAll(/outOfState\(\s*\w+,\s*[\w.']+,\s*'([^']+)',?\s*\)/g),
      ];
      return written.map(([, name]) => name as string);
    }),
  ),
];

describe('the facts of a refusal in words', () => {
  it('finds what the rules name', () => {
    expect(NAMED).toEqual(expect.arrayContaining(['reason', 'another order', 'an open change request']));
  });

  it('calls people and areas by their names where the page knows them, by their ids elsewhere', () => {
    const words = said({ technician: 't016', technicianArea: 'cangshan', technicianId: 't999' });
    expect(words.zh.map((one) => one.split(' ')[1])).toEqual(['李明', '仓山区', 't999']);
  });

  it.each(NAMED)('says in either language what is meant by %s', (name) => {
    const words = said({ needs: name });
    expect(words.zh[0]).toMatch(HAN);
    expect(words.zh[0]).not.toMatch(/[a-z]/);
    expect(words.en).toHaveLength(1);
    expect(words.en[0]).not.toMatch(HAN);
  });

  const NOT_OF_A_STATE = /^(approval|customer|technician|plan)\.|^area\./;
  it.each(Object.keys(commandSchemas).filter((type) => !NOT_OF_A_STATE.test(type)))(
    'names the step %s that a state refuses',
    (step) => {
      const words = said({ step, status: 'in_progress' });
      expect(words.zh.join(' ')).toMatch(HAN);
      expect(words.zh.join(' ')).not.toMatch(/[a-z]/);
      expect(words.en.join(' ')).not.toContain(step);
    },
  );

  it('says a stretch of the day as one', () => {
    expect(said({ window: ['08:00', '20:00'] }).zh).toEqual(['可约时段 08:00–20:00']);
  });

  it('says each of several states that would do', () => {
    expect(said({ needs: 'draft or pending_dispatch' })).toEqual({
      zh: ['需要 待补全 或 待派单'],
      en: [expect.stringMatching(/^Needed .+ or .+$|^Needs .+ or .+$/)],
    });
  });
});
