import { currentAppointment, servableAppointment } from '#domain/appointment/current.ts';
import { isUnderWay } from '#domain/hold/put-off.ts';
import { isMoveParent, MOVE_PARENT_STEPS } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import type { CommandType } from '#protocol/command.ts';

/** Steps about an order that need no more than its number and a word, in the order in which they are offered. */
export const STEP_NAMES = [
  'order.remote',
  'order.verify',
  'order.merge',
  'appointment.confirm',
  'appointment.change',
  'appointment.withdraw',
  'progress.promise_finish',
  'hold.start',
  'hold.end',
  'order.place',
  'order.accompany',
  'appointment.cancel',
  'order.rule_cause',
  'order.reply',
  'order.unserviceable',
  'order.cancel',
] as const satisfies readonly CommandType[];
export type StepName = (typeof STEP_NAMES)[number];

/** What must hold of an order beside its state for a step to make sense. */
const SENSIBLE: Readonly<Partial<Record<StepName, (order: Order) => boolean>>> = {
  'order.remote': ({ type, remoteOutcome }) => type === 'fault' && remoteOutcome === null,
  // before anybody has been there, or when somebody found that the order is wrong (DISP-04, VRFY-01)
  'order.verify': (order) =>
    isWrong(order) || (!DESK_TYPES.has(order.type) && order.visits.length === 0 && order.status !== 'draft'),
  // a second pair of hands for a visit that is still to be made or under way (E-101)
  'order.accompany': ({ type, technicianId, completedAt }) =>
    !DESK_TYPES.has(type) && technicianId !== null && completedAt === null,
  'order.place': ({ type, visits }) => !DESK_TYPES.has(type) && visits.length === 0,
  // once there is a promise, a second visit of an installation is all that is confirmed beside it (SITE-01)
  'appointment.confirm': (order) =>
    !DESK_TYPES.has(order.type) &&
    (order.status !== 'appointed' || (order.type === 'install' && currentAppointment(order) !== null)),
  'appointment.change': (order) => servableAppointment(order) !== null,
  'appointment.withdraw': ({ changeRequest }) => changeRequest !== null,
  'appointment.cancel': (order) => currentAppointment(order) !== null,
  // what waits already has at most its review still to come (E-55); who is on the way is called off, not who stands at the door (CHG-10)
  'hold.start': (order) =>
    order.status === 'in_progress'
      ? isUnderWay(order)
      : order.status !== 'on_hold_customer' || order.hold?.undecided === true,
  'order.rule_cause': ({ appointments }) => appointments.some(({ change }) => change !== null),
  'hold.end': ({ status }) => status === 'on_hold_customer',
  'progress.promise_finish': ({ repliedAt, completedAt }) => repliedAt === null && completedAt === null,
  // who installed files the record with the answer, on the phone (DONE-10); a complaint has a form of its own
  'order.reply': ({ type }) => type === 'fault',
};

/** Whether something of the order was found to differ from the facts, and is not put right yet (DISP-04). */
export function isWrong({ mismatches, completedAt, endedAt }: Order): boolean {
  return (
    completedAt === null && endedAt === null && mismatches.some(({ correctedAt }) => correctedAt === null)
  );
}

/** The steps that an order's state allows and that this person may take (§22.1, §26); an order that is nowhere on the map needs its place first. */
export function stepsOf(order: Order, may: ReadonlySet<CommandType>): readonly StepName[] {
  const parent = isMoveParent(order);
  const names = STEP_NAMES.filter(
    (name) =>
      may.has(name) &&
      ORDER_STEPS[name].from.includes(order.status) &&
      (!parent || MOVE_PARENT_STEPS.has(name)) &&
      (SENSIBLE[name]?.(order) ?? true),
  );
  const lost = order.place === null && names.includes('order.place');
  return lost ? ['order.place', ...names.filter((name) => name !== 'order.place')] : names;
}
