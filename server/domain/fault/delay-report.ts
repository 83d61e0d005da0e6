import type { Instant } from '../base/brand.ts';
import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { armFault } from '../timer/completion-timers.ts';

/** A fault that will not meet its limit: told to the dispatching unit, with the reason and the new time (BLOK-07). */
export interface DelayReport {
  at: Instant;
  reason: string;
  newEta: Instant;
}

/** From this instant on an unsolved fault needs its delay report: the share of the limit at which it is warned of (BLOK-07). */
export function delayReportFrom(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  return armFault({ order, standard, now })[0]?.warnAt ?? null;
}

/** BLOK-07: once four fifths of the limit are over, a report without reason and new time is not the report that is asked for. */
export function judgeDelayReport(
  order: Order,
  { reason, newEta }: { reason?: string; newEta?: Instant },
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  if (newEta !== undefined && newEta <= now)
    return [blocks('BLOK-07', { newEtaAt: newEta, nowAt: now }, 'choose_future')];
  const given = [isGiven(reason), newEta !== undefined];
  if (given.every(Boolean)) return [];
  const missing = [...(given[0] ? [] : ['reason']), ...(given[1] ? [] : ['newEta'])];
  if (given.some(Boolean)) return [blocks('BLOK-07', { missing }, 'report_delay')];
  const from = delayReportFrom(order, standard, now);
  return from !== null && now >= from ? [warns('BLOK-07', { missing, fromAt: from }, 'report_delay')] : [];
}
