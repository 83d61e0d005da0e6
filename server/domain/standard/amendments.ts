import type { ParameterName, ParameterValue } from './parameter.ts';

/** A parameter changed after the documents were carried into code: a new version of its standard, and of all that inherit the value. */
export interface Amendment {
  standardId: string;
  name: ParameterName;
  value: ParameterValue<ParameterName>;
  /** Why, and who beside its author agreed (service-standard §26). */
  reason: string;
}

/**
 * Every amendment in the order in which they came into force. Only ever appended to: orders taken in before one keep their version
 * (ARITH-11), in whatever process or browser they are looked at.
 */
export const AMENDMENTS: readonly Amendment[] = [];
