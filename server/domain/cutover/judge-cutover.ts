import { withinReach } from '../area/reach.ts';
import type { Instant, OrderId } from '../base/brand.ts';
import { asks, blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand } from '../order/order-command.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR, MINUTE } from '../time/zone.ts';
import type { Armed } from '../timer/timer.ts';
import type { Cutover } from './cutover.ts';
import { isAhead } from './cutover.ts';

/** How long a cutover of unknown length is taken to disturb visits; the documents name no length (our choice). */
export const DISTURBS_HOURS = 4;

/** A visit on the ground, as a cutover looks at it. */
export interface VisitInTime extends Pick<Order, 'estate' | 'place'> {
  orderId: OrderId;
  start: Instant;
  end: Instant;
}

/** The last instant at which a cutover may be announced without an approval (CUTV-01). */
export function lastAnnouncement({ start }: Pick<Cutover, 'start'>, standard: ResolvedStandard): Instant {
  return start - standard.get('cutover.noticeHours') * HOUR;
}

/**
 * CUTV-01: announced 72 hours ahead, exactly 72 passes; later needs a supervisor and a reason. Visits in its time and reach are pointed
 * out.
 */
export function judgeAnnouncement(
  cutover: Cutover,
  announcedAt: Instant,
  visits: readonly VisitInTime[],
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  const latest = lastAnnouncement(cutover, standard);
  const findings: Finding[] = [];
  if (announcedAt > now) findings.push(blocks('CUTV-01', { announcedAt, nowAt: now }, 'time_in_future'));
  if (announcedAt > latest)
    findings.push(asks('CUTV-01', 'supervisor', { announcedAt, latestAt: latest }, 'ask_supervisor'));
  const hit = visits.filter((visit) => disturbs(cutover, visit)).map(({ orderId }) => orderId);
  if (hit.length > 0)
    findings.push(warns('CUTV-01', { orders: hit, startAt: cutover.start }, 'rebook_visits'));
  return findings;
}

/** Whether a visit falls into the time and the reach of a cutover; one whose place is unknown counts as inside. */
function disturbs(cutover: Cutover, { start, end, ...where }: Omit<VisitInTime, 'orderId'>): boolean {
  return start < cutover.end && cutover.start < end && withinReach(cutover.reach, where) !== 'outside';
}

/** CUTV-01: a time that is promised or planned into a cutover of the area is pointed out: visits need the network. */
export function judgeTimeInCutover(
  order: Order | null,
  command: OrderCommand,
  slot: { start: Instant; end: Instant } | null,
  cutovers: readonly Cutover[],
): readonly Finding[] {
  if (!order || cutovers.length === 0) return [];
  return judgeSlotInCutover(order, visitTime(order, command, slot), cutovers);
}

/** The same of a time for an order's visit; null = none was worked out. */
export function judgeSlotInCutover(
  order: Order,
  time: { start: Instant; end: Instant } | null,
  cutovers: readonly Cutover[],
): readonly Finding[] {
  if (!time) return [];
  return cutovers
    .filter((one) => one.areaId === order.areaId && isAhead(one) && disturbs(one, { ...time, ...order }))
    .map((one) =>
      warns('CUTV-01', { cutover: one.id, startAt: one.start, untilAt: one.end }, 'choose_other'),
    );
}

function visitTime(
  order: Order,
  command: OrderCommand,
  slot: { start: Instant; end: Instant } | null,
): { start: Instant; end: Instant } | null {
  if (command.type === 'appointment.confirm' || command.type === 'appointment.change') {
    const { start } = command.payload;
    return { start, end: start + order.durationMin * MINUTE };
  }
  return command.type === 'order.dispatch' || command.type === 'order.reassign' ? slot : null;
}

/** INTK-07: a fault reported from where a cutover is under way is matched with it. */
export function judgeFaultInCutover(
  fault: Pick<Order, 'areaId'> & Partial<Pick<Order, 'estate' | 'place'>>,
  cutovers: readonly Cutover[],
  now: Instant,
): readonly Finding[] {
  const under = cutovers.find(
    (one) =>
      one.areaId === fault.areaId &&
      (one.status === 'running' || (one.status === 'announced' && one.start <= now && now < one.end)) &&
      withinReach(one.reach, fault) !== 'outside',
  );
  return under
    ? [warns('INTK-07', { cutover: under.id, startAt: under.start, untilAt: under.end }, 'tell_customer')]
    : [];
}

/** T_CUTOVER: the last instant of the announcement. */
export function armCutover(cutover: Cutover, standard: ResolvedStandard): Armed {
  const due = lastAnnouncement(cutover, standard);
  return {
    name: 'T_CUTOVER',
    rule: 'CUTV-01',
    startedAt: Math.min(cutover.plannedAt, due),
    dueLiteral: due,
    dueEffective: due,
    warnAt: due - 24 * HOUR,
    doneAt: cutover.announcedAt,
    cancelledAt: cutover.status === 'cancelled' ? cutover.endedAt : null,
    paused: false,
  };
}
