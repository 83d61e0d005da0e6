import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { RULE_IDS } from '#domain/base/rule-id.ts';

/** The project's own folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Folders of the product in which a rule may have its place; the rules proper are in server/domain. */
const CODE = ['server', 'db', 'app'];
/** Folders whose tests speak of the rules. */
const TESTS = [
  'tests/scenarios',
  'tests/property',
  'tests/unit',
  'tests/integration',
  'tests/faults',
  'tests/e2e',
];
/** The list of all ids, their words and their clauses say nothing of where a rule is; neither do the programs that look for it. */
const NO_PLACE =
  /^(server\/domain\/base\/rule-id\.ts|server\/domain\/standard\/clauses\/|server\/cli\/rule-|app\/ui\/i18n\/)/;

const posix = (path: string) => path.split(sep).join('/');

function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => posix(relative(ROOT, join(entry.parentPath, entry.name))))
    .sort();
}

/** A file of the product with its text. */
export interface Source {
  path: string;
  text: string;
}

/** Every file in which a rule may have its place. */
export function sources(): readonly Source[] {
  return CODE.flatMap((folder) => filesBelow(folder, ['.ts', '.tsx', '.sql']))
    .filter((path) => !NO_PLACE.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Where each id stands in the code, as a finding's id or in a docstring; outside the domain only where the domain has no place for it. */
export function codeOf(files: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const inDomain = new Map<string, string[]>();
  const elsewhere = new Map<string, string[]>();
  for (const { path, text } of files) {
    const places = path.startsWith('server/domain/') ? inDomain : elsewhere;
    for (const id of idsIn(text)) places.set(id, [...(places.get(id) ?? []), path]);
  }
  return new Map([...elsewhere, ...inDomain]);
}

const SINGLE = new Set<string>(RULE_IDS.filter((id) => !id.includes('-')));

/** The ids that a text names, each by itself: of a range such as CHG-01…11 nobody can say where its middle is. */
function idsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, id] of text.matchAll(/(?<![A-Z-])([A-Z]+-\d\d)(?![\d…])/g)) if (id) found.add(id);
  for (const [id] of text.matchAll(/(?<![A-Z_-])[A-Z]{4,5}(?![A-Z_-])/g)) if (SINGLE.has(id)) found.add(id);
  return found;
}

/** Tests whose title carries an id, and scenarios named after one; by id, also ids that are none. */
export function testsOf(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const add = (id: string, path: string) => {
    if (!places.get(id)?.includes(path)) places.set(id, [...(places.get(id) ?? []), path]);
  };
  for (const folder of TESTS) {
    for (const path of filesBelow(folder, ['.test.ts']))
      for (const [, id] of readFileSync(join(ROOT, path), 'utf8').matchAll(/\[([A-Z]+-\d\d|STATE|LOCK)\]/g))
        if (id) add(id, path);
    for (const path of filesBelow(folder, ['.yaml'])) {
      const id = /^([A-Z]+-\d\d|STATE|LOCK)-/.exec(path.split('/').at(-1) ?? '')?.[1];
      if (id) add(id, path);
    }
  }
  return places;
}

/** Ids that look like the catalogue's and are none: in code, by file. */
export function strangers(files: readonly Source[]): readonly string[] {
  const known = new Set<string>(RULE_IDS);
  const prefixes = new Set(RULE_IDS.filter((id) => id.includes('-')).map((id) => id.split('-')[0]));
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![A-Z0-9-])([A-Z]{2,5})-(\d\d)(?![\d-])/g)]
      .filter(([id, prefix]) => prefixes.has(prefix) && !known.has(id))
      .map(([id]) => `${id} in ${path}`),
  );
}
