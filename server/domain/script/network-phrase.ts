import { withinReach } from '../area/reach.ts';
import type { Instant } from '../base/brand.ts';
import type { Cutover } from '../cutover/cutover.ts';
import type { Order } from '../order/order.ts';
import { isOpenOutage } from '../outage/judge-outage.ts';
import type { Outage } from '../outage/outage.ts';
import { isoInZone } from '../time/zone.ts';
import { causeScript } from './cause-script.ts';
import { type RenderedScript, renderScript, scriptFor } from './render-script.ts';

/** What is the matter with the network where an order is. */
export interface NetworkNow {
  outage: Outage | null;
  cutovers: readonly Cutover[];
}

/**
 * What the customer of a fault is told now (ATTR-02, ATTR-05, OUTG-01): while its outage is open, or a cutover is under way there, that of
 * the network with the expected end, which it must have; else the phrase of the cause or of the phase. Null for everything else.
 */
export function faultPhrase(
  order: Order,
  standardId: string,
  tz: string,
  { outage, cutovers }: NetworkNow,
): RenderedScript | null {
  if (order.type !== 'fault' || order.endedAt !== null) return null;
  const under = cutovers.find(
    (one) =>
      one.areaId === order.areaId && one.status === 'running' && withinReach(one.reach, order) !== 'outside',
  );
  const waits = outage !== null && outage.id === order.outageId && isOpenOutage(outage);
  if (!waits && !under) {
    const script = causeScript(order, standardId);
    return script && renderScript(script, standardId, {});
  }
  const script = scriptFor('egress_outage', standardId);
  const eta = waits ? (outage.etas.at(-1)?.eta ?? null) : (under?.end ?? null);
  return script && renderScript(script, standardId, { eta: eta === null ? '' : inWords(eta, tz) });
}

/** 3月10日16:00, in the standard's zone. */
function inWords(at: Instant, tz: string): string {
  const [, month, day, clock] = /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(isoInZone(at, tz)) ?? [];
  return `${Number(month)}月${Number(day)}日${clock}`;
}
