import type { RuleId } from '../base/rule-id.ts';
import type { Region } from '../order/order-type.ts';
import { standardLayer } from '../standard/catalogue.ts';
import type { Figure, KpiInput, OrderFacts } from './figure.ts';
import type { KpiId } from './kpis.ts';
import { KPI_IDS, KPIS } from './kpis.ts';
import type { Correction, Period, Views } from './period.ts';
import { periodFigure } from './period.ts';

/** By what the figures may be told apart (§17); `all` is one figure for everything that the reader may see. */
export const KPI_GROUPS = ['all', 'area', 'region', 'standard', 'type', 'technician'] as const;
export type KpiGroup = (typeof KPI_GROUPS)[number];

/** One indicator of one group over the period. */
export interface ReportedFigure extends Figure {
  id: KpiId;
  /** `hours` for an average, else `rate`. */
  unit: 'rate' | 'hours';
  /** Base and challenge value, where all orders of the group follow one standard that states them, or its region class does; in percent or hours. */
  targets: readonly number[];
  corrected: readonly Correction[];
  carried: readonly Correction[];
}
export interface ReportedGroup {
  /** The area, region class, standard, type or technician; null for `all` and for cutovers and orders that have none. */
  key: string | null;
  figures: readonly ReportedFigure[];
}

/**
 * The indicators of the period, group by group, each beside its target: what the regular evaluation looks at (NFR-02). An order belongs
 * to the group that it is in now.
 */
export function kpiReport(views: Views, period: Period, by: KpiGroup): readonly ReportedGroup[] {
  const keys = new Map(views.now.orders.map((facts) => [facts.order.id, keyOf(facts, by)]));
  const all = [...new Set(keys.values())].toSorted();
  return (all.length === 0 ? [null] : all).map((key) => {
    const only = (input: KpiInput): KpiInput => ({
      ...input,
      orders: input.orders.filter(({ order }) => (keys.get(order.id) ?? null) === key),
      cutovers: by === 'all' ? input.cutovers : [],
    });
    const own = { atStart: only(views.atStart), atClose: only(views.atClose), now: only(views.now) };
    const targets = (id: KpiId) => {
      if (by === 'region' && key !== null && id === 'KPI-10') return averageTargets(own.now, key as Region);
      const standard = soleStandard(own.now);
      return standard === null ? [] : targetsOf(id, standard);
    };
    return { key, figures: KPI_IDS.map((id) => ({ ...reported(id, own, period), targets: targets(id) })) };
  });
}

/** Base and challenge are a standard's: orders under several have no mark in common. */
function soleStandard({ orders }: KpiInput): string | null {
  const standards = new Set(orders.map(({ order }) => order.standardId));
  const [only] = standards;
  return standards.size === 1 && only !== undefined ? only : null;
}

/** The group that an order belongs to. */
export function keyOf({ order }: Pick<OrderFacts, 'order'>, by: KpiGroup): string | null {
  if (by === 'area') return order.areaId;
  if (by === 'region') return order.region;
  if (by === 'standard') return order.standardId;
  if (by === 'type') return order.type;
  if (by === 'technician') return order.technicianId ?? order.visits.at(-1)?.technicianId ?? null;
  return null;
}

/** REGN-02: only the average time of a fault differs by region; in hours, one for each different value among the orders' standards. */
function averageTargets({ orders }: KpiInput, region: Region): readonly number[] {
  return [...new Set(orders.map(({ standard }) => standard.get('fault.avgH')[region]))];
}

function reported(id: KpiId, views: Views, period: Period): Omit<ReportedFigure, 'targets'> {
  const { figure, corrected, carried } = periodFigure(KPIS[id], views, period);
  return {
    id,
    unit: id === 'KPI-10' ? 'hours' : 'rate',
    ...figure,
    corrected,
    carried,
  };
}

/** Base and challenge value of an indicator under a standard; none where the standard states none. */
export function targetsOf(id: KpiId, standardId: string): readonly number[] {
  const rule = id.replace(/[a-z]$/, '') as RuleId;
  return standardLayer(standardId).kpiTargets[rule] ?? [];
}
