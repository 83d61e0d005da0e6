import { faultIntakesSince, shareOutagesOf } from '#db/query/outage.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import { judgeFaultIntake, openOutageOf } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { Work } from '../command/change.ts';

/** What a fault that is taken in now finds in its area: the open outage that it belongs to, and what is said of it. */
export interface FaultSurroundings {
  outage: Outage | null;
  findings: readonly Finding[];
}

/** Matches a fault with the area's outages and with the other faults of late (INTK-07, OUTG-01). */
export async function faultSurroundings(
  { tx }: Pick<Work, 'tx'>,
  area: Area,
  now: Instant,
): Promise<FaultSurroundings> {
  const standard = resolveStandard(area.standardId);
  const outage = openOutageOf(await shareOutagesOf(tx, area.id), area.id);
  const { withinMin } = standard.get('outage.suspect');
  const others = outage ? [] : await faultIntakesSince(tx, area.id, now - withinMin * MINUTE);
  return { outage, findings: judgeFaultIntake(outage, others, standard, now) };
}
