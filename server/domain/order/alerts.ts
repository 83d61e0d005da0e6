import { currentAppointment } from '../appointment/current.ts';
import type { Instant, PersonId, TechnicianId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { RuleId } from '../base/rule-id.ts';
import { lastRetryOf, unreachedSince } from '../contact/retry.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import { endOfLocalDate, HOUR, localDate } from '../time/zone.ts';
import { type Hearer, isTold } from '../timer/audience.ts';
import { workDueOf } from '../timer/effective-deadline.ts';
import { urgeStatus } from '../urge/urge-states.ts';
import type { Order } from './order.ts';

/** What somebody is told of an order although no timer of the registry runs out. */
export const ALERT_KINDS = [
  'false_receipt',
  'safety',
  'repeat_fault',
  'return_day',
  'certificate',
  'beyond_limit',
  'escalated',
  'major',
  'unreached',
  'urged',
  'urged_head',
  'urged_branch',
  'handed_over',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** One such matter, with the rule that wants it told; it stands until it has been dealt with. */
export interface Alert {
  kind: AlertKind;
  rule: RuleId;
  at: Instant;
  /** Who is told; nobody by role where one person is meant. */
  roles: readonly Role[];
  /** The one who has the order, where `technician` is among the roles. */
  technicianId: TechnicianId | null;
  personId: PersonId | null;
}

/** What alerts look at; `technician`: who has the order, as far as known. */
export interface Alerting {
  order: Order;
  technician: Technician | null;
  standard: ResolvedStandard;
  now: Instant;
}

type Tell = (about: Alerting) => { at: Instant; personId?: PersonId } | null;

/** Visits to one fault from which on its area's first person hears of it (ATTR-07, our choice). */
const MANY_VISITS = 3;
/** How long before a visit an expired certificate is told (E-93). */
const CERTIFICATE_TOLD_H = 24;

/** CALL-10: the customer says that nothing was repaired on that day; told until the order is answered anew. */
const falseReceipt: Tell = ({ order }) => {
  const last = order.voidedReplies.at(-1);
  return last?.reason === 'false_receipt' && order.repliedAt === null ? { at: last.voidedAt } : null;
};

/** SITE-26: a crew gave way to a conflict; told until a new time is agreed. */
const safety: Tell = ({ order }) => {
  const last = order.visits.at(-1);
  if (last?.status !== 'aborted_safety' || last.leftAt === null || currentAppointment(order)) return null;
  return { at: last.leftAt };
};

/** ATTR-07: the same fault again, or one that so many visits have not mended; told until it is restored. */
const repeatFault: Tell = ({ order }) => {
  if (order.type !== 'fault' || order.restoredAt !== null) return null;
  const arrived = order.visits.flatMap(({ arrivedAt }) => arrivedAt ?? []);
  const many = arrived.at(MANY_VISITS - 1);
  if (order.repeatFault) return { at: order.intakeAt };
  return many === undefined ? null : { at: many };
};

/** BLOK-04: the day on which the customer was told we come back is over, and no time was agreed. */
const returnDay: Tell = ({ order, standard, now }) => {
  const block = order.blocks.at(-1);
  if (!block?.expectedReturnDate || order.completedAt !== null || currentAppointment(order)) return null;
  const over = endOfLocalDate(block.expectedReturnDate, standard.get('tz'));
  const agreed = order.appointments.some(({ confirmedAt }) => confirmedAt >= block.blockedAt);
  return agreed || now < over ? null : { at: over };
};

/** DISP-07, E-93: a day before a visit, whoever is to make it will have no valid certificate on its date. */
const certificate: Tell = ({ order, technician, standard, now }) => {
  const promise = order.status === 'appointed' ? currentAppointment(order) : null;
  if (!promise || !technician || technician.id !== order.technicianId) return null;
  if (order.assignments.at(-1)?.accompanied === true) return null;
  const date = localDate(promise.start, standard.get('tz'));
  if (technician.certifiedUntil !== null && technician.certifiedUntil >= date) return null;
  const at = promise.start - CERTIFICATE_TOLD_H * HOUR;
  return now < at ? null : { at };
};

/** CHG-09, E-36: the promise stands beyond the order's own limit by a cause that is not the customer's. */
const beyondLimit: Tell = ({ order, standard, now }) => {
  const promise = currentAppointment(order);
  if (!promise?.change || promise.change.cause === 'customer') return null;
  const due = workDueOf(order, standard, now);
  return due !== null && promise.start > due ? { at: promise.confirmedAt } : null;
};

/** CMPL-04: a complaint past its first instance, until it is answered. */
const escalated: Tell = ({ order }) =>
  order.type === 'complaint' && order.escalated && order.repliedAt === null ? { at: order.intakeAt } : null;

/** CMPL-06: a major complaint is told upward, until it is answered. */
const major: Tell = ({ order }) =>
  order.major !== null && order.repliedAt === null ? { at: order.major.at } : null;

/** APPT-16: nobody reached the customer on any of the days on which it was tried; the supervisor decides. */
const unreached: Tell = ({ order, standard, now }) => {
  const waited = unreachedSince(order);
  if (!waited) return null;
  const at = lastRetryOf(waited.since, standard);
  return now <= at ? null : { at };
};

/** OVRD-01: the department is urged, until it takes note or the order is answered. */
const urged: Tell = ({ order }) => {
  const urge = order.urges.findLast(({ to }) => (to ?? 'department') === 'department');
  return urge && urgeStatus(urge, order) === 'issued' ? { at: urge.at } : null;
};

/** OVRD-03: urged from one rung of the ladder, until it is answered. */
const urgedFrom =
  (rung: 'department_head' | 'branch'): Tell =>
  ({ order }) => {
    const urge = order.urges.findLast(({ to }) => to === rung);
    return urge && order.repliedAt === null ? { at: urge.at } : null;
  };

/** RESP-01: a colleague asks somebody to take a customer's matter over. */
const handedOver: Tell = ({ order }) => {
  const to = order.firstAsk?.offeredTo;
  return to == null ? null : { at: order.firstAsk?.since ?? order.intakeAt, personId: to };
};

/** The rule that wants each told, and whom. */
export const ALERTS: Readonly<Record<AlertKind, { rule: RuleId; roles: readonly Role[]; tell: Tell }>> = {
  false_receipt: { rule: 'CALL-10', roles: ['supervisor'], tell: falseReceipt },
  safety: { rule: 'SITE-26', roles: ['area_lead'], tell: safety },
  repeat_fault: { rule: 'ATTR-07', roles: ['area_lead'], tell: repeatFault },
  return_day: { rule: 'BLOK-04', roles: ['dispatcher'], tell: returnDay },
  certificate: { rule: 'DISP-07', roles: ['area_lead', 'dispatcher'], tell: certificate },
  beyond_limit: { rule: 'CHG-09', roles: ['supervisor'], tell: beyondLimit },
  escalated: { rule: 'CMPL-04', roles: ['supervisor'], tell: escalated },
  major: { rule: 'CMPL-06', roles: ['supervisor', 'branch_manager'], tell: major },
  unreached: { rule: 'APPT-16', roles: ['supervisor'], tell: unreached },
  urged: { rule: 'OVRD-01', roles: ['technician', 'area_lead', 'dispatcher'], tell: urged },
  urged_head: { rule: 'OVRD-03', roles: ['supervisor'], tell: urgedFrom('department_head') },
  urged_branch: { rule: 'OVRD-03', roles: ['branch_manager'], tell: urgedFrom('branch') },
  handed_over: { rule: 'RESP-01', roles: [], tell: handedOver },
};

/** What is to be told of an order at `now`, in the order of ALERT_KINDS; of one that has ended nothing is. */
export function alertsOf(about: Alerting): readonly Alert[] {
  if (about.order.endedAt !== null) return [];
  return ALERT_KINDS.flatMap((kind): readonly Alert[] => {
    const { rule, roles, tell } = ALERTS[kind];
    const told = tell(about);
    if (!told) return [];
    const technicianId = roles.includes('technician') ? about.order.technicianId : null;
    return [{ kind, rule, at: told.at, roles, technicianId, personId: told.personId ?? null }];
  });
}

/** Is this person one of those who are told? Empty seats are heard by those who stand in for them, as with timers. */
export function isAlerted(
  { roles, technicianId, personId }: Alert,
  person: Hearer & { personId?: PersonId | undefined },
): boolean {
  if (personId !== null) return personId === person.personId;
  return isTold({ roles, technicianId }, person);
}
