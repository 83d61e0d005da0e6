import { parametersOf, resolveStandard, STANDARD_IDS, standardLayer } from '#domain/standard/catalogue.ts';

/** A service standard with every parameter and its origin (§21.2), the same for whoever asks; null for an unknown id. */
export function readStandard(id: string) {
  if (!STANDARD_IDS.includes(id)) return null;
  const { title, operator, hotline, parent, source } = standardLayer(id);
  const standard = resolveStandard(id);
  return {
    id,
    version: standard.version,
    title,
    operator,
    hotline,
    parent,
    source,
    parameters: parametersOf(id).map((name) => {
      const { value, kind, standardId, rule, clause, source: document } = standard.origin(name);
      return { name, value, kind, standardId, rule, clause, source: document };
    }),
  };
}
