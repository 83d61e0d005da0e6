import type { Arm } from './arming.ts';
import { calledOffAt } from './arming.ts';
import { armFault } from './completion-timers.ts';
import { plain } from './dispatch-timers.ts';

/**
 * T_DELAY (BLOK-07): a fault that will not be solved in its limit is reported with a new time before the limit is over; asked for from the
 * warning of the limit on. A restoration in time calls it off.
 */
export const armDelayReport: Arm = (arming) =>
  armFault(arming).map(({ startedAt, dueLiteral, warnAt, paused }) => ({
    ...plain(
      'T_DELAY',
      'BLOK-07',
      startedAt,
      dueLiteral,
      arming.order.delayReports[0]?.at ?? null,
      arming.order.restoredAt ?? calledOffAt(arming.order),
    ),
    warnAt,
    paused,
  }));

/** T_FOLLOW_UP (ATTR-04, ATTR-06): the contact that was promised to the customer. */
export const armFollowUps: Arm = ({ order }) =>
  order.followUps.flatMap(({ rule, at, dueAt, doneAt }) =>
    dueAt == null ? [] : [plain('T_FOLLOW_UP', rule, at, dueAt, doneAt ?? null, calledOffAt(order))],
  );
