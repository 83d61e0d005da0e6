/**
 * `node server/cli/rule-index.ts`: writes server/domain/README.md and docs/rules.md, the contents pages of the rules; `--check` only says
 * whether they are fresh.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: the page for people has the words of the screens
import { words as english } from '#app/ui/i18n/words-en.ts';
// biome-ignore lint/style/noRestrictedImports: the page for people has the words of the screens
import { words as chinese } from '#app/ui/i18n/words-zh-cn.ts';
import { RULE_IDS } from '#domain/base/rule-id.ts';
import { codeOf, ROOT, type Source, sources, testsOf } from './rule-places.ts';
import { sightOf, sightsOf } from './rule-sight.ts';

/** Beyond so many, places of one rule are counted rather than named. */
const NAMED = 4;

function listed(paths: readonly string[], base: string): string {
  const named = paths.slice(0, NAMED).map((path) => `[${path.split('/').at(-1)}](${base}${path})`);
  const more = paths.length > NAMED ? [`and ${paths.length - NAMED} more`] : [];
  return [...named, ...more].join(', ') || '–';
}

/** The page in the domain's folder: every id, where its code is, and which tests hold it. */
export function ruleIndex(files: readonly Source[] = sources()): string {
  const code = codeOf(files);
  const tests = testsOf();
  const rows = RULE_IDS.map((id) =>
    `| ${id} | ${listed(code.get(id) ?? [], '../../')} | ${listed(tests.get(id) ?? [], '../../')} |`.replaceAll(
      '(../../server/domain/',
      '(',
    ),
  );
  return `# The rules

Everything that the service standard decides, as pure functions: values and \`now\` in, verdict out. No clock, no store, no
randomness; the same code in the browser's preview, on the server, in tests and in scenarios.

- A command comes to \`order/decide.ts\`: the state table (\`order/order-states.ts\`, \`visit/visit-states.ts\`) says whether the step
  exists here, the rules of its noun say what is in the way, \`base/finding.ts\` settles approvals, \`base/verdict.ts\` folds the verdict.
- What happened is folded by \`order/evolve.ts\`; nothing else changes an order. What time alone brings about is in \`order/due-events.ts\`.
- Deadlines are derived, never stored: \`timer/timers.ts\` lists what arms each timer.
- Parameters with the clause they come from are in \`standard/\`, one file a document, layered over \`base.ts\`.
- Stories in \`tests/scenarios\` run through all of it: \`npm run --silent scenario -- tests/scenarios/*.yaml\`.

What each rule means and what people see of it is in [docs/rules.md](../../docs/rules.md). Both tables are written by
\`node server/cli/rule-index.ts\`.

| rule | code | tests |
|---|---|---|
${rows.join('\n')}
`;
}

/** The page for people: what every rule means, where it is, which tests hold it, and what a user sees of it. */
export function rulePage(files: readonly Source[] = sources()): string {
  const code = codeOf(files);
  const tests = testsOf();
  const sights = sightsOf(files);
  const rows = RULE_IDS.map((id) => {
    const meaning = `${chinese.rules[id].title}<br>${english.rules[id].title}`;
    const where = `${listed(code.get(id) ?? [], '../')} | ${listed(tests.get(id) ?? [], '../')}`;
    return `| ${id} | ${meaning} | ${where} | ${sightOf(id, sights).join('; ')} |`;
  });
  return `# What every rule does

Written by \`node server/cli/rule-index.ts\` from the code and the tests; a unit test fails when it is not fresh, when a rule of the
catalogue has no code or no test, and when the code names a rule that the catalogue does not have.

A **refused** step is not taken, and says what is missing. **Needs approval by** a role: it is asked for on the screen and decided by
another person. A **warning** lets the step pass and says so. A **timer** warns before its limit and tells the roles named when it is over.
**Told at once**: the role sees it in its list of alerts until it is dealt with.
A **card** is shown at its moment for what software cannot see. A **parameter** is a value of the order's standard with its clause and
origin. Everything else is a **record** or what the screens show.

| rule | meaning | code | tests | what people see |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const files = sources();
  for (const [name, page] of [
    ['server/domain/README.md', ruleIndex(files)],
    ['docs/rules.md', rulePage(files)],
  ] as const) {
    const target = join(ROOT, name);
    if (!process.argv.includes('--check')) writeFileSync(target, page);
    else if (readFileSync(target, 'utf8') !== page) {
      process.stderr.write(`${name} is not fresh. Run: node server/cli/rule-index.ts\n`);
      process.exitCode = 1;
    }
  }
}
