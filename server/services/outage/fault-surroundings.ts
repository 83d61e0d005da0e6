import { cutoversAhead } from '#db/query/cutover.ts';
import { faultIntakesSince, shareOutagesOf } from '#db/query/outage.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import { judgeFaultInCutover } from '#domain/cutover/judge-cutover.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { judgeFaultIntake, matchOutage } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { Work } from '../command/change.ts';

/** What a fault that is taken in now finds in its area: the open outage that it belongs to, and what is said of it. */
export interface FaultSurroundings {
  outage: Outage | null;
  findings: readonly Finding[];
}

/** Matches a fault with the area's outages and cutovers, by its estate and place, and with the other faults of late (INTK-07, OUTG-01). */
export async function faultSurroundings(
  { tx }: Pick<Work, 'tx'>,
  area: Area,
  fault: OrderCommands['order.intake'],
  now: Instant,
): Promise<FaultSurroundings> {
  const standard = resolveStandard(area.standardId);
  const cutovers = cutoversAhead(tx, [area.id]);
  const found = matchOutage(await shareOutagesOf(tx, area.id), fault);
  // who takes it in may know that it belongs to one whose reach the place does not tell
  const named = found.unclear?.id === fault.outageId ? found.unclear : null;
  const match = { outage: found.outage ?? named, unclear: found.unclear };
  const { withinMin } = standard.get('outage.suspect');
  const others = match.outage ? [] : await faultIntakesSince(tx, area.id, now - withinMin * MINUTE);
  const findings = [
    ...judgeFaultIntake(match, others, standard, now),
    ...judgeFaultInCutover(fault, await cutovers, now),
  ];
  return { outage: match.outage, findings };
}
