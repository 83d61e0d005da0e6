import type { Approval } from '#domain/approval/approval.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import { AGEING_MS } from '#domain/geo/freshness.ts';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { type PromiseState, promiseState } from '#domain/order/promise-state.ts';
import type { Expectations } from '#domain/scheduling/expected-area.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { Technician, TechnicianPosition } from '#domain/technician/technician.ts';
import { instantOf, MINUTE } from '#domain/time/zone.ts';
import type { AreaBoard } from '../live/board.ts';
import { isoDay, ZONE } from '../ui/time.ts';

/** An order on a list of the board, with how its promise stands. */
export interface Counted {
  order: Order;
  promise: PromiseState;
}

/** A technician on duty of whom nothing has been heard for too long. */
export interface Silent {
  technician: Technician;
  lastAt: Instant | null;
}

/** How full an area's day is; seconds of work and travel booked, against the seconds its people on duty have. */
export interface AreaLoad {
  area: Area;
  onDuty: number;
  visits: number;
  pool: number;
  bookedS: number;
  capacityS: number;
}

/** Everything that the board counts. Each figure is the length of its list. */
export interface Tally {
  promisedToday: number;
  kept: readonly Counted[];
  atRisk: readonly Counted[];
  broken: readonly Counted[];
  approvals: readonly Approval[];
  silent: readonly Silent[];
  overLimit: readonly Counted[];
  loads: readonly AreaLoad[];
}

const NOTHING: Expectations = new Map();

/**
 * Counts the watched areas at an instant. `positionOf` gives a technician's newest position, null for who may not see any: to them
 * nobody is silent. `expected` is what the running day lets expect of each visit.
 */
export function tallyOf(
  areas: readonly AreaBoard[],
  now: Instant,
  positionOf: ((technicianId: string) => TechnicianPosition | undefined) | null,
  expected: Expectations = NOTHING,
): Tally {
  const today = isoDay(now);
  const counted = areas.flatMap((area) =>
    [...area.orders.values()].map((order) => count(order, now, expected)),
  );
  const ofToday = counted.filter(({ order }) => isPromisedOn(order, today));
  const technicians = areas.flatMap((area) => [...area.technicians.values()]);
  return {
    promisedToday: ofToday.length,
    kept: ofToday.filter(({ promise }) => promise.state === 'kept').sort(byPromise),
    atRisk: ofToday.filter(({ promise }) => promise.state === 'at_risk').sort(bySlack),
    broken: ofToday.filter(({ promise }) => promise.state === 'broken').sort(byPromise),
    approvals: areas
      .flatMap((area) => [...area.approvals.values()])
      .filter((approval) => approval.state === 'pending')
      .sort((a, b) => a.requestedAt - b.requestedAt),
    silent: positionOf === null ? [] : silentOf(technicians, now, positionOf),
    overLimit: counted.filter(({ order }) => isAtChangeLimit(order)),
    loads: areas.map((area) => loadOf(area, today)),
  };
}

function silentOf(
  technicians: readonly Technician[],
  now: Instant,
  positionOf: (technicianId: string) => TechnicianPosition | undefined,
): Silent[] {
  return technicians
    .filter((technician) => technician.onDuty)
    .map((technician) => ({ technician, lastAt: positionOf(technician.id)?.receivedAt ?? null }))
    .filter(({ technician, lastAt }) => now - (lastAt ?? technician.onDutySince ?? 0) > AGEING_MS)
    .sort((a, b) => (a.lastAt ?? 0) - (b.lastAt ?? 0));
}

/** Minutes of slack from which on a promise at risk needs no further mark. */
export const TIGHT_MIN = 15;

function count(order: Order, now: Instant, expected: Expectations): Counted {
  const standard = standardOf(order);
  return { order, promise: promiseState(order, now, standard, expected.get(order.id)) };
}

/** The promise that the day is measured by: the last version, whatever became of it, unless it was called off. */
function isPromisedOn(order: Order, date: string): boolean {
  const last = order.appointments.at(-1);
  if (!last || last.outcome === 'cancelled' || order.status === 'cancelled') return false;
  return isoDay(last.start) === date;
}

function isAtChangeLimit(order: Order): boolean {
  if (TERMINAL_STATUSES.has(order.status)) return false;
  const max = standardOf(order).get('change.max');
  return max !== null && order.companyChangeCount >= max;
}

function loadOf(board: AreaBoard, date: string): AreaLoad {
  const onDuty = [...board.technicians.values()].filter((technician) => technician.onDuty);
  const orders = [...board.orders.values()];
  const planned = orders.filter((order) => order.planned !== null && isoDay(order.planned.start) === date);
  return {
    area: board.area,
    onDuty: onDuty.length,
    visits: planned.length,
    pool: orders.filter((order) => order.status === 'pending_dispatch' && !isMoveParent(order)).length,
    bookedS: planned.reduce((sum, { planned: slot }) => {
      if (slot === null) return sum;
      return sum + (slot.end - slot.start) / 1000 + slot.travelSeconds;
    }, 0),
    capacityS: onDuty.reduce((sum, { shift }) => {
      const start = instantOf(date, shift.start, ZONE);
      return sum + Math.max(0, instantOf(date, shift.end, ZONE) - start) / 1000;
    }, 0),
  };
}

function bySlack(a: Counted, b: Counted): number {
  return (a.promise.slackMin ?? 0) - (b.promise.slackMin ?? 0) || byPromise(a, b);
}

function byPromise(a: Counted, b: Counted): number {
  return (
    (a.order.appointments.at(-1)?.start ?? 0) - (b.order.appointments.at(-1)?.start ?? 0) ||
    (a.order.id < b.order.id ? -1 : 1)
  );
}

/** Minutes from an instant, for words of the board. */
export function minutesFrom(from: Instant, to: Instant): number {
  return (to - from) / MINUTE;
}
