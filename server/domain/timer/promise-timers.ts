import type { Appointment } from '../appointment/appointment.ts';
import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { lastInside } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import type { Visit } from '../visit/visit.ts';
import type { Arm } from './arming.ts';
import { calledOffAt } from './arming.ts';
import type { Armed } from './timer.ts';

/** When a version of the promise stopped being the one to keep, without having been kept or missed. */
function releasedAt(order: Order, promise: Appointment): Instant | null {
  if (promise.outcome === 'superseded' || promise.outcome === 'cancelled') return promise.endedAt;
  return calledOffAt(order);
}

/** The first arrival that served this version of the promise; a crew sent away before the promised time is still to come (E-37). */
export function arrivalFor(order: Order, promise: Appointment): Visit | null {
  const serves = ({ promiseVersion, arrivedAt, turnedAway, leftAt }: Visit) =>
    arrivedAt !== null &&
    promiseVersion === promise.version &&
    !(turnedAway && leftAt !== null && leftAt < promise.start);
  return order.visits.find(serves) ?? null;
}

/**
 * The countdown to the end of two hours' notice (CHG-01): literal start − 120 min, usable until the last contact hour before it,
 * so for every start before 10:00 it is 20:30 of the evening before.
 */
export const armNoticeClose: Arm = ({ order, standard }) =>
  order.appointments.map((promise): Armed => {
    const literal = promise.start - standard.get('change.noticeMin') * MINUTE;
    const effective = lastInside(literal, [standard.get('contact.hours')], standard.get('tz'));
    return {
      name: 'T_NOTICE_CLOSE',
      rule: 'CHG-01',
      startedAt: promise.confirmedAt,
      dueLiteral: literal,
      dueEffective: effective,
      warnAt: effective - 30 * MINUTE,
      doneAt: null,
      cancelledAt: releasedAt(order, promise),
      paused: false,
      runsOut: true,
    };
  });

/** T_ARRIVE (TRAV-01, TRAV-02): due at the promised start, at the end of a promised window; five minutes earlier is its warning. */
export const armArrive: Arm = ({ order, standard }) =>
  order.appointments.map((promise): Armed => {
    const due = promise.end + standard.get('arrive.graceMin') * MINUTE;
    return {
      name: 'T_ARRIVE',
      rule: 'TRAV-02',
      startedAt: promise.confirmedAt,
      dueLiteral: due,
      dueEffective: due,
      warnAt: promise.start - 5 * MINUTE,
      doneAt: arrivalFor(order, promise)?.arrivedAt ?? null,
      cancelledAt: releasedAt(order, promise),
      paused: false,
    };
  });

/** T_LATE_NOTICE (TRAV-03): armed when lateness is declared, or when an arrival turns out late without a word. */
export const armLateNotice: Arm = ({ order, standard }) =>
  order.appointments.flatMap((promise): readonly Armed[] => {
    const arrived = arrivalFor(order, promise)?.arrivedAt ?? null;
    const late = arrived !== null && arrived > promise.end;
    if (!promise.lateness && !late) return [];
    const due = promise.start - standard.get('late.noticeMin') * MINUTE;
    return [
      {
        name: 'T_LATE_NOTICE',
        rule: 'TRAV-03',
        startedAt: promise.lateness?.declaredAt ?? due,
        dueLiteral: due,
        dueEffective: due,
        warnAt: due - 5 * MINUTE,
        doneAt: promise.lateness?.contactedAt ?? null,
        cancelledAt: promise.lateness ? null : arrived,
        paused: false,
      },
    ];
  });
