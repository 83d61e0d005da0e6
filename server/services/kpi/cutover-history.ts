import type { Sql } from '#db/client.ts';
import { areas as readAreas } from '#db/query/area.ts';
import { cutoversBetween, eventsOfCutovers } from '#db/query/cutover.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { Cutover, CutoverEvent } from '#domain/cutover/cutover.ts';
import { evolveCutover } from '#domain/cutover/evolve-cutover.ts';
import type { KpiInput } from '#domain/kpi/figure.ts';
import type { Period } from '#domain/kpi/period.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { HOUR } from '#domain/time/zone.ts';

/** A cutover as its log tells it, with the standard of its area. */
export interface CutoverHistory {
  events: readonly { id: string; type: string; at: Instant; data: unknown }[];
  standard: ResolvedStandard;
}

/** The last instant of an announcement decides the period (KPI-13), so that the start lies a notice later; none is longer than a month. */
const LONGEST_NOTICE = 31 * 24 * HOUR;

/** The cutovers of the areas named (null = all) whose announcement may fall into the period. */
export async function cutoverHistories(
  sql: Sql,
  areaIds: readonly AreaId[] | null,
  { from, to }: Period,
): Promise<CutoverHistory[]> {
  const cutovers = await cutoversBetween(sql, areaIds, { from, to: to + LONGEST_NOTICE });
  if (cutovers.length === 0) return [];
  const ids = cutovers.map(({ id }) => id);
  const [events, areas] = await Promise.all([eventsOfCutovers(sql, ids), readAreas(sql, areaIds)]);
  const byId = Map.groupBy(events, ({ id }) => id);
  const standards = new Map(areas.map(({ id, standardId }) => [id, standardId]));
  return cutovers.map(({ id, areaId }) => ({
    events: byId.get(id) ?? [],
    standard: resolveStandard(standards.get(areaId) ?? 'base'),
  }));
}

/** What a cutover was just before an instant; none while nobody had planned it. */
export function cutoverAsOf({ events, standard }: CutoverHistory, instant: Instant): KpiInput['cutovers'] {
  let cutover: Cutover | null = null;
  for (const { id, at, ...event } of events)
    if (at < instant) cutover = evolveCutover(cutover, id, event as CutoverEvent, at);
  return cutover ? [{ cutover, standard }] : [];
}
