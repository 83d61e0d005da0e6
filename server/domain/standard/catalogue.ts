import { AMENDMENTS, type Amendment } from './amendments.ts';
import { BASE } from './base.ts';
import { MOBILE_2015 } from './mobile-2015.ts';
import type { ParameterName } from './parameter.ts';
import type { ResolvedStandard, StandardLayer } from './resolve.ts';
import { amendStandard, resolveLayers } from './resolve.ts';
import { TELECOM } from './telecom.ts';
import { TIANYU_2014 } from './tianyu-2014.ts';
import { TIETONG_FUJIAN_2015 } from './tietong-fujian-2015.ts';
import { UNICOM_2013 } from './unicom-2013.ts';

/** The standards as written, one layer a source document. */
export const STANDARDS: readonly StandardLayer[] = [
  BASE,
  MOBILE_2015,
  TIETONG_FUJIAN_2015,
  TELECOM,
  UNICOM_2013,
  TIANYU_2014,
];
export const STANDARD_IDS: readonly string[] = STANDARDS.map((layer) => layer.id);

/** The version in which the standards were carried into code; amendments count on from it. */
const WRITTEN_VERSION = 1;

/** The layer of one standard. Throws for an unknown id, naming the known ones. */
export function standardLayer(id: string): StandardLayer {
  const layer = STANDARDS.find((one) => one.id === id);
  if (!layer) throw new Error(`Unknown service standard "${id}". Known: ${STANDARD_IDS.join(', ')}.`);
  return layer;
}

/** Answers with a standard by id and version; without a version with the latest. */
export type StandardBook = (id: string, version?: number) => ResolvedStandard;

/** The standards as written and then amended, every version of them. */
export function bookOf(amendments: readonly Amendment[]): StandardBook {
  const known = new Map<string, readonly ResolvedStandard[]>();
  return (id, version) => {
    const versions = known.get(id) ?? versionsOf(id, amendments);
    known.set(id, versions);
    const found = versions[(version ?? versions.length) - WRITTEN_VERSION];
    if (!found) throw new Error(`The standard ${id} has versions 1 to ${versions.length}, not ${version}.`);
    return found;
  };
}

/** A standard with every parameter resolved through its layers (§21.2). Throws for an unknown id or version. */
export const resolveStandard: StandardBook = bookOf(AMENDMENTS);

/** One version after another; an amendment of a value that a nearer layer states itself makes none. */
function versionsOf(id: string, amendments: readonly Amendment[]): readonly ResolvedStandard[] {
  const layers = layersOf(id);
  const depth = (layerId: string) => layers.findIndex((layer) => layer.id === layerId);
  const versions = [resolveLayers(layers, WRITTEN_VERSION)];
  for (const { standardId, name, value } of amendments) {
    const latest = versions.at(-1)!;
    if (depth(standardId) >= 0 && depth(standardId) <= depth(latest.origin(name).standardId))
      versions.push(amendStandard(latest, name, value, standardId));
  }
  return versions;
}

/** The parameters that a standard holds, inherited ones first. */
export function parametersOf(id: string): readonly ParameterName[] {
  const names = layersOf(id)
    .toReversed()
    .flatMap(({ parameters }) => Object.keys(parameters));
  return [...new Set(names)] as ParameterName[];
}

/** A standard's own layer and those that it inherits from, nearest first. */
function layersOf(id: string): readonly StandardLayer[] {
  const layer = standardLayer(id);
  return layer.parent === null ? [layer] : [layer, ...layersOf(layer.parent)];
}
