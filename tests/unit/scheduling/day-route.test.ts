import { describe, expect, it } from 'vitest';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { Order } from '#domain/order/order.ts';
import { type DayRouteAsk, timeDay } from '#domain/scheduling/day-route.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';
const DOOR = { lng: 119.3, lat: 26.08 };
const standard = resolveStandard('tietong-fujian-2015');

/** An install of 90 minutes at the same door as all others, so that only clock and order matter. */
function visit(id: string, at: { planned?: string; promised?: string }): Order {
  const story = Story.accepted();
  if (at.promised)
    story.do('2026-03-09 10:00', 'appointment.confirm', {
      start: beijing(`${DATE} ${at.promised}`),
      proposedBy: 'customer',
    });
  const start = at.planned ? beijing(`${DATE} ${at.planned}`) : null;
  return {
    ...story.now,
    id,
    place: { point: DOOR, precision: 'rooftop', uncertaintyM: 0 },
    durationMin: 90,
    planned:
      start === null
        ? null
        : { technicianId: 't1', start, end: start + 90 * 60_000, travelSeconds: 0, travelMetres: 0 },
  };
}

function day(stops: readonly Order[], insert?: DayRouteAsk['insert'], now = '08:00') {
  const route = timeDay({
    technician: { ...technician, home: DOOR },
    date: DATE,
    stops,
    standard,
    now: beijing(`${DATE} ${now}`),
    ...(insert ? { insert } : {}),
  });
  const minutes = (instant: number) => (instant - beijing(`${DATE} 00:00`)) / 60_000;
  return {
    ...route,
    clock: route.stops.map(({ orderId, planned }) => {
      const at = minutes(planned.start);
      return `${orderId} ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    }),
  };
}

describe('a day with an order dropped on it', () => {
  it('keeps the time it was dropped on and leaves earlier stops alone', () => {
    const { clock } = day([visit('a', { planned: '08:00' })], {
      orders: [visit('b', {})],
      at: beijing(`${DATE} 14:00`),
    });
    expect(clock).toEqual(['a 08:00', 'b 14:00']);
  });

  it('pushes an unpromised stop behind it, only as far as it must', () => {
    const stops = [visit('a', { planned: '10:00' }), visit('c', { planned: '16:00' })];
    const { clock } = day(stops, { orders: [visit('b', {})], at: beijing(`${DATE} 09:00`) });
    expect(clock).toEqual(['b 09:00', 'a 10:30', 'c 16:00']);
  });

  it('never pulls an unpromised stop to an earlier time than it has', () => {
    expect(day([visit('a', { planned: '15:00' })]).clock).toEqual(['a 15:00']);
  });

  it('[SCHD-01] serves promises in their order even where that makes more of them late', () => {
    const stops = [
      visit('noon', { planned: '11:00', promised: '11:00' }),
      visit('later', { planned: '12:30', promised: '12:30' }),
    ];
    const promised = visit('first', { promised: '09:45' });
    const { clock, late } = day(stops, { orders: [promised] });
    expect(clock).toEqual(['first 09:45', 'noon 11:15', 'later 12:45']);
    expect(late).toEqual([
      { orderId: 'noon', minutes: 15, promised: true },
      { orderId: 'later', minutes: 15, promised: true },
    ]);
  });

  it('[SCHD-01] brings a promised stop back to its promise when it stood too late', () => {
    const stops = [visit('a', { planned: '13:00' }), visit('b', { planned: '17:00', promised: '10:00' })];
    expect(currentAppointment(stops[1]!)?.start).toBe(beijing(`${DATE} 10:00`));
    expect(day(stops).clock).toEqual(['b 10:00', 'a 13:00']);
  });

  it('[SCHD-01] lets a promise that is dropped on its own time go before an unpromised stop in its way', () => {
    const stops = [visit('a', { planned: '09:00' })];
    const promised = visit('p', { promised: '10:00' });
    const { clock, late } = day(stops, { orders: [promised], at: beijing(`${DATE} 10:00`) });
    expect(clock).toEqual(['p 10:00', 'a 11:30']);
    expect(late).toEqual([]);
  });

  it('[SCHD-01] keeps everybody waiting for no promise that would be late all the same', () => {
    const stops = [
      visit('early', { planned: '09:30' }),
      visit('p', { planned: '15:00', promised: '15:00' }),
      visit('late', { planned: '16:30', promised: '16:00' }),
    ];
    const { clock, late } = day(stops);
    expect(clock).toEqual(['early 09:30', 'p 15:00', 'late 16:30']);
    expect(late).toEqual([{ orderId: 'late', minutes: 30, promised: true }]);
  });

  it('[SCHD-01] lets as many stops wait as make a late promise less late, and no more', () => {
    const stops = [
      visit('early', { planned: '09:30' }),
      visit('near', { planned: '13:40' }),
      visit('p', { planned: '15:10', promised: '13:00' }),
    ];
    expect(day(stops, undefined, '13:30').clock[0]).toBe('p 13:30');
    expect(day(stops).clock).toEqual(['early 09:30', 'p 13:00', 'near 14:30']);
  });

  it('finds the place that breaks no promise', () => {
    const stops = [visit('p', { planned: '09:00', promised: '09:00' })];
    const { clock, late } = day(stops, { orders: [visit('b', {})] });
    expect(clock).toEqual(['p 09:00', 'b 10:30']);
    expect(late).toEqual([]);
  });

  it('[WIN-01] begins nothing before the visit window opens, whatever the hour now', () => {
    expect(day([], { orders: [visit('b', {})] }, '06:10').clock).toEqual(['b 08:00']);
  });

  it('plans in whole minutes, whatever second it is and however crooked the way', () => {
    const away = (id: string, at: Parameters<typeof visit>[1]): Order => ({
      ...visit(id, at),
      place: { point: { lng: 119.3237, lat: 26.0713 }, precision: 'rooftop', uncertaintyM: 0 },
    });
    const route = timeDay({
      technician: { ...technician, home: DOOR },
      date: DATE,
      stops: [visit('a', { planned: '10:00' }), away('b', { planned: '12:30' })],
      insert: { orders: [away('c', {})] },
      standard,
      now: beijing(`${DATE} 09:07`) + 53_250,
      position: { lng: 119.3111, lat: 26.0877 },
    });
    expect(route.stops).toHaveLength(3);
    for (const { planned } of route.stops) {
      expect(planned.start % 60_000).toBe(0);
      expect(planned.end % 60_000).toBe(0);
      expect(planned.travelSeconds % 60).toBe(0);
    }
    expect(route.stops.some(({ planned }) => planned.travelSeconds > 0)).toBe(true);
  });
});
