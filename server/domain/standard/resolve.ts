import type { RuleId } from '../base/rule-id.ts';
import type { ParameterName, ParameterValue } from './parameter.ts';

/** Where a value comes from: stated in a source document, inherited from the base, or our own choice. */
export type OriginKind = 'stated' | 'inherited' | 'choice';

/** One resolved parameter with the reason why it is what it is. */
export interface Resolved<T> {
  value: T;
  kind: OriginKind;
  standardId: string;
  version: number;
  rule: RuleId;
  /** The document's own words; null for our own choice. */
  clause: string | null;
}

/** A standard as pinned by an order: every parameter answers with its origin (service-standard §21.2, ARITH-11). */
export interface ResolvedStandard {
  id: string;
  version: number;
  get<N extends ParameterName>(name: N): ParameterValue<N>;
  origin<N extends ParameterName>(name: N): Resolved<ParameterValue<N>>;
}
