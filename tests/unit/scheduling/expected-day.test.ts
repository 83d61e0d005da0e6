import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { AreaExpectations, type AreaNow, expectedTimes } from '#domain/scheduling/expected-area.ts';
import { expectedDay } from '#domain/scheduling/expected-day.ts';
import { troublesOf } from '#domain/scheduling/ripple.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';
const DOOR = { lng: 119.3, lat: 26.08 };
const at = (clock: string) => beijing(`${DATE} ${clock}`);

/** An install of an hour at the same door as all others, promised for and planned at that time. */
function promised(id: string, clock: string, more: (story: Story) => void = () => undefined): Order {
  const story = Story.accepted();
  story.do(`2026-03-09 10:00`, 'appointment.confirm', { start: at(clock), proposedBy: 'customer' });
  more(story);
  return {
    ...story.now,
    id,
    place: { point: DOOR, precision: 'rooftop', uncertaintyM: 0 },
    durationMin: 60,
    planned: {
      technicianId: 't1',
      start: at(clock),
      end: at(clock) + 3_600_000,
      travelSeconds: 0,
      travelMetres: 0,
    },
  };
}

const crew = { ...technician, home: DOOR };

function expected(orders: readonly Order[], now: string, someone = crew) {
  const standard = new Story().standard;
  return expectedDay({ technician: someone, orders, standard, now: at(now) }).map(
    ({ orderId, beginAt, lateMin }) => [orderId, beginAt === null ? null : beginAt - at('00:00'), lateMin],
  );
}
const of = (clock: string) => at(clock) - at('00:00');

describe('[SCHD-11] the rest of a day is predicted', () => {
  it('begins each visit at its promise while nothing has gone wrong', () => {
    expect(expected([promised('a', '10:00'), promised('b', '11:00')], '09:00')).toEqual([
      ['a', of('10:00'), 0],
      ['b', of('11:00'), 0],
    ]);
  });

  it('lets nobody be late whose way takes only the reserve of the plan', () => {
    const near = {
      ...promised('b', '11:00'),
      place: { point: { lng: 119.301, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 0 },
    } as Order;
    // Ten minutes of reserve and six of way would be planned; six are needed.
    expect(expected([near], '10:53').map(([, , late]) => late)).toEqual([0]);
    expect(expected([near], '10:57').map(([, , late]) => late)).toEqual([3]);
  });

  it('[SCHD-01] lets whoever was promised nothing wait for a promise that could not be kept otherwise', () => {
    const unpromised = { ...promised('open', '09:00'), appointments: [] } as Order;
    expect(expected([unpromised, promised('a', '10:00')], '09:00')).toEqual([
      ['open', of('09:00'), 0],
      ['a', of('10:00'), 0],
    ]);
    expect(expected([unpromised, promised('a', '10:00'), promised('b', '11:00')], '09:20')).toEqual([
      ['a', of('10:00'), 0],
      ['b', of('11:00'), 0],
      ['open', of('12:00'), 0],
    ]);
  });

  it('makes everybody behind somebody wait who told that he comes half an hour later', () => {
    const late = promised('a', '10:00', (story) =>
      story.do(`${DATE} 09:30`, 'appointment.late', { eta: at('10:30'), reason: 'flat tyre' }),
    );
    expect(expected([late, promised('b', '11:00'), promised('c', '14:00')], '09:35')).toEqual([
      ['a', of('10:30'), 30],
      ['b', of('11:30'), 30],
      ['c', of('14:00'), 0],
    ]);
  });

  it('counts work that runs over as ending now, minute by minute', () => {
    const story = (story: Story) => {
      story.do(`${DATE} 07:50`, 'visit.depart', {});
      story.do(`${DATE} 08:00`, 'visit.arrive', { distanceM: 5 });
      story.do(`${DATE} 08:00`, 'visit.enter', {});
    };
    const orders = [promised('a', '08:00', story), promised('b', '09:00')];
    expect(orders[0]?.visits.at(-1)?.enteredAt).toBe(at('08:00'));
    expect(expected(orders, '08:55').at(-1)).toEqual(['b', of('09:00'), 0]);
    expect(expected(orders, '09:10').at(-1)).toEqual(['b', of('09:10'), 10]);
    expect(expected(orders, '09:25').at(-1)).toEqual(['b', of('09:25'), 25]);
  });

  it('expects nobody of a technician who is off duty when the shift runs, but not before everybody has signed in', () => {
    const away = { ...crew, onDuty: false };
    expect(expected([promised('a', '10:00')], '08:15', away)).toEqual([['a', of('10:00'), 0]]);
    expect(expected([promised('a', '10:00')], '08:16', away)).toEqual([['a', null, 0]]);
  });
});

describe('[SCHD-11] the visits that need somebody to act', () => {
  const area = {
    id: 'a1',
    name: '',
    region: 'urban',
    polygon: null,
    leadTechnicianId: null,
    standardId: 'tietong-fujian-2015',
  } as const;
  const day = (orders: readonly Order[], now: string, technicians = [crew]): AreaNow => ({
    area,
    technicians,
    orders,
    positionOf: () => undefined,
    now: at(now),
  });
  const told = (orders: readonly Order[], now: string, technicians = [crew]) =>
    troublesOf(expectedTimes(day(orders, now, technicians)), orders).map(
      ({ order, cause, lateMin, isTold }) =>
        [order.id, cause, lateMin, isTold ? 'told' : ''].filter(Boolean).join(' '),
    );

  it('are those who will be late, until they have been told, then at the end', () => {
    const late = promised('a', '10:00', (story) =>
      story.do(`${DATE} 09:30`, 'appointment.late', { eta: at('10:30'), reason: 'flat tyre' }),
    );
    expect(told([late, promised('b', '11:00')], '09:35')).toEqual(['b late 30', 'a late 30 told']);
  });

  it('are those of somebody gone, and a promise that stands in nobody’s day', () => {
    const left = {
      ...promised('n', '15:00'),
      technicianId: null,
      planned: null,
      status: 'pending_dispatch',
    } as Order;
    const gone = { ...crew, onDuty: false };
    expect(told([promised('a', '10:00'), left], '09:30', [gone])).toEqual(['a absent', 'n nobody']);
  });

  it('are emergency lines that wait', () => {
    const urgent = {
      ...promised('u', '15:00'),
      appointments: [],
      emergencyLine: true,
      technicianId: null,
      planned: null,
      status: 'pending_dispatch',
    } as Order;
    expect(told([promised('a', '10:00'), urgent], '09:30')).toEqual(['u urgent']);
  });

  it('keeps every day that nothing has happened to, and works out the others again', () => {
    const expectations = new AreaExpectations();
    const other = { ...crew, id: 't2' };
    const orders = [
      promised('a', '10:00'),
      { ...promised('b', '11:00'), planned: { ...promised('b', '11:00').planned!, technicianId: 't2' } },
    ];
    const first = expectations.of(day(orders, '09:00', [crew, other]));
    expect(expectations.of(day(orders, '09:00', [crew, other]))).toBe(first);
    const gone = expectations.of(day(orders, '09:00', [{ ...crew, onDuty: false }, other]));
    expect(gone.get('a')?.beginAt).toBeNull();
    expect(gone.get('b')).toBe(first.get('b'));
  });
});
