import { servableAppointment } from '#domain/appointment/current.ts';
import { isUnderWay } from '#domain/hold/put-off.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { doubtfulSteps } from '#domain/visit/device-clock.ts';

export const DOORS = [
  'noAnswer',
  'turnedAway',
  'blocked',
  'late',
  'change',
  'notToday',
  'callAgain',
  'mismatch',
  'question',
  'damage',
  'return',
  'delay',
  'times',
  'safety',
] as const;
export type DoorName = (typeof DOORS)[number];

/** The side doors that make sense now. Which of them the rules allow, the rules say when one is tried. */
export function doorsOf(order: Order): readonly DoorName[] {
  const visit = currentVisit(order);
  const atDoor = visit !== null && visit.arrivedAt !== null && visit.enteredAt === null;
  const beforeArrival = visit === null || visit.arrivedAt === null;
  const promised = servableAppointment(order) !== null;
  const standard = standardOf(order);
  const open: Record<DoorName, boolean> = {
    noAnswer: atDoor,
    turnedAway: atDoor,
    blocked: visit !== null && visit.arrivedAt !== null,
    late: promised && beforeArrival && (order.status === 'appointed' || order.status === 'in_progress'),
    change: promised && (visit === null || visit.enteredAt === null),
    notToday: isUnderWay(order),
    callAgain: order.status !== 'dispatched' && order.status !== 'accepted',
    mismatch: order.status !== 'dispatched' && (visit === null || visit.enteredAt === null),
    question: order.endedAt === null,
    damage: order.damage === null && order.visits.some(({ arrivedAt }) => arrivedAt !== null),
    delay: order.type === 'fault' && order.restoredAt === null && order.acceptedAt !== null,
    times: order.visits.some((trip) => doubtfulSteps(trip, standard).length > 0),
    safety: visit !== null,
    return: order.status === 'dispatched' || order.status === 'accepted',
  };
  return DOORS.filter((door) => open[door]);
}
