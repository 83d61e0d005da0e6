import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '#server/cli/rule-index.ts';

const page = join(import.meta.dirname, '../../../server/domain/README.md');

describe('the contents page of the rules', () => {
  it('is fresh (else run: node server/cli/rule-index.ts)', () => {
    expect(readFileSync(page, 'utf8')).toBe(ruleIndex());
  });
});
