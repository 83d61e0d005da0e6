import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { parseScenario } from '#domain/scenario/parse-scenario.ts';
import { InvalidScenario, type Scenario } from '#domain/scenario/scenario.ts';

/** A file that is no scenario, with the line that says so. */
export class InvalidFile extends Error {}

/**
 * Reads a scenario's YAML with the core schema, which knows no timestamps: `2026-03-10 14:00` stays a text. Throws `InvalidFile` naming
 * the line.
 */
export function readScenario(text: string, fallbackId: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, uniqueKeys: true, merge: true });
  const broken = document.errors[0];
  if (broken)
    throw new InvalidFile(`line ${lines.linePos(broken.pos[0]).line}: ${firstLine(broken.message)}`);
  try {
    return parseScenario(document.toJS(), fallbackId);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    throw new InvalidFile(`line ${lineOf(document, error.path, lines)}: ${error.message}`);
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/** The line of the innermost node on the path; a key's own line rather than its value's. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
  lines: LineCounter,
): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = keyAt(document, path.slice(0, length)) ?? nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

type Yaml = ReturnType<typeof parseDocument>;

function nodeAt(document: Yaml, path: readonly (string | number)[]): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}

/** The key that the path ends with; undefined for an entry of a list. */
function keyAt(document: Yaml, path: readonly (string | number)[]): unknown {
  const holder = nodeAt(document, path.slice(0, -1));
  if (path.length === 0 || !isMap(holder)) return undefined;
  return holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key;
}
