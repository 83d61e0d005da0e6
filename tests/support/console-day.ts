import type { DayGround } from '#app/dispatch/drag/target-verdict.ts';
import type { Random } from '#domain/base/random.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import { areaTravel } from '#domain/scheduling/day-travel.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { instantOf } from '#domain/time/zone.ts';

const DATE = '2026-03-10';
const TZ = 'Asia/Shanghai';
const AREA = 'gulou';
const STANDARD = 'tietong-fujian-2015';

/** A large day of one area: most orders planned in technicians' days, a tenth of them in the pool, or so many as are to wait. */
export function consoleDay(size: { technicians: number; orders: number; waiting?: number; random: Random }) {
  const { unit } = size.random;
  const near = (span: number) => (unit() - 0.5) * span;
  const door = () => ({ lng: 119.3 + near(0.14), lat: 26.08 + near(0.1) });
  const technicians = Array.from(
    { length: size.technicians },
    (_, index): Technician => ({
      id: `t${index}`,
      number: `T${index}`,
      name: `装维${index}`,
      areaId: AREA,
      skills: ['ftth', 'lan', 'xdsl'],
      vehicle: 'ebike',
      shift: { start: '08:00', end: '18:00' },
      home: door(),
      certifiedUntil: '2027-12-31',
      onDuty: true,
      onDutySince: null,
      consent: null,
      version: 1,
    }),
  );
  const now = instantOf(DATE, '08:00', TZ);
  const standard = resolveStandard(STANDARD);
  const { waiting = Math.floor(size.orders / 10) } = size;
  const visits = new Map<string, Order[]>(technicians.map(({ id }) => [id, []]));
  const pool: Order[] = [];
  for (let index = 0; index < size.orders; index += 1) {
    const taken = takenIn(index, now - 3_600_000, door());
    if (index < waiting) {
      pool.push(taken);
      continue;
    }
    const technician = technicians[index % technicians.length]!;
    const stops = visits.get(technician.id)!;
    const start = now + (stops.length * 95 + 30) * 60_000;
    stops.push({
      ...taken,
      status: 'dispatched',
      technicianId: technician.id,
      planned: {
        technicianId: technician.id,
        start,
        end: start + 60 * 60_000,
        travelSeconds: 900,
        travelMetres: 3000,
      },
    });
  }
  const ground: DayGround = {
    date: DATE,
    now,
    standard,
    visitsOf: (id) => visits.get(id) ?? [],
    besideOf: () => [],
    travelOf: () => areaTravel(null),
    placeOf: () => null,
    centreOf: () => null,
    onDate: () => true,
  };
  return { technicians, visits, pool, ground, at: instantOf(DATE, '11:00', TZ) };
}

function takenIn(index: number, at: number, point: { lng: number; lat: number }): Order {
  const decision = decideOrder(
    null,
    {
      type: 'order.intake',
      payload: {
        orderId: `o${index}`,
        number: `N${index}`,
        areaId: AREA,
        type: index % 3 === 0 ? 'fault' : 'install',
        accessType: 'FTTH',
        durationMin: 60,
        estate: `小区${index % 240}`,
        place: { point, precision: 'rooftop', uncertaintyM: 20 },
      },
    },
    {
      now: at,
      actor: { id: 'd', role: 'dispatcher', areaIds: null },
      standard: resolveStandard(STANDARD),
      area: null,
      technician: null,
      bookings: [],
      slot: null,
      approval: null,
      sibling: null,
    },
  );
  const order = decision.events.reduce<Order | null>((state, event) => evolveOrder(state, event, at), null);
  if (!order) throw new Error(`order ${index} was not taken in`);
  return order;
}
