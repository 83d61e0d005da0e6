import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import { armCutover } from '#domain/cutover/judge-cutover.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES, WORK_DONE_STATUSES } from '#domain/order/order-status.ts';
import { armOutage } from '#domain/outage/arm-outage.ts';
import { isOpenOutage } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { AreaBoard } from '../live/board.ts';
import { inChineseOrder } from '../ui/collate.ts';

/** Faults of one area in a short time that may be an outage (OUTG-01). */
export interface Suspicion {
  readonly area: Area;
  readonly faults: readonly Order[];
  readonly withinMin: number;
}
export interface OutageRow {
  readonly outage: Outage;
  readonly area: Area;
  readonly lines: readonly Order[];
  /** The instant by which word of the expected end must have reached the lines; null when it has, or nothing is expected (OUTG-04). */
  readonly tellBy: Instant | null;
}
export interface CutoverRow {
  readonly cutover: Cutover;
  readonly area: Area;
  /** The last instant of an announcement that needs nobody's approval; null when it is announced (CUTV-01). */
  readonly announceBy: Instant | null;
}
export interface Network {
  readonly suspicions: readonly Suspicion[];
  readonly outages: readonly OutageRow[];
  readonly cutovers: readonly CutoverRow[];
}

/** What is wrong with the network and what is planned on it, in the watched areas; what presses comes first. */
export function networkOf(boards: readonly AreaBoard[], now: Instant): Network {
  const outages = boards.flatMap(outageRows);
  const cutovers = boards.flatMap(cutoverRows);
  return {
    suspicions: boards.flatMap((board) => suspicionIn(board, now)),
    outages: outages.toSorted(
      (a, b) => (a.tellBy ?? Infinity) - (b.tellBy ?? Infinity) || a.outage.openedAt - b.outage.openedAt,
    ),
    cutovers: cutovers.toSorted((a, b) => a.cutover.start - b.cutover.start),
  };
}

function outageRows({ area, outages, orders }: AreaBoard): readonly OutageRow[] {
  const standard = resolveStandard(area.standardId);
  return [...outages.values()]
    .filter(({ status }) => status !== 'closed')
    .map((outage) => {
      const untold = isOpenOutage(outage)
        ? armOutage(outage, standard).find(
            ({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null,
          )
        : undefined;
      const lines = [...orders.values()].filter(({ outageId }) => outageId === outage.id);
      return { outage, area, lines, tellBy: untold?.dueEffective ?? null };
    });
}

function cutoverRows({ area, cutovers }: AreaBoard): readonly CutoverRow[] {
  const standard = resolveStandard(area.standardId);
  return [...cutovers.values()]
    .filter(({ status }) => status !== 'done' && status !== 'cancelled')
    .map((cutover) => ({
      cutover,
      area,
      announceBy: cutover.status === 'planned' ? armCutover(cutover, standard).dueEffective : null,
    }));
}

/** Faults of the area that wait and belong to no outage: what an outage may be opened for. */
export function looseFaults({ orders }: Pick<AreaBoard, 'orders'>): readonly Order[] {
  return [...orders.values()]
    .filter(
      (order) =>
        order.type === 'fault' &&
        order.outageId === null &&
        !TERMINAL_STATUSES.has(order.status) &&
        !WORK_DONE_STATUSES.has(order.status),
    )
    .toSorted((a, b) => b.intakeAt - a.intakeAt);
}

function suspicionIn(board: AreaBoard, now: Instant): readonly Suspicion[] {
  if ([...board.outages.values()].some((outage) => isOpenOutage(outage) || outage.status === 'suspected'))
    return [];
  const { orders, withinMin } = resolveStandard(board.area.standardId).get('outage.suspect');
  const faults = looseFaults(board).filter(({ intakeAt }) => now - intakeAt <= withinMin * MINUTE);
  return faults.length >= orders ? [{ area: board.area, faults, withinMin }] : [];
}

/** The estates of orders, each once, in the order of their names. */
export function estatesOf(orders: Iterable<Order>): readonly string[] {
  const estates = new Set<string>();
  for (const { estate } of orders) if (estate) estates.add(estate);
  return [...estates].toSorted(inChineseOrder);
}
