import { describe, expect, it } from 'vitest';
import { addedWay } from '#domain/scheduling/added-way.ts';
import type { RouteOrder } from '#domain/scheduling/model.ts';
import { at, openVisit, streetDay, technician } from '#tests/support/small-day.ts';

const route = (id: string, ...visits: string[]): RouteOrder => ({
  technician: id,
  steps: visits.map((visit) => ({ kind: 'visit', visit })),
});

/** West lives at one end of the street, east at the other, an hour of driving away. */
const day = streetDay(
  [technician('west'), technician('east', { start: 60, end: 60 })],
  [openVisit('near', 10), openVisit('middle', 30), openVisit('far', 50)],
);

describe('what another order of work adds to the day', () => {
  it('counts the way that is saved where the visit stood as well as the way that comes in', () => {
    const stands = [route('west', 'near', 'middle'), route('east', 'far')];
    const given = [route('west', 'near'), route('east', 'far', 'middle')];
    // West goes 10 and back instead of 30 and back, east 30 and back instead of 10 and back: as long as before.
    expect(addedWay(day, stands, given)).toEqual({ travelSeconds: 0, overtimeSeconds: 0 });
  });

  it('is less than nothing where it saves', () => {
    const stands = [route('west', 'near', 'far'), route('east', 'middle')];
    const given = [route('west', 'near'), route('east', 'far', 'middle')];
    expect(addedWay(day, stands, given).travelSeconds).toBe(-80 * 60);
  });

  it('is the whole way of a visit that stood in nobody’s day', () => {
    const stands = [route('west', 'near'), route('east')];
    const given = [route('west', 'near'), route('east', 'far')];
    expect(addedWay(day, stands, given).travelSeconds).toBe(20 * 60);
  });

  it('tells overtime apart from the way', () => {
    const short = { ...day, technicians: [technician('west', { shiftEnd: at('10:00') })] };
    // 08:00, half an hour there, an hour of work, half an hour back: in time. An hour and twenty of work and way more.
    const added = addedWay(short, [route('west', 'middle')], [route('west', 'near', 'middle')]);
    expect(added).toEqual({ travelSeconds: 0, overtimeSeconds: 60 * 60 });
  });
});
