import type { Instant } from '../base/brand.ts';
import type { OrderType } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { startsInside } from '../time/window.ts';
import { addDays, clockMs, HOUR, instantOf, localDate, localTimeOfDay, MINUTE } from '../time/zone.ts';
import type { Arm } from './arming.ts';
import { calledOffAt, warnAfter } from './arming.ts';
import type { Armed } from './timer.ts';

/**
 * A limit in minutes by day and a clock time of the next morning by night (ACPT-01, WIN-04). "次日" counts from the night, not from the
 * calendar day: 02:00 is due at 08:30 of the same date. A limit started by day may pass the end of the day.
 */
export function dayOrMorning(start: Instant, dayMin: number, standard: ResolvedStandard): Instant {
  const tz = standard.get('tz');
  const window = standard.get('day.window');
  if (startsInside(start, window, tz)) return start + dayMin * MINUTE;
  const date = localDate(start, tz);
  const morning = localTimeOfDay(start, tz) < clockMs(window[0]) ? date : addDays(date, 1);
  return instantOf(morning, standard.get('accept.nightBy'), tz);
}

/** T_REVIEW (INTK-08): a complaint is reviewed before it is dispatched. */
export const armReview: Arm = ({ order, standard }) => {
  if (order.type !== 'complaint') return [];
  const due = order.intakeAt + standard.get('review.complaintMin') * MINUTE;
  return [plain('T_REVIEW', 'INTK-08', order.intakeAt, due, order.reviewedAt, calledOffAt(order))];
};

/** T_DISPATCH_FAULT, _COMPLAINT, _INSTALL (DISP-01, DISP-02, DISP-06). */
export const armDispatch: Arm = ({ order, standard }) => {
  const off = calledOffAt(order);
  if (order.type === 'fault') {
    const limit = standard.get('dispatch.faultMin') * MINUTE;
    const done = earlier(order.firstDispatchedAt, order.remoteStartedAt);
    // the line of an outage has its owner, and no truck may roll (OUTG-01)
    const givenUp = earlier(order.outageLinkedAt, off);
    return [
      {
        ...plain('T_DISPATCH_FAULT', 'DISP-01', order.intakeAt, order.intakeAt + limit, done, givenUp),
        warnAt: order.intakeAt + Math.round(limit * 0.7),
      },
    ];
  }
  if (order.type === 'complaint') {
    if (order.reviewedAt === null) return [];
    const due = order.reviewedAt + standard.get('dispatch.complaintMin') * MINUTE;
    return [plain('T_DISPATCH_COMPLAINT', 'DISP-02', order.reviewedAt, due, order.firstDispatchedAt, off)];
  }
  const moves = order.type === 'install' || order.type === 'move' || order.parentOrderId !== null;
  if (!moves || order.childIds.length > 0) return [];
  const due = dayOrMorning(order.intakeAt, standard.get('dispatch.installMin'), standard);
  return [plain('T_DISPATCH_INSTALL', 'DISP-06', order.intakeAt, due, order.firstDispatchedAt, off)];
};

/** What the call centre only passes on to the unit that answers it (DISP-05). */
const FORWARDED: ReadonlySet<OrderType> = new Set(['suggestion', 'consult', 'business']);

/** T_FORWARD (DISP-05): the customer-response centre passes an order of the hot-line on as fast as a fault is dispatched (our choice). */
export const armForward: Arm = ({ order, standard }) => {
  if (!FORWARDED.has(order.type)) return [];
  const due = order.intakeAt + standard.get('dispatch.forwardMin') * MINUTE;
  return [plain('T_FORWARD', 'DISP-05', order.intakeAt, due, order.firstDispatchedAt, calledOffAt(order))];
};

/** T_EXPERT (DISP-03): the expert seat has two hours from intake; a fault that time took away from it was not met by that. */
export const armExpert: Arm = ({ order, standard }) => {
  if (order.remoteStartedAt === null) return [];
  const due = order.intakeAt + standard.get('expert.maxMin') * MINUTE;
  const done = order.remoteOutcome === 'expired' ? order.firstDispatchedAt : order.remoteEndedAt;
  return [plain('T_EXPERT', 'DISP-03', order.intakeAt, due, done, calledOffAt(order))];
};

/**
 * T_ACCEPT (ACPT-01), armed anew for each person in charge; a returned order keeps its clock until the next dispatch (ACPT-02), one that
 * the desk took back waits for nobody's acceptance.
 */
export const armAccept: Arm = ({ order, standard }) =>
  order.assignments.map((one, index) => {
    const due = dayOrMorning(one.at, standard.get('accept.dayMin'), standard);
    const next = order.assignments[index + 1];
    const takenBackAt = one.returned ? null : one.endedAt;
    const calledOff = next?.at ?? takenBackAt ?? calledOffAt(order);
    return {
      ...plain('T_ACCEPT', 'ACPT-01', one.at, due, one.acceptedAt, calledOff),
      warnAt: due - one.at > HOUR ? due - 5 * MINUTE : warnAfter(one.at, due, 2 / 3),
    };
  });

/** A limit whose effective deadline is the literal one and which nothing pauses. */
export function plain(
  name: Armed['name'],
  rule: Armed['rule'],
  startedAt: Instant,
  due: Instant,
  doneAt: Instant | null,
  cancelledAt: Instant | null,
): Armed {
  return {
    name,
    rule,
    startedAt,
    dueLiteral: due,
    dueEffective: due,
    warnAt: warnAfter(startedAt, due, 0.8),
    doneAt,
    cancelledAt,
    paused: false,
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
