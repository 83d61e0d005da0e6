import { standardLayer } from '../standard/catalogue.ts';
import type { Script } from './scripts.ts';
import { SCRIPTS } from './scripts.ts';

/** What a phrase may be filled with. */
export type ScriptValues = Readonly<Record<string, string>>;

/** A phrase ready to be said, or what is still needed for it. */
export type RenderedScript =
  | { id: string; text: string; missing: readonly [] }
  | { id: string; text: null; missing: readonly string[] };

/** The phrase of a step under a standard: the standard's own first, then one that every standard may use. Null when there is none. */
export function scriptFor(step: string, standardId: string): Script | null {
  const ofStep = SCRIPTS.filter((script) => script.step === step);
  return (
    ofStep.find(({ standards }) => standards?.includes(standardId)) ??
    ofStep.find(({ standards }) => standards === null) ??
    null
  );
}

/** The names in braces that a phrase needs. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))];
}

/** Fills a phrase; the standard's own name and hot-line are known. Nothing is said with a gap in it: what is missing is named. */
export function renderScript(script: Script, standardId: string, values: ScriptValues): RenderedScript {
  const { operator, hotline } = standardLayer(standardId);
  const known: Record<string, string> = { org: operator ?? '', hotline: hotline ?? '', ...values };
  const missing = placeholdersOf(script.text).filter((name) => !known[name]?.trim());
  if (missing.length > 0) return { id: script.id, text: null, missing };
  return {
    id: script.id,
    text: script.text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? ''),
    missing: [],
  };
}
