/** `node server/cli/rule-index.ts`: writes server/domain/README.md, the contents page of the rules; `--check` only says whether it is fresh. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { RULE_IDS } from '#domain/base/rule-id.ts';

const root = join(import.meta.dirname, '../..');
const domain = join(root, 'server/domain');
const target = join(domain, 'README.md');

/** Folders whose tests speak of the rules. */
const TESTS = ['tests/scenarios', 'tests/property/order', 'tests/unit'];
/** The list of all ids says nothing of where a rule is. */
const NOT_A_PLACE = new Set(['base/rule-id.ts']);
/** Beyond so many, tests of one rule are counted rather than named. */
const NAMED = 4;

const posix = (path: string) => path.split(sep).join('/');

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Where each id stands in the code: as a finding's id, or in a docstring. */
function codeOf(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const file of filesBelow(domain, '.ts')) {
    const path = posix(relative(domain, file));
    if (NOT_A_PLACE.has(path)) continue;
    const text = readFileSync(file, 'utf8');
    for (const id of RULE_IDS) if (mentions(text, id)) places.set(id, [...(places.get(id) ?? []), path]);
  }
  return places;
}

/** An id stands alone, or inside a range such as CHG-01…11. */
function mentions(text: string, id: string): boolean {
  if (new RegExp(`(?<![A-Z-])${id}(?!\\d)`).test(text)) return true;
  const [prefix, number] = id.split('-');
  return [...text.matchAll(new RegExp(`(?<![A-Z-])${prefix}-(\\d\\d)…(\\d\\d)`, 'g'))].some(
    ([, from, to]) => Number(number) >= Number(from) && Number(number) <= Number(to),
  );
}

/** Tests whose title carries the id, and scenarios named after it. */
function testsOf(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const add = (id: string, path: string) => {
    if (!places.get(id)?.includes(path)) places.set(id, [...(places.get(id) ?? []), path]);
  };
  for (const folder of TESTS) {
    for (const file of filesBelow(join(root, folder), '.test.ts'))
      for (const [, id] of readFileSync(file, 'utf8').matchAll(/\[([A-Z]+(?:-\d+)?)\]/g))
        if (id) add(id, posix(relative(root, file)));
    for (const file of filesBelow(join(root, folder), '.yaml')) {
      const id = /^([A-Z]+-\d+|STATE)-/.exec(file.split(sep).at(-1) ?? '')?.[1];
      if (id) add(id, posix(relative(root, file)));
    }
  }
  return places;
}

function listed(paths: readonly string[], base: string): string {
  const named = paths.slice(0, NAMED).map((path) => `[${path.split('/').at(-1)}](${base}${path})`);
  const more = paths.length > NAMED ? [`and ${paths.length - NAMED} more`] : [];
  return [...named, ...more].join(', ') || '–';
}

/** The page: every id of the catalogue, where its code is, and which tests hold it. */
export function ruleIndex(): string {
  const code = codeOf();
  const tests = testsOf();
  const rows = RULE_IDS.map(
    (id) => `| ${id} | ${listed(code.get(id) ?? [], '')} | ${listed(tests.get(id) ?? [], '../../')} |`,
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

The table below is written by \`node server/cli/rule-index.ts\`.

| rule | code | tests |
|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const page = ruleIndex();
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== page) {
      process.stderr.write('server/domain/README.md is not fresh. Run: node server/cli/rule-index.ts\n');
      process.exitCode = 1;
    }
  } else writeFileSync(target, page);
}
