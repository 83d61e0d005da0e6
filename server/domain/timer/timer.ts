import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';

/** Timers of the registry (service-standard §23, names as settled in §0.4 4). */
export const TIMER_NAMES = [
  'T_REVIEW',
  'T_DISPATCH_FAULT',
  'T_DISPATCH_COMPLAINT',
  'T_DISPATCH_INSTALL',
  'T_EXPERT',
  'T_ACCEPT',
  'T_CONTACT_INSTALL',
  'T_CONTACT_FAULT',
  'T_CONTACT_COMPLAINT',
  'T_DEPT_CONTACT',
  'T_COMPLAINT_FIRST',
  'T_INSTALL',
  'T_INSTALL_MAX',
  'T_INSTALL_DAY5',
  'T_FAULT',
  'T_FAULT_4H',
  'T_FAULT_4H_CONTACT',
  'T_PROGRESS',
  'T_REPLY',
  'T_FLOW',
  'T_COMPLAINT_MAX',
  'T_URGE',
  'T_NOTICE_CLOSE',
  'T_LATE_NOTICE',
  'T_ARRIVE',
  'T_NOANSWER',
  'T_ONSITE',
  'T_OBSERVE',
  'T_COORD',
  'T_CALLBACK_INSTALL',
  'T_CALLBACK_INSTALL_MAX',
  'T_CALLBACK_FAULT',
  'T_CALLBACK_FAULT_MAX',
  'T_CALLBACK_COMPLAINT',
  'T_CALLBACK_COMPLAINT_MAX',
  'T_CALLBACK_CHURN',
  'T_CALLBACK_CHURN_MAX',
  'T_DAMAGE',
  'T_CUTOVER',
  'T_DELAY',
  'T_FOLLOW_UP',
  'T_OUTAGE_ETA',
  'T_FIRSTASK',
  'T_ANSWER',
  'T_FORWARD',
  'T_FINISH',
  'T_MISMATCH',
] as const;
export type TimerName = (typeof TIMER_NAMES)[number];

export type TimerState = 'running' | 'met' | 'breached' | 'paused' | 'cancelled';

/** One armed timer as it stands at an instant. */
export interface Timer {
  name: TimerName;
  rule: RuleId;
  state: TimerState;
  startedAt: Instant;
  /** What the KPI counts to (ARITH-05). */
  dueLiteral: Instant;
  /** The last instant at which the act is allowed; what planning and alarms aim at. */
  dueEffective: Instant;
  warnAt: Instant | null;
  /** The due instant, once missed. */
  breachedAt: Instant | null;
  /** The act is still to be done, in time or late: what a worklist shows. */
  open: boolean;
  /** Years whose working days were not published when it was counted; its due instants hold until they are (ARITH-04). */
  provisional?: readonly number[];
}

/** A timer as armed by what happened, before it is judged at an instant. */
export interface Armed {
  name: TimerName;
  rule: RuleId;
  startedAt: Instant;
  dueLiteral: Instant;
  dueEffective: Instant;
  warnAt: Instant | null;
  /** The act that meets it. */
  doneAt: Instant | null;
  /** The order ended, or the timer was armed anew, before the act. */
  cancelledAt: Instant | null;
  paused: boolean;
  /** Rolled forward into contact hours: judged by the rolled value, the literal one is a memo (ARITH-05). */
  judgedByEffective?: boolean;
  /** A least wait or a countdown: it runs out by itself and nobody can miss it. */
  runsOut?: boolean;
  /** Years that it counts by weekdays, their working days not being published (ARITH-04). */
  provisional?: readonly number[];
}

/** The state of an armed timer at `now` (§0.4 5). Limits are inclusive: done exactly at the due instant is met (ARITH-02). */
export function judgeTimer(armed: Armed, now: Instant): Timer {
  const { name, rule, startedAt, dueLiteral, dueEffective, warnAt } = armed;
  const due = armed.judgedByEffective ? dueEffective : dueLiteral;
  const state = stateOf(armed, due, now);
  return {
    name,
    rule,
    state,
    startedAt,
    dueLiteral,
    dueEffective,
    warnAt,
    breachedAt: state === 'breached' ? due : null,
    open: isOpen(armed, now),
    ...(armed.provisional ? { provisional: armed.provisional } : {}),
  };
}

function isOpen({ doneAt, cancelledAt, runsOut, dueLiteral }: Armed, now: Instant): boolean {
  return doneAt === null && cancelledAt === null && !(runsOut && now >= dueLiteral);
}

function stateOf(armed: Armed, due: Instant, now: Instant): TimerState {
  const { doneAt, cancelledAt } = armed;
  if (armed.runsOut) {
    if (cancelledAt !== null && cancelledAt < due) return 'cancelled';
    return now >= due ? 'met' : 'running';
  }
  if (doneAt !== null && doneAt <= now) return doneAt <= due ? 'met' : 'breached';
  if (cancelledAt !== null && cancelledAt <= due) return 'cancelled';
  // a pause that began in time moves the due instant along with it; one that began too late pauses nothing
  if (now > due || cancelledAt !== null) return 'breached';
  return armed.paused ? 'paused' : 'running';
}
