import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '#domain/base/rule-id.ts';
import { runScenario } from '#domain/scenario/run.ts';
import { readScenario } from '#server/cli/read-scenario.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const known: readonly string[] = RULE_IDS;

/** The rule that a file's name begins with. */
function ruleOf(file: string): string {
  return /^([A-Z]+-\d+|STATE)-/.exec(file)?.[1] ?? '';
}

describe('scenarios', () => {
  it('are named after a rule of the catalogue', () => {
    expect(files.filter((file) => !known.includes(ruleOf(file)))).toEqual([]);
  });

  it('expect something in every file', () => {
    const idle = files.filter((file) => !readFileSync(join(folder, file), 'utf8').includes('expect:'));
    expect(idle).toEqual([]);
  });

  for (const file of files) {
    const scenario = readScenario(readFileSync(join(folder, file), 'utf8'), file);
    it(`[${ruleOf(file)}] ${scenario.title} (${file})`, () => {
      expect(`${scenario.id}.yaml`).toBe(file);
      expect(runScenario(scenario).failures).toEqual([]);
    });
  }
});
