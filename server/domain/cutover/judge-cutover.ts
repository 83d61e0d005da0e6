import type { AreaId, Instant, OrderId } from '../base/brand.ts';
import { asks, blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Booking } from '../order/decision.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR } from '../time/zone.ts';
import type { Armed } from '../timer/timer.ts';

/** Planned work on the network (CUTV-01). */
export interface Cutover {
  id: string;
  areaId: AreaId;
  start: Instant;
  announcedAt: Instant;
}

/** How long a cutover is taken to disturb visits in its area; the documents name no length (our choice). */
const DISTURBS_HOURS = 4;

/** CUTV-01: announced 72 hours ahead, exactly 72 passes; later needs a supervisor and a reason. Visits in its time are pointed out. */
export function judgeCutover(
  cutover: Cutover,
  visits: readonly Booking[],
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  const latest = cutover.start - standard.get('cutover.noticeHours') * HOUR;
  const findings: Finding[] = [];
  if (cutover.announcedAt > now)
    findings.push(blocks('CUTV-01', { announcedAt: cutover.announcedAt, nowAt: now }, 'time_in_future'));
  if (cutover.announcedAt > latest)
    findings.push(
      asks('CUTV-01', 'supervisor', { announcedAt: cutover.announcedAt, latestAt: latest }, 'ask_supervisor'),
    );
  const until = cutover.start + DISTURBS_HOURS * HOUR;
  const hit: OrderId[] = visits
    .filter(({ start, end }) => start < until && cutover.start < end)
    .map(({ orderId }) => orderId);
  if (hit.length > 0)
    findings.push(warns('CUTV-01', { orders: hit, startAt: cutover.start }, 'rebook_visits'));
  return findings;
}

/** T_CUTOVER: the last instant of the announcement. */
export function armCutover(cutover: Cutover, standard: ResolvedStandard): Armed {
  const due = cutover.start - standard.get('cutover.noticeHours') * HOUR;
  return {
    name: 'T_CUTOVER',
    rule: 'CUTV-01',
    startedAt: Math.min(cutover.announcedAt, due),
    dueLiteral: due,
    dueEffective: due,
    warnAt: due - 24 * HOUR,
    doneAt: cutover.announcedAt,
    cancelledAt: null,
    paused: false,
  };
}
