import type { Instant } from '#domain/base/brand.ts';
import type { Anomaly } from '#domain/kpi/anomalies.ts';
import type { Case } from '#domain/kpi/cases.ts';
import type { Figure } from '#domain/kpi/figure.ts';
import type { KpiId } from '#domain/kpi/kpis.ts';
import type { Correction } from '#domain/kpi/period.ts';
import type { KpiGroup, ReportedFigure, ReportedGroup } from '#domain/kpi/report.ts';
import type { Asked } from './asked.ts';

/** The answer of GET /api/v1/kpis. */
export interface Report {
  readonly from: Instant;
  readonly until: Instant;
  readonly by: KpiGroup;
  readonly groups: readonly ReportedGroup[];
  readonly anomalies: readonly (Anomaly & { orderId: string; number: string })[];
}

type Named<T> = T & { readonly number: string | null };
/** The answer of GET /api/v1/kpis/{id}/orders. */
export interface Behind {
  readonly id: KpiId;
  readonly figure: Figure;
  readonly orders: readonly Named<Omit<Case, 'id'> & { orderId: string }>[];
  readonly corrected: readonly Named<Correction>[];
  readonly carried: readonly Named<Correction>[];
}

/** The indicator of a group, or undefined when the report has none. */
export function figureIn(group: ReportedGroup | undefined, id: KpiId): ReportedFigure | undefined {
  return group?.figures.find((figure) => figure.id === id);
}

/** Where the report is asked for. */
export function reportPath(asked: Pick<Asked, 'from' | 'to' | 'area'>, by: KpiGroup): string {
  return `/api/v1/kpis?${periodQuery(asked)}&by=${by}`;
}

/** Where the orders behind one figure are asked for; `key` null are those that belong to no group. */
export function behindPath(asked: Asked, id: KpiId, chosen: { key: string | null } | null): string {
  const query = new URLSearchParams(periodQuery(asked));
  if (chosen) {
    query.set('by', asked.by);
    if (chosen.key !== null) query.set('key', chosen.key);
  }
  return `/api/v1/kpis/${id}/orders?${query}`;
}

function periodQuery({ from, to, area }: Pick<Asked, 'from' | 'to' | 'area'>): string {
  return new URLSearchParams({ from, to, ...(area === null ? {} : { area }) }).toString();
}
