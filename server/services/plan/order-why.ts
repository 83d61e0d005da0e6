import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import { judgeReadiness } from '#domain/order/decide-intake.ts';
import type { Order } from '#domain/order/order.ts';
import type { DayClock } from '#domain/scheduling/day-problem.ts';
import type { Reason } from '#domain/scheduling/model.ts';
import { explain, type Repair } from '#domain/scheduling/smallest-repair.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { DaysInForce } from './day-in-force.ts';
import type { OrderWhy } from './explain-order.ts';

/** The per-technician reasons and the smallest tried repair for an order on its day, today where that day is past. */
export async function whyOf(days: DaysInForce, order: Order, now: Instant): Promise<OrderWhy> {
  const standard = standardOf(order);
  const at = Math.max(now, currentAppointment(order)?.start ?? order.planned?.start ?? now);
  const date = localDate(at, standard.get('tz'));
  const rules = refusalRules(judgeReadiness(order), standard);
  const day = await days.of(order, date, now);
  if (!day) return { orderId: order.id, date, rules, fits: [], technicians: [], repair: null };
  const { resident, visit, clock } = day;
  const fits = resident.insert(visit).flatMap((placing) =>
    placing.kind === 'place'
      ? [
          {
            technicianId: placing.technician,
            beginAt: clock.toInstant(placing.begin),
            leaveAt: clock.toInstant(placing.leave),
            travelSeconds: placing.cost.travelSeconds,
          },
        ]
      : [],
  );
  const able = new Set(fits.map(({ technicianId }) => technicianId));
  const { reasons, repair } = explain(resident, visit);
  return {
    orderId: order.id,
    date,
    rules,
    fits,
    technicians: reasons
      .filter(({ technician }) => !able.has(technician))
      .map(({ technician, reason }) => ({ technicianId: technician, reason: told(reason, clock) })),
    repair: fits.length > 0 || !repair ? null : toldRepair(repair, clock),
  };
}

/** Seconds of the day as the scheduler counts them, by the names that they get as instants. */
const CLOCK_FIELDS: Readonly<Record<string, string>> = {
  begin: 'beginAt',
  arrive: 'arriveAt',
  leave: 'leaveAt',
  from: 'from',
  until: 'until',
  endsAt: 'endsAt',
  shiftEnd: 'shiftEndAt',
  closesAt: 'closesAt',
};

/** A reason as the HTTP surface tells it: orders by their id, instants as such. */
function told(value: Reason | object, clock: DayClock): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      if (name === 'visit') return ['orderId', field];
      const as = CLOCK_FIELDS[name];
      return as !== undefined && typeof field === 'number' ? [as, clock.toInstant(field)] : [name, field];
    }),
  );
}

function toldRepair(repair: Repair, clock: DayClock): Readonly<Record<string, unknown>> {
  if (repair.kind === 'other_time') return { kind: repair.kind, slot: told(repair.slot, clock) };
  const { orders: _, ...rest } = repair;
  return rest;
}
