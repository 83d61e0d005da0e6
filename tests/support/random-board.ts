import type { DayGround } from '#app/dispatch/drag/target-verdict.ts';
import type { Appointment } from '#domain/appointment/appointment.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { beginTrip } from '#domain/visit/begin-trip.ts';
import type { Visit } from '#domain/visit/visit.ts';
import { consoleDay } from './console-day.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

const BREAKS = [
  { from: '11:30', until: '12:30', minutes: 60 },
  { from: '15:00', until: '15:30', minutes: 15 },
];

/** A small area whose day is as mixed as days are: promises, locks, wishes, pauses, trips under way, breaks, people out on the road. */
export function randomBoard(seed: number, size: { technicians: number; orders: number }) {
  const random = seededRandom(seed);
  const { unit, below } = random;
  const day = consoleDay({ ...size, waiting: Math.ceil(size.orders / 4), random });
  const now = day.ground.now + below(10 * 60) * MINUTE + below(MINUTE);
  const quarterOfDay = () => day.ground.now + below(44) * QUARTER;
  const mixed = (order: Order): Order => {
    const start = order.planned?.start ?? quarterOfDay();
    const asPlanned = unit() < 0.5 ? start : quarterOfDay();
    const underWay = order.planned !== null && start < now && unit() < 0.3;
    return {
      ...order,
      durationMin: 15 * (1 + below(8)),
      emergencyLine: unit() < 0.05,
      preferredStarts: unit() < 0.2 ? [quarterOfDay()] : [],
      place: unit() < 0.1 ? null : order.place,
      appointments: unit() < 0.4 ? [promise(asPlanned, below(3) * 30 * MINUTE)] : [],
      lock:
        unit() < 0.1
          ? {
              technicianId: unit() < 0.5 ? order.technicianId : null,
              start: unit() < 0.7 ? asPlanned : null,
              by: 'd',
              at: day.ground.now,
            }
          : null,
      firstDispatchedAt: order.planned ? day.ground.now : null,
      pauses:
        unit() < 0.2
          ? [
              {
                from: day.ground.now - below(120) * MINUTE,
                until: unit() < 0.5 ? null : now,
                reason: 'customer_wish',
                approvedBy: null,
              },
            ]
          : [],
      visits: underWay ? [{ ...TRIP, technicianId: order.technicianId!, enRouteAt: start }] : [],
    };
  };
  const visits = new Map([...day.visits].map(([id, orders]) => [id, orders.map(mixed)]));
  const positions = new Map(
    day.technicians.map(({ id }) => [
      id,
      unit() < 0.5 ? { lng: 119.3 + (unit() - 0.5) * 0.1, lat: 26.08 } : null,
    ]),
  );
  const technicians = day.technicians.map(
    (technician): Technician => ({
      ...technician,
      areaId: unit() < 0.1 ? 'taijiang' : technician.areaId,
      skills: unit() < 0.1 ? [] : technician.skills,
      vehicle: unit() < 0.3 ? 'car' : technician.vehicle,
      certifiedUntil: unit() < 0.1 ? null : technician.certifiedUntil,
      shift: unit() < 0.2 ? { start: '09:30', end: '13:00' } : technician.shift,
      ...(unit() < 0.4 ? { breaks: BREAKS.slice(0, 1 + below(2)) } : {}),
      ...(unit() < 0.2 ? { overtimeMin: 45 } : {}),
    }),
  );
  const ground: DayGround = {
    ...day.ground,
    now,
    visitsOf: (id) => visits.get(id) ?? [],
    placeOf: (id) => positions.get(id) ?? null,
    centreOf: () => ({ lng: 119.31, lat: 26.07 }),
  };
  return { technicians, ground, pool: day.pool.map(mixed), quarterOfDay };
}

function promise(start: number, lasts: number): Appointment {
  return {
    version: 1,
    start,
    end: start + lasts,
    proposedBy: 'customer',
    confirmedAt: start - 24 * 60 * MINUTE,
    confirmedBy: 'd',
    channel: 'phone',
    outcome: null,
    endedAt: null,
    change: null,
    lateness: null,
  };
}

const TRIP: Visit = {
  ...beginTrip({ id: 'v', technicianId: 't', promiseVersion: 1, at: 0 }),
  enRouteAt: null,
};
