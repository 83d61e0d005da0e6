import type { AreaId, Instant } from '../base/brand.ts';
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

/** The open outage of an area, or null (INTK-07). */
export function openOutageOf(outages: readonly Outage[], areaId: AreaId): Outage | null {
  return outages.find((one) => one.areaId === areaId && isOpenOutage(one)) ?? null;
}

/**
 * INTK-07 and OUTG-01 at the intake of a fault: an open outage of the area is pointed out and linked; enough faults of one area in a
 * short time suggest one.
 */
export function judgeFaultIntake(
  outage: Outage | null,
  otherFaults: readonly Pick<Order, 'intakeAt'>[],
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  if (outage) return [warns('INTK-07', { outage: outage.id, openedAt: outage.openedAt }, 'tell_customer')];
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
