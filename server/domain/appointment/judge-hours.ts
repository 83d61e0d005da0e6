import type { Instant } from '../base/brand.ts';
import { asks, blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { spanInside } from '../time/window.ts';

/** WIN-02: emergency lines, outages, and class VIP where the standard turns evenings on, may be served outside the window. */
export function mayServeOutside(order: Order, standard: ResolvedStandard): boolean {
  if (order.emergencyLine || order.outageId !== null) return true;
  return order.customerClass === 'vip' && standard.get('visit.vipEvening') === true;
}

/**
 * APPT-10, WIN-01: a visit is promised between 08:00 and 20:00, start half-open, end closed, on one date; 20:00:00 is no legal
 * start. Outside is refused, or, for the exceptions of WIN-02, needs a supervisor (§0.4 11).
 */
export function judgeVisitHours(
  order: Order,
  start: Instant,
  end: Instant,
  standard: ResolvedStandard,
): readonly Finding[] {
  const window = standard.get('visit.window');
  if (spanInside(start, end, window, standard.get('tz'))) return [];
  const facts = { startAt: start, endAt: end, window: [...window] };
  return mayServeOutside(order, standard)
    ? [asks('APPT-10', 'supervisor', facts, 'ask_supervisor')]
    : [blocks('APPT-10', facts, 'choose_inside_window')];
}
