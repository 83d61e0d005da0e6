import { numberDoubtsOf } from '../hold/number-doubt.ts';
import { HOUR } from '../time/zone.ts';
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

/** T_MISMATCH (DISP-04, E-55): where a number came from that nobody has is found out, and the right one filed. */
export const armNumberDoubt: Arm = ({ order, standard }) =>
  numberDoubtsOf(order).map(({ since, settledAt }) => {
    const due = since + standard.get('mismatch.maxH') * HOUR;
    return plain('T_MISMATCH', 'DISP-04', since, due, settledAt, calledOffAt(order));
  });
