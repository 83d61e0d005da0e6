import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import { isChurn } from '../callback/closing.ts';
import type { Order } from '../order/order.ts';
import { doneAt } from '../order/work-done.ts';
import type { CallbackLimit } from '../standard/parameter.ts';
import { dueAfter, dueWithPauses } from '../time/deadline.ts';
import { firstInside, lastInside } from '../time/window.ts';
import { addDays, endOfLocalDate, HOUR, instantOf, localDate, MINUTE } from '../time/zone.ts';
import type { Arm } from './arming.ts';
import { calledOffAt, isPaused, reckoningOf, warnAfter } from './arming.ts';
import { armReply } from './completion-timers.ts';
import { plain } from './dispatch-timers.ts';
import type { Armed, TimerName } from './timer.ts';

/** The accepting unit speaks to the customer half an hour after the department's report is due (PROG-02, our choice). */
const CUSTOMER_TOLD_MIN = 30;
/** The prompt for the contact of day five opens at this hour of the evening before (PROG-03, our choice). */
const DAY_FIVE_OPENS = '18:00';

function connectedSince(order: Order, since: Instant): Instant | null {
  return order.contacts.find(({ at, outcome }) => at >= since && outcome === 'connected')?.at ?? null;
}

function firstOf(a: Instant | null, b: Instant | undefined): Instant | null {
  return a === null ? (b ?? null) : Math.min(a, b ?? a);
}

/** T_INSTALL_DAY5 (PROG-03): an install not done in four days is explained to the customer on the fifth, or given its time then. */
export const armDayFive: Arm = ({ order, standard, now }) => {
  const { enabled, day, countStartDay } = standard.get('install.day5');
  if (!enabled || order.type !== 'install') return [];
  const tz = standard.get('tz');
  const days = countStartDay ? day - 1 : day;
  const due = dueWithPauses(order.intakeAt, { days }, order.pauses, now, reckoningOf(order, standard));
  const opens = instantOf(addDays(localDate(due - 1, tz), -1), DAY_FIVE_OPENS, tz);
  return [
    {
      name: 'T_INSTALL_DAY5',
      rule: 'PROG-03',
      startedAt: order.intakeAt,
      dueLiteral: due,
      dueEffective: lastInside(due, standard.get('callback.windows'), tz),
      warnAt: opens,
      doneAt: firstOf(
        connectedSince(order, opens),
        order.appointments.find(({ confirmedAt }) => confirmedAt >= opens)?.confirmedAt,
      ),
      cancelledAt: order.activatedAt ?? order.completedAt ?? calledOffAt(order),
      paused: isPaused(order, now),
    },
  ];
};

/** T_FAULT_4H and T_FAULT_4H_CONTACT (PROG-02): the department reports, then the customer is told; at night not before 08:00. */
export const armFourHours: Arm = ({ order, standard }) => {
  if (order.type !== 'fault') return [];
  const due = order.intakeAt + standard.get('fault.unrestoredNoticeH') * HOUR;
  const off = calledOffAt(order);
  const reported = order.deptReportedAt;
  const done = reported === null ? order.restoredAt : Math.min(reported, order.restoredAt ?? reported);
  const armed: Armed[] = [plain('T_FAULT_4H', 'PROG-02', order.intakeAt, due, done, off)];
  const starts = Math.min(due, reported ?? due);
  const literal = due + CUSTOMER_TOLD_MIN * MINUTE;
  armed.push({
    ...plain(
      'T_FAULT_4H_CONTACT',
      'PROG-02',
      starts,
      literal,
      firstOf(
        connectedSince(order, starts),
        order.noticedAt.find((at) => at >= starts),
      ),
      off ?? order.restoredAt,
    ),
    dueEffective: firstInside(literal, standard.get('contact.hours'), standard.get('tz')),
    judgedByEffective: true,
  });
  return armed;
};

/** T_PROGRESS (PROG-01): word to the customer every twelve hours; a due time in quiet hours is prompted for the evening before. */
export const armProgress: Arm = ({ order, standard }) => {
  if (order.type !== 'fault' || order.acceptedAt === null) return [];
  const accepted = order.acceptedAt;
  const restored = order.restoredAt;
  const told = order.progressAt.filter((at) => at >= accepted && (restored === null || at <= restored));
  const starts = [accepted, ...told];
  return starts.map((start, index) => {
    const due = start + standard.get('progress.everyHours') * HOUR;
    const effective = lastInside(due, [standard.get('contact.hours')], standard.get('tz'));
    return {
      ...plain('T_PROGRESS', 'PROG-01', start, due, told[index] ?? null, restored ?? calledOffAt(order)),
      dueEffective: Math.max(effective, start),
      warnAt: Math.max(start, effective - HOUR),
    };
  });
};

/** T_FINISH (PROG-04): the time by which the customer was told the work would be done; a later word replaces an earlier one. */
export const armFinish: Arm = ({ order }) =>
  order.finishPromises.map(({ at, finishAt }, index) => {
    const next = order.finishPromises[index + 1];
    const replaced = next && next.at <= finishAt ? next.at : null;
    return plain('T_FINISH', 'PROG-04', at, finishAt, doneAt(order), replaced ?? calledOffAt(order));
  });

/** The instant at which an unanswered order is overdue for its reply (OVRD-01). */
export function replyDue(arming: Parameters<Arm>[0]): Instant | null {
  const armed = armReply(arming);
  const timer = armed.find(({ name }) => name === 'T_REPLY') ?? armed.find(({ name }) => name === 'T_FLOW');
  return timer?.dueLiteral ?? null;
}

/** T_URGE (OVRD-01): thirty minutes from the overdue alarm to the urge order; a reply in between calls it off (E-74). */
export const armUrge: Arm = (arming) => {
  const { order, standard, now } = arming;
  const alarm = replyDue(arming);
  const ended = order.repliedAt ?? calledOffAt(order);
  if (alarm === null || (ended ?? now) <= alarm) return [];
  const due = alarm + standard.get('urge.maxMin') * MINUTE;
  const issued = order.urges.find(({ at }) => at >= alarm)?.at ?? null;
  return [plain('T_URGE', 'OVRD-01', alarm, due, issued, ended)];
};

function callbackPair(
  arming: Parameters<Arm>[0],
  names: { target: TimerName; max: TimerName },
  limit: CallbackLimit,
  rule: RuleId,
  start: Instant,
  doneAt: Instant | null,
): readonly Armed[] {
  const { order, standard } = arming;
  const tz = standard.get('tz');
  const windows = standard.get('callback.windows');
  const arm = (name: TimerName, due: Instant): Armed => ({
    ...plain(name, rule, start, due, doneAt, givenUpAt(order, start) ?? order.endedAt),
    dueEffective: Math.max(start, lastInside(due, windows, tz)),
    warnAt: warnAfter(start, lastInside(due, windows, tz), 0.75),
  });
  const armed = [arm(names.target, start + limit.targetH * HOUR)];
  if (limit.maxDays !== undefined)
    armed.push(arm(names.max, dueAfter(start, { days: limit.maxDays }, reckoningOf(order, standard))));
  return armed;
}

/** When a callback begun at `start` ended without answers (CALL-13): the order may go on for a claim, its callback does not. */
function givenUpAt(order: Order, start: Instant): Instant | null {
  const last = order.callbacks.at(-1);
  const ended = order.callbackEnded === 'refused' || order.callbackEnded === 'unreached';
  return ended && last && last.at >= start ? last.at : null;
}

/** T_CALLBACK_… (CALL-01…04): usable only inside the callback hours (CALL-05, WIN-03); a voided reply's callback is over, a new one starts anew. */
export const armCallback: Arm = (arming) => {
  const { order, standard } = arming;
  if (order.childIds.length > 0) return [];
  if (isChurn(order)) {
    const due = endOfLocalDate(localDate(order.intakeAt, standard.get('tz')), standard.get('tz'));
    const done = order.callbacks.find(({ outcome }) => outcome === 'done')?.at ?? null;
    const off = order.status === 'retained' ? givenUpAt(order, order.intakeAt) : order.endedAt;
    return [plain('T_CALLBACK_CHURN', 'CALL-04', order.intakeAt, due, done, off)];
  }
  const kind = CALLBACK_OF[order.type];
  if (!kind) return [];
  const limit = standard.get(kind.parameter);
  const rounds = [
    ...order.voidedReplies.map((voided) => ({
      start: limit.start === 'completedAt' ? voided.resolvedAt : voided.repliedAt,
      done: voided.voidedAt as Instant | null,
    })),
    {
      start: limit.start === 'completedAt' ? order.completedAt : order.repliedAt,
      done: null,
    },
  ];
  return rounds.flatMap(({ start, done }) => {
    if (start === null) return [];
    const answered = order.callbacks.find(({ at, outcome }) => outcome === 'done' && at >= start)?.at ?? null;
    return callbackPair(arming, kind.timers, limit, kind.rule, start, done ?? answered);
  });
};

/** Whether a standard says by when this order is called back (CALL-01…04); a move's two lines are called back, not the move. */
export function hasCallbackLimit(order: Order): boolean {
  return order.childIds.length === 0 && (isChurn(order) || CALLBACK_OF[order.type] !== undefined);
}

const CALLBACK_OF: Partial<
  Record<
    Order['type'],
    {
      parameter: 'callback.install' | 'callback.fault' | 'callback.complaint';
      rule: RuleId;
      timers: { target: TimerName; max: TimerName };
    }
  >
> = {
  install: {
    parameter: 'callback.install',
    rule: 'CALL-01',
    timers: { target: 'T_CALLBACK_INSTALL', max: 'T_CALLBACK_INSTALL_MAX' },
  },
  move: {
    parameter: 'callback.install',
    rule: 'CALL-01',
    timers: { target: 'T_CALLBACK_INSTALL', max: 'T_CALLBACK_INSTALL_MAX' },
  },
  // the old line of a move (§22.1): a removal of its own is churn and has left above
  remove: {
    parameter: 'callback.install',
    rule: 'CALL-01',
    timers: { target: 'T_CALLBACK_INSTALL', max: 'T_CALLBACK_INSTALL_MAX' },
  },
  fault: {
    parameter: 'callback.fault',
    rule: 'CALL-02',
    timers: { target: 'T_CALLBACK_FAULT', max: 'T_CALLBACK_FAULT_MAX' },
  },
  complaint: {
    parameter: 'callback.complaint',
    rule: 'CALL-03',
    timers: { target: 'T_CALLBACK_COMPLAINT', max: 'T_CALLBACK_COMPLAINT_MAX' },
  },
};

/** T_DAMAGE (DMG-01): compensated within 48 h; agreed but unpaid does not stop it. */
export const armDamage: Arm = ({ order, standard }) => {
  if (!order.damage) return [];
  const { reportedAt, compensatedAt } = order.damage;
  const due = reportedAt + standard.get('damage.maxHours') * HOUR;
  return [
    { ...plain('T_DAMAGE', 'DMG-01', reportedAt, due, compensatedAt, null), warnAt: reportedAt + 24 * HOUR },
  ];
};
