import type { RuleId } from '../base/rule-id.ts';
import type { WorkCalendar } from '../time/working-day.ts';
import { PUBLISHED_CALENDAR } from '../time/working-day.ts';
import type { ParameterName, Parameters, ParameterValue } from './parameter.ts';

/** Where a value comes from: stated in a source document, inherited from the base, or our own choice. */
export type OriginKind = 'stated' | 'inherited' | 'choice';

/** One resolved parameter with the reason why it is what it is. */
export interface Resolved<T> {
  value: T;
  kind: OriginKind;
  /** The standard that holds the value; for an inherited one the parent. */
  standardId: string;
  version: number;
  rule: RuleId;
  /** The document's own words; null for our own choice. */
  clause: string | null;
  /** Name and section of the document; null for our own choice. */
  source: string | null;
}

/** A standard as pinned by an order: every parameter answers with its origin (service-standard §21.2, ARITH-11). */
export interface ResolvedStandard {
  id: string;
  version: number;
  calendar: WorkCalendar;
  get<N extends ParameterName>(name: N): ParameterValue<N>;
  origin<N extends ParameterName>(name: N): Resolved<ParameterValue<N>>;
}

/** One parameter as a layer states it. `source` is left out when the layer's own document is meant. */
export interface Entry<T> {
  value: T;
  kind: 'stated' | 'choice';
  rule: RuleId;
  clause: string | null;
  source?: string;
}

/** One layer of the standard: a source document, or a later amendment of one. */
export interface StandardLayer {
  id: string;
  title: string;
  operator: string | null;
  parent: string | null;
  hotline: string | null;
  /** Name of the document the stated values are from. */
  source: string | null;
  parameters: { readonly [N in ParameterName]?: Entry<Parameters[N]> };
  kpis: readonly RuleId[];
  /** Base and challenge targets in percent. */
  kpiTargets: { readonly [id: string]: readonly number[] };
}

/** A value that no layer holds: a mistake of the program, never an answer to a business question. */
export class UnknownParameter extends Error {
  constructor(standardId: string, name: string) {
    super(`The standard ${standardId} has no parameter ${name}. Add it to server/domain/standard/base.ts.`);
  }
}

/**
 * Folds layers into a standard; the nearest layer that holds a parameter answers. `layers` run from the standard itself
 * to the base. A value found above the first layer answers as inherited, such as the limits of acceptance (ACPT-03).
 */
export function resolveLayers(
  layers: readonly StandardLayer[],
  version: number,
  calendar: WorkCalendar = PUBLISHED_CALENDAR,
): ResolvedStandard {
  const own = layers[0];
  if (!own) throw new Error('A standard needs at least one layer');
  const found = new Map<string, Resolved<unknown>>();
  layers.forEach((layer, depth) => {
    for (const [name, entry] of Object.entries(layer.parameters)) {
      if (found.has(name)) continue;
      found.set(name, {
        value: entry.value,
        kind: depth === 0 ? entry.kind : 'inherited',
        standardId: layer.id,
        version,
        rule: entry.rule,
        clause: entry.clause,
        source: entry.source ?? (entry.clause === null ? null : layer.source),
      });
    }
  });
  const origin = <N extends ParameterName>(name: N): Resolved<ParameterValue<N>> => {
    const resolved = found.get(name);
    if (!resolved) throw new UnknownParameter(own.id, name);
    return resolved as Resolved<ParameterValue<N>>;
  };
  return { id: own.id, version, calendar, origin, get: (name) => origin(name).value };
}

/**
 * A new version of a standard with one parameter changed, by the standard itself or by one that it inherits from; orders pinned to the old
 * version keep it (ARITH-11, E-84).
 */
export function amendStandard<N extends ParameterName>(
  standard: ResolvedStandard,
  name: N,
  value: ParameterValue<N>,
  by: string = standard.id,
  version: number = standard.version + 1,
): ResolvedStandard {
  const origin = <M extends ParameterName>(asked: M): Resolved<ParameterValue<M>> => {
    const before = standard.origin(asked);
    if ((asked as ParameterName) !== name) return { ...before, version };
    return {
      value: value as unknown as ParameterValue<M>,
      kind: by === standard.id ? 'choice' : 'inherited',
      standardId: by,
      version,
      rule: before.rule,
      clause: before.clause,
      source: before.source,
    };
  };
  return {
    id: standard.id,
    version,
    calendar: standard.calendar,
    origin,
    get: (asked) => origin(asked).value,
  };
}
