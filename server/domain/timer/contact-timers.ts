import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { DESK_TYPES } from '../order/order-type.ts';
import type { ContactLimit } from '../standard/parameter.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { dueAfter } from '../time/deadline.ts';
import { addInsideWindow, lastInside } from '../time/window.ts';
import { HOUR, MINUTE } from '../time/zone.ts';
import type { Arm } from './arming.ts';
import { calledOffAt, clockStart, warnAfter } from './arming.ts';
import { plain } from './dispatch-timers.ts';
import type { Armed } from './timer.ts';

/** The first contact from `since` on that meets a limit: any telephone attempt, or one that reached the customer. */
function contactSince(order: Order, since: Instant, metBy: 'attempt' | 'connected'): Instant | null {
  const met = order.contacts.find(
    (one) =>
      one.at >= since && (one.outcome === 'connected' || (metBy === 'attempt' && one.channel === 'phone')),
  );
  return met?.at ?? null;
}

/**
 * One armed first-contact limit (APPT-01 to APPT-06, APPT-16). A standard that says no more than "promptly" has the base's half hour
 * (APPT-07).
 */
function armContact(
  name: 'T_CONTACT_INSTALL' | 'T_CONTACT_FAULT',
  order: Order,
  limit: ContactLimit,
  standard: ResolvedStandard,
  start: Instant,
  doneAt: Instant | null,
): Armed {
  const tz = standard.get('tz');
  const hours = standard.get('contact.hours');
  const rule = standard.origin(name === 'T_CONTACT_INSTALL' ? 'contact.install' : 'contact.fault').rule;
  const literal =
    limit.limitDays === undefined
      ? start + (limit.limitMin ?? 0) * MINUTE
      : dueAfter(start, { days: limit.limitDays }, { tz, calendar: standard.calendar });
  const rolls = limit.mode === 'contactHours' && limit.limitMin !== undefined;
  const effective = rolls
    ? addInsideWindow(start, (limit.limitMin ?? 0) * MINUTE, hours, tz)
    : limit.limitDays === undefined
      ? literal
      : lastInside(literal, [hours], tz);
  return {
    name,
    rule,
    startedAt: start,
    dueLiteral: literal,
    dueEffective: effective,
    warnAt: warnAfter(start, effective, 0.75),
    doneAt,
    cancelledAt: calledOffAt(order),
    paused: false,
    judgedByEffective: rolls,
  };
}

/**
 * T_CONTACT_INSTALL and T_CONTACT_FAULT: the first contact of in-home work, armed again when a blocked order's conditions are
 * met (BLOK-03). A fault whose details the intake call recorded counts as contacted by it (APPT-16).
 */
export const armFirstContact: Arm = ({ order, standard }) => {
  if (DESK_TYPES.has(order.type) || order.childIds.length > 0) return [];
  const fault = order.type === 'fault';
  const name = fault ? 'T_CONTACT_FAULT' : 'T_CONTACT_INSTALL';
  const limit = standard.get(fault ? 'contact.fault' : 'contact.install');
  const armed: Armed[] = [];
  const start = clockStart(order, limit.start);
  if (start !== null) {
    const since = limit.start === 'acceptedAt' ? (order.firstDispatchedAt ?? start) : start;
    const byIntake = fault && order.detailsRecorded ? order.intakeAt : null;
    armed.push(
      armContact(name, order, limit, standard, start, byIntake ?? contactSince(order, since, limit.metBy)),
    );
  }
  for (const { doneAt } of order.blocks)
    if (doneAt !== null)
      armed.push(armContact(name, order, limit, standard, doneAt, contactSince(order, doneAt, limit.metBy)));
  return armed;
};

/** T_CONTACT_COMPLAINT, T_DEPT_CONTACT and T_COMPLAINT_FIRST (CMPL-02, CMPL-03). */
export const armComplaintContact: Arm = ({ order, standard }) => {
  if (order.type !== 'complaint') return [];
  const limit = standard.get('contact.complaint');
  const off = calledOffAt(order);
  const first = contactSince(order, order.intakeAt, 'connected');
  const armed = [
    plain(
      'T_CONTACT_COMPLAINT',
      'CMPL-02',
      order.intakeAt,
      order.intakeAt + limit.limitMin * MINUTE,
      first,
      off,
    ),
    plain(
      'T_COMPLAINT_FIRST',
      'CMPL-03',
      order.intakeAt,
      order.intakeAt + standard.get('complaint').firstResponseH * HOUR,
      first,
      off,
    ),
  ];
  const received = clockStart(order, limit.deptStart);
  if (received !== null)
    armed.push(
      plain(
        'T_DEPT_CONTACT',
        'CMPL-02',
        received,
        received + limit.deptLimitMin * MINUTE,
        contactSince(order, received, 'connected'),
        off,
      ),
    );
  return armed;
};
