import { servableAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import { calledOffAt } from '../timer/arming.ts';
import { replyDue } from '../timer/care-timers.ts';
import { arrivalFor } from '../timer/promise-timers.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { nextRung } from './urge-ladder.ts';

/** Something that time alone brings about, at its true instant however late one looks (service-standard §23). */
export interface DueEvent {
  at: Instant;
  event: OrderEvent;
}

/** A due event that may still lie ahead. `from`: the first instant at which it has happened. */
interface Ahead extends DueEvent {
  from: Instant;
}

type Due = (order: Order, standard: ResolvedStandard, now: Instant) => Ahead | null;

/** The end of the expert seat's time, counted from the intake however late the seat takes the fault (DISP-03). */
export function expertDue(order: Pick<Order, 'intakeAt'>, standard: ResolvedStandard): Instant {
  return order.intakeAt + standard.get('expert.maxMin') * MINUTE;
}

/** DISP-03: the expert seat's two hours are over; the fault goes to dispatch by itself. */
const expertExpired: Due = (order, standard) => {
  if (order.status !== 'remote_handling') return null;
  const at = expertDue(order, standard);
  return { at, from: at, event: { type: 'order.remote_expired', data: {} } };
};

/** CHG-08: a customer not reached before notice closes; the request lapses and the old promise stands. */
const changeLapsed: Due = (order) => {
  const open = order.changeRequest;
  if (open?.state !== 'notifying') return null;
  const at = Math.max(open.lapsesAt, open.requestedAt);
  return {
    at,
    from: open.lapsesAt + 1,
    event: { type: 'appointment.change_ended', data: { state: 'lapsed' } },
  };
};

/** §22.2: nobody arrived by the promised time and an hour; the promise is broken by us, though it may still be served late. */
const promiseMissed: Due = (order, standard) => {
  const promise = servableAppointment(order);
  if (!promise || promise.outcome !== null) return null;
  if (order.status !== 'appointed' && order.status !== 'in_progress') return null;
  if (arrivalFor(order, promise)) return null;
  const at = promise.end + standard.get('late.maxShiftMin') * MINUTE;
  return { at, from: at + 1, event: { type: 'appointment.ended', data: { outcome: 'missed_company' } } };
};

/** OVRD-01: half an hour after the overdue alarm the urge order goes out by itself, so that the rule cannot fail silently. */
const urgeDue: Due = (order, standard, now) => {
  if (order.repliedAt !== null || calledOffAt(order) !== null) return null;
  const alarm = replyDue({ order, standard, now });
  if (alarm === null || order.urges.some(({ at }) => at >= alarm)) return null;
  const at = alarm + standard.get('urge.maxMin') * MINUTE;
  return { at, from: at, event: { type: 'urge.issued', data: { by: 'system' } } };
};

/** OVRD-03: still no reply: the next rung is urged by itself. */
const urgeRepeated: Due = (order, standard, now) => {
  if (order.repliedAt !== null || calledOffAt(order) !== null) return null;
  const alarm = replyDue({ order, standard, now });
  const rung = alarm === null ? null : nextRung(order, alarm, standard);
  if (rung === null) return null;
  return { at: rung.at, from: rung.at, event: { type: 'urge.issued', data: { by: 'system', to: rung.to } } };
};

const DUE: readonly Due[] = [expertExpired, changeLapsed, promiseMissed, urgeDue, urgeRepeated];

function ahead(order: Order, standard: ResolvedStandard, now: Instant): readonly Ahead[] {
  return DUE.map((rule) => rule(order, standard, now)).filter((one) => one !== null);
}

/** The earliest event that time has brought about by `now` and that is not yet recorded; null when there is none. */
export function nextDueEvent(order: Order, standard: ResolvedStandard, now: Instant): DueEvent | null {
  const due = ahead(order, standard, now).filter(({ from }) => now >= from);
  if (due.length === 0) return null;
  const { at, event } = due.reduce((first, one) => (one.at < first.at ? one : first));
  return { at, event };
}

/** When time will next bring something about unless somebody acts; null when nothing waits for it. May lie in the past. */
export function nextDueInstant(order: Order, standard: ResolvedStandard, now: Instant): Instant | null {
  const instants = ahead(order, standard, now).map(({ from }) => from);
  return instants.length === 0 ? null : Math.min(...instants);
}
