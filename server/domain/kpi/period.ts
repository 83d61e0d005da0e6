import type { Instant } from '../base/brand.ts';
import type { Case } from './cases.ts';
import type { Figure, Kpi, KpiInput } from './figure.ts';
import { figureOf } from './figure.ts';

/** A period of the figures, half-open: a deadline at its end belongs to the next one. */
export interface Period {
  from: Instant;
  to: Instant;
}

/** An order whose part in a period that is closed has become another since (E-94); the period's own figure stays as it was. */
export interface Correction {
  id: string;
  was: Part;
  is: Part;
}
/** What an order contributed. */
export interface Part {
  value: number;
  count: number;
  leftOut: number;
}

/** One indicator over a period. */
export interface PeriodFigure {
  /** As known when the period closed, or now while it runs. */
  figure: Figure;
  /** The orders behind it. */
  cases: readonly Case[];
  /** Orders of this period about which something else became known after it had closed. */
  corrected: readonly Correction[];
  /** Orders of earlier periods about which it became known in this one: this period carries them, the earlier ones are not rewritten. */
  carried: readonly Correction[];
}

/** The orders as they stood when the period began, when it closed (or now, while it runs), and now. */
export interface Views {
  atStart: KpiInput;
  atClose: KpiInput;
  now: KpiInput;
}

/** The indicator over the period: closed periods keep their figure, later knowledge stands beside it (§17, E-94). */
export function periodFigure(kpi: Kpi, views: Views, { from, to }: Period): PeriodFigure {
  const inside = ({ at }: Case) => from <= at && at < to;
  const before = ({ at }: Case) => at < from;
  const known = kpi(views.atClose);
  const cases = known.filter(inside);
  return {
    figure: figureOf(cases),
    cases,
    corrected: corrections(cases, kpi(views.now).filter(inside)),
    carried: corrections(kpi(views.atStart).filter(before), known.filter(before)),
  };
}

const NO_PART: Part = { value: 0, count: 0, leftOut: 0 };

/** Where two looks at the same period differ, by order. */
function corrections(was: readonly Case[], is: readonly Case[]): readonly Correction[] {
  const before = partsOf(was);
  const after = partsOf(is);
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return ids.flatMap((id) => {
    const one = before.get(id) ?? NO_PART;
    const other = after.get(id) ?? NO_PART;
    const same = one.value === other.value && one.count === other.count && one.leftOut === other.leftOut;
    return same ? [] : [{ id, was: one, is: other }];
  });
}

function partsOf(cases: readonly Case[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { id, value, leftOut } of cases) {
    const part = parts.get(id) ?? NO_PART;
    parts.set(
      id,
      leftOut === null
        ? { ...part, value: part.value + value, count: part.count + 1 }
        : { ...part, leftOut: part.leftOut + 1 },
    );
  }
  return parts;
}
