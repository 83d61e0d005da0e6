import { withinReach } from '../area/reach.ts';
import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand } from '../order/order-command.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import type { Outage } from './outage.ts';

/** Whether lines wait for it: confirmed and not restored yet. A suspicion stops nobody. */
export function isOpenOutage({ status }: Pick<Outage, 'status'>): boolean {
  return status === 'confirmed' || status === 'restoring';
}

/** What is known of a fault's place. */
type FaultPlace = Pick<Order, 'areaId'> & Partial<Pick<Order, 'estate' | 'place'>>;

/** The open outage that a fault belongs to, or one that it may belong to: its place is not known well enough to tell. */
export interface OutageMatch {
  outage: Outage | null;
  unclear: Outage | null;
}

/** Matches a fault with the open outages of its area by what they reach (INTK-07). */
export function matchOutage(outages: readonly Outage[], fault: FaultPlace): OutageMatch {
  const open = outages.filter((one) => one.areaId === fault.areaId && isOpenOutage(one));
  return {
    outage: open.find(({ reach }) => withinReach(reach, fault) === 'inside') ?? null,
    unclear: open.find(({ reach }) => withinReach(reach, fault) === 'unknown') ?? null,
  };
}

/**
 * INTK-07 and OUTG-01 at the intake of a fault: an open outage that reaches it is pointed out and linked, one that may reach it is asked
 * about; enough faults of one area in a short time suggest one.
 */
export function judgeFaultIntake(
  { outage, unclear }: OutageMatch,
  otherFaults: readonly Pick<Order, 'intakeAt'>[],
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  if (outage) return [warns('INTK-07', { outage: outage.id, openedAt: outage.openedAt }, 'tell_customer')];
  if (unclear)
    return [
      warns('INTK-07', { outage: unclear.id, openedAt: unclear.openedAt, missing: 'place' }, 'ask_place'),
    ];
  const { orders, withinMin } = standard.get('outage.suspect');
  const recent = otherFaults.filter(({ intakeAt }) => now - intakeAt <= withinMin * MINUTE).length + 1;
  return recent >= orders ? [warns('OUTG-01', { faults: recent, withinMin }, 'open_outage')] : [];
}

/** The outage that a command on an order concerns: the one that it is merged into, else its own. */
export function outageIdOf(order: Order | null, command: OrderCommand): string | null {
  return command.type === 'order.merge' ? command.payload.into : (order?.outageId ?? null);
}

/** OUTG-01: no truck rolls for a single line while its outage is open. */
export function judgeTruckRoll(order: Order, outages: readonly Outage[]): readonly Finding[] {
  const outage = outages.find(({ id }) => id === order.outageId);
  return outage && isOpenOutage(outage)
    ? [blocks('OUTG-01', { outage: outage.id, restoredAt: null }, 'wait_for_restoration')]
    : [];
}
