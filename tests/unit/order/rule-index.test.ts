import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS, type RuleId } from '#domain/base/rule-id.ts';
import { ruleIndex, rulePage } from '#server/cli/rule-index.ts';
import { codeOf, ROOT, sources, strangers, testsOf } from '#server/cli/rule-places.ts';

const files = sources();
const code = codeOf(files);
const tests = testsOf();

/** Rules that have no code or no test yet. This list may only become shorter. */
const OPEN: readonly RuleId[] = [];

describe('the contents pages of the rules', () => {
  it.each([
    ['server/domain/README.md', ruleIndex],
    ['docs/rules.md', rulePage],
  ] as const)('%s is fresh (else run: node server/cli/rule-index.ts)', (name, page) => {
    expect(readFileSync(join(ROOT, name), 'utf8') === page(files)).toBe(true);
  });
});

describe('the catalogue', () => {
  it('has every rule in code and in a test', () => {
    const bare = RULE_IDS.filter((id) => !OPEN.includes(id) && !(code.has(id) && tests.has(id)));
    expect(bare.map((id) => `${id}${code.has(id) ? '' : ' code'}${tests.has(id) ? '' : ' test'}`)).toEqual(
      [],
    );
  });

  it('keeps nothing on the list of open rules that is done', () => {
    expect(OPEN.filter((id) => code.has(id) && tests.has(id))).toEqual([]);
  });

  it('has every rule that the code or a test names', () => {
    expect(strangers(files)).toEqual([]);
    const known = new Set<string>(RULE_IDS);
    expect([...tests.keys()].filter((id) => !known.has(id))).toEqual([]);
  });
});
