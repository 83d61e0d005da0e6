import type { KpiId } from './kpis.ts';

/** Indicators whose cases belong to the period of their deadline (E-16); all others to that of the event itself. */
const BY_DEADLINE: ReadonlySet<KpiId> = new Set<KpiId>([
  'KPI-05',
  'KPI-06',
  'KPI-08',
  'KPI-09',
  'KPI-11',
  'KPI-12',
  'KPI-13',
  'KPI-14',
  'KPI-15',
  'KPI-20',
  'KPI-21',
  'KPI-22',
  'KPI-23a',
  'KPI-23b',
]);

/** What decides the period of an indicator's cases: their deadline or their event (§17). */
export function periodBasis(id: KpiId): 'deadline' | 'event' {
  return BY_DEADLINE.has(id) ? 'deadline' : 'event';
}
