import { orderById } from '#db/query/order.ts';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { judgeReadiness } from '#domain/order/decide-intake.ts';
import type { DayClock } from '#domain/scheduling/day-problem.ts';
import type { Reason } from '#domain/scheduling/model.ts';
import { explain, type Repair } from '#domain/scheduling/smallest-repair.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';
import { daysInForce } from './day-in-force.ts';

/** Why an order stands where it stands on its day. */
export interface OrderWhy {
  orderId: OrderId;
  date: string;
  /** What keeps it from being dispatched at all (INTK-01, INTK-06, INTK-08, INTK-09). */
  rules: ReturnType<typeof refusalRules>;
  /** Technicians who could take it as the plan stands, the cheapest first. */
  fits: readonly { technicianId: string; beginAt: number; leaveAt: number; travelSeconds: number }[];
  /** For each other technician the first constraint that binds. */
  technicians: readonly { technicianId: string; reason: Readonly<Record<string, unknown>> }[];
  /** The smallest change that was really tried and checked; null when none was found or none is needed. */
  repair: Readonly<Record<string, unknown>> | null;
}

/** The per-technician reasons and the smallest tried repair for an order on its day. Null when it does not exist for the viewer. */
export async function explainOrder(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
): Promise<OrderWhy | null> {
  const order = await orderById(services.database.sql, orderId);
  if (!order || !seesOrder(viewer, order) || !mayCommand(viewer, 'order.dispatch')) return null;
  const standard = resolveStandard(order.standardId, order.standardVersion);
  const at = currentAppointment(order)?.start ?? order.planned?.start ?? services.now();
  const date = localDate(at, standard.get('tz'));
  const rules = refusalRules(judgeReadiness(order), standard);
  const [day] = await daysInForce(services, order, [date]);
  if (!day) return { orderId, date, rules, fits: [], technicians: [], repair: null };
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
    orderId,
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
