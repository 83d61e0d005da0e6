import { AMENDMENTS, type Amendment, isFor, narrowness, type OrderScope } from './amendments.ts';
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

/** Answers with a standard by id and version, as it is for an order with these facts; without a version with the latest. */
export type StandardBook = (id: string, version?: number, order?: OrderScope) => ResolvedStandard;

/** The standards as written and then amended, every version of them. */
export function bookOf(amendments: readonly Amendment[]): StandardBook {
  const known = new Map<string, readonly ResolvedStandard[]>();
  const tellsOrdersApart = amendments.some((amendment) => amendment.for !== undefined);
  return (id, version, order = {}) => {
    const key = tellsOrdersApart ? [id, order.region, order.type, order.customerClass].join() : id;
    const versions = known.get(key) ?? versionsOf(id, amendments, order);
    known.set(key, versions);
    const found = versions[(version ?? versions.length) - WRITTEN_VERSION];
    if (!found) throw new Error(`The standard ${id} has versions 1 to ${versions.length}, not ${version}.`);
    return found;
  };
}

/** A standard with every parameter resolved through its layers (§21.2). Throws for an unknown id or version. */
export const resolveStandard: StandardBook = bookOf(AMENDMENTS);

/** The standard that an order was taken in under, in the version pinned then (ARITH-11), with the values for orders like it. */
export function standardOf(
  order: OrderScope & { readonly standardId: string; readonly standardVersion: number },
): ResolvedStandard {
  return resolveStandard(order.standardId, order.standardVersion, order);
}

/** One version after another, each as it is for orders with these facts. */
function versionsOf(
  id: string,
  amendments: readonly Amendment[],
  order: OrderScope,
): readonly ResolvedStandard[] {
  const layers = layersOf(id);
  const own = amendmentsOf(layers, amendments);
  return [undefined, ...own].map((_, count) => {
    const version = WRITTEN_VERSION + count;
    return own
      .slice(0, count)
      .filter((amendment) => isFor(amendment.for, order))
      .sort((a, b) => narrowness(a.for) - narrowness(b.for))
      .reduce(
        (standard, { standardId, name, value }) => amendStandard(standard, name, value, standardId, version),
        resolveLayers(layers, version),
      );
  });
}

/** The amendments that make versions of a standard; one of a value that a nearer layer states itself makes none. */
function amendmentsOf(
  layers: readonly StandardLayer[],
  amendments: readonly Amendment[],
): readonly Amendment[] {
  const depth = (layerId: string) => layers.findIndex((layer) => layer.id === layerId);
  const own: Amendment[] = [];
  let standard = resolveLayers(layers, WRITTEN_VERSION);
  for (const amendment of amendments) {
    const { standardId, name, value } = amendment;
    if (depth(standardId) < 0 || depth(standardId) > depth(standard.origin(name).standardId)) continue;
    own.push(amendment);
    if (amendment.for === undefined) standard = amendStandard(standard, name, value, standardId);
  }
  return own;
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
