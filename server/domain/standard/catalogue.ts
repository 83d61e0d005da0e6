import { BASE } from './base.ts';
import { MOBILE_2015 } from './mobile-2015.ts';
import type { ParameterName } from './parameter.ts';
import type { ResolvedStandard, StandardLayer } from './resolve.ts';
import { resolveLayers } from './resolve.ts';
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

const resolved = new Map<string, ResolvedStandard>();

/** The layer of one standard. Throws for an unknown id, naming the known ones. */
export function standardLayer(id: string): StandardLayer {
  const layer = STANDARDS.find((one) => one.id === id);
  if (!layer) throw new Error(`Unknown service standard "${id}". Known: ${STANDARD_IDS.join(', ')}.`);
  return layer;
}

/** A standard with every parameter resolved through its layers (§21.2). Throws for an unknown id or version. */
export function resolveStandard(id: string, version: number = WRITTEN_VERSION): ResolvedStandard {
  if (version !== WRITTEN_VERSION)
    throw new Error(`The standard ${id} has version ${WRITTEN_VERSION} in code, not ${version}.`);
  const known = resolved.get(id);
  if (known) return known;
  const standard = resolveLayers(layersOf(id), version);
  resolved.set(id, standard);
  return standard;
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
