import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Order } from '../order/order.ts';
import type { InstallLimit } from '../standard/parameter.ts';
import { unpublishedYears } from '../time/working-day.ts';
import { HOUR, localDate, MINUTE } from '../time/zone.ts';
import type { Arm, Arming } from './arming.ts';
import {
  calledOffAt,
  clockStart,
  isPaused,
  lastVisitInstant,
  pausableDue,
  reckoningOf,
  warnAfter,
} from './arming.ts';
import type { Armed, TimerName } from './timer.ts';

/** Where an installation's limit runs from and to; null while it has not begun. */
function installDue(arming: Arming, limit: InstallLimit): { start: Instant; due: Instant } | null {
  if ('at' in limit) {
    const promise = arming.order.appointments.findLast(({ outcome }) => outcome !== 'cancelled');
    if (!promise) return null;
    // Live within two hours of the agreed time: the document names the agreed time only (our choice).
    return {
      start: promise.confirmedAt,
      due: promise.end + arming.standard.get('onsite.targetMin') * MINUTE,
    };
  }
  const start = clockStart(arming.order, limit.start);
  if (start === null) return null;
  const span = 'hours' in limit ? { hours: limit.hours } : { workdays: limit.workdays };
  return { start, due: pausableDue(arming, start, span) };
}

function pausable(
  arming: Arming,
  name: TimerName,
  rule: RuleId,
  startedAt: Instant,
  due: Instant,
  doneAt: Instant | null,
  atHome: boolean,
): Armed {
  return {
    name,
    rule,
    startedAt,
    dueLiteral: due,
    dueEffective: atHome ? lastVisitInstant(arming, due) : due,
    warnAt: warnAfter(startedAt, due, arming.standard.get('urge.prewarnRatio')),
    doneAt,
    cancelledAt: calledOffAt(arming.order),
    paused: isPaused(arming.order, arming.now),
  };
}

/** T_INSTALL (target) and T_INSTALL_MAX (hard limit): DONE-07, DONE-08. */
export const armInstall: Arm = (arming) => {
  const { order, standard } = arming;
  if ((order.type !== 'install' && order.type !== 'move') || order.childIds.length > 0) return [];
  const live = order.activatedAt ?? order.completedAt;
  const armed: Armed[] = [];
  for (const [name, parameter] of [
    ['T_INSTALL', 'install.target'],
    ['T_INSTALL_MAX', 'install.max'],
  ] as const) {
    const limit = standard.get(parameter);
    const span = limit && installDue(arming, limit);
    if (!span) continue;
    const timer = pausable(arming, name, standard.origin(parameter).rule, span.start, span.due, live, true);
    const years = 'workdays' in limit ? uncertainYears(arming, span) : [];
    armed.push(years.length > 0 ? { ...timer, provisional: years } : timer);
  }
  return armed;
};

/** Years in which a working-day limit is counted by weekdays alone (ARITH-04). */
function uncertainYears({ order, standard }: Arming, { start, due }: { start: Instant; due: Instant }) {
  const { tz, calendar } = reckoningOf(order, standard);
  return unpublishedYears(localDate(start, tz), localDate(due - 1, tz), calendar);
}

/** T_FAULT (DONE-09): a temporary restoration stops it too. Handing over to the expert seat (DISP-03) or to an outage's owner (OUTG-01) counts as receipt. */
export const armFault: Arm = (arming) => {
  const { order, standard } = arming;
  if (order.type !== 'fault') return [];
  const limit = standard.get('fault.maxH');
  const start = faultClockStart(order, limit.start === 'intakeAt');
  if (start === null) return [];
  const due = pausableDue(arming, start, { hours: limit.hours });
  return [pausable(arming, 'T_FAULT', 'DONE-09', start, due, order.restoredAt, true)];
};

/** The start of the fault clock, also of KPI-10 and KPI-11 (§0.4 17). */
export function faultClockStart(order: Order, fromIntake: boolean): Instant | null {
  if (fromIntake) return order.intakeAt;
  const receipts = [order.firstDispatchedAt, order.remoteStartedAt, order.outageLinkedAt];
  const starts = receipts.filter((at) => at !== null);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** T_REPLY (DONE-05), T_FLOW (DONE-06, and RESP-06 for suggestions), T_COMPLAINT_MAX (CMPL-01, CMPL-04). */
export const armReply: Arm = (arming) => {
  const { order, standard } = arming;
  const armed: Armed[] = [];
  if ((order.type === 'fault' || order.type === 'complaint') && order.firstDispatchedAt !== null) {
    const start = order.firstDispatchedAt;
    const due = pausableDue(arming, start, { hours: standard.get('reply.maxHours') });
    armed.push(pausable(arming, 'T_REPLY', 'DONE-05', start, due, order.repliedAt, false));
  }
  const flow: Partial<Record<string, number>> = standard.get('flow.hours');
  const hours = flow[order.type];
  if (hours !== undefined) {
    const due = pausableDue(arming, order.intakeAt, { hours });
    armed.push(pausable(arming, 'T_FLOW', 'DONE-06', order.intakeAt, due, order.repliedAt, false));
  }
  if (order.type === 'complaint') {
    const limits = standard.get('complaint');
    const due = order.intakeAt + (order.escalated ? limits.escalatedH : limits.maxH) * HOUR;
    armed.push({
      ...pausable(
        arming,
        'T_COMPLAINT_MAX',
        order.escalated ? 'CMPL-04' : 'CMPL-01',
        order.intakeAt,
        due,
        order.repliedAt,
        false,
      ),
      paused: false,
    });
  }
  return armed;
};
