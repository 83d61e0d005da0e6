import { describe, expect, it } from 'vitest';
import type { Problem, Step } from '#domain/scheduling/model.ts';
import { timeRoute } from '#domain/scheduling/timeline.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

function route(problem: Problem, steps: readonly Step[]) {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  return timeRoute(problem, problem.technicians[0]!, steps, visits);
}
const visit = (id: string): Step => ({ kind: 'visit', visit: id });

describe('the timeline of a route', () => {
  it('[WIN-01] waits when early and counts the wait into everything after it', () => {
    const problem = streetDay(
      [technician('t')],
      [promisedVisit('a', 10, '09:00', '09:30'), openVisit('b', 15)],
    );
    const { stops, endsAt, travelSeconds } = route(problem, [visit('a'), visit('b')]);
    // leave 08:00, 10 min drive, wait from 08:10 to 09:00, work to 10:00, 5 min, work to 11:05, 15 min home
    expect(stops.map((stop) => [stop.arrive, stop.begin, stop.leave])).toEqual([
      [at('08:10'), at('09:00'), at('10:00')],
      [at('10:05'), at('10:05'), at('11:05')],
    ]);
    expect(endsAt).toBe(at('11:20'));
    expect(travelSeconds).toBe(30 * 60);
  });

  it('[WIN-01] lets service end after the window as long as it began inside', () => {
    const problem = streetDay([technician('t')], [promisedVisit('a', 10, '09:00', '09:30')]);
    expect(route(problem, [visit('a')]).stops[0]).toMatchObject({ leave: at('10:00'), lateSeconds: 0 });
  });

  it('[TRAV-04] adds the reserve to every leg that is driven and to none that is not', () => {
    const problem = streetDay([technician('t')], [openVisit('a', 10), openVisit('b', 10)]);
    const reserved = { ...problem, rules: { ...problem.rules, legReserveSeconds: 600 } };
    const { stops, travelSeconds } = route(reserved, [visit('a'), visit('b')]);
    expect(stops.map((stop) => stop.arrive)).toEqual([at('08:20'), at('09:20')]);
    expect(travelSeconds).toBe(20 * 60);
  });

  it('says by how much a stop is late and how far the others may slip', () => {
    const problem = streetDay(
      [technician('t', { freeFrom: at('09:40') })],
      [promisedVisit('a', 10, '09:00', '09:30'), promisedVisit('b', 10, '11:00', '12:00')],
    );
    const { stops } = route(problem, [visit('a'), visit('b')]);
    expect(stops[0]).toMatchObject({ begin: at('09:50'), lateSeconds: 20 * 60, slackSeconds: 0 });
    expect(stops[1]).toMatchObject({ begin: at('11:00'), lateSeconds: 0, slackSeconds: 3600 });
  });

  it('takes a break where the technician is and drives on from there', () => {
    const pause = { from: at('12:00'), until: at('13:00'), durationSeconds: 1800 };
    const problem = streetDay(
      [technician('t', { freeFrom: at('11:00'), breaks: [pause] })],
      [openVisit('a', 10), openVisit('b', 20)],
    );
    const { stops } = route(problem, [visit('a'), { kind: 'break', break: 0 }, visit('b')]);
    expect(stops.map((stop) => [stop.place, stop.arrive, stop.begin, stop.leave])).toEqual([
      [10, at('11:10'), at('11:10'), at('12:10')],
      [10, at('12:10'), at('12:10'), at('12:40')],
      [20, at('12:50'), at('12:50'), at('13:50')],
    ]);
  });

  it('keeps the visits already begun as they were', () => {
    const frozen = [{ visit: 'a', arrive: at('08:05'), begin: at('08:10'), leave: at('09:30') }];
    const problem = streetDay(
      [technician('t', { start: 10, freeFrom: at('09:30'), frozen })],
      [openVisit('a', 10), openVisit('b', 12)],
    );
    const { stops } = route(problem, [visit('b')]);
    expect(stops.map((stop) => [stop.frozen, stop.arrive])).toEqual([
      [true, at('08:05')],
      [false, at('09:32')],
    ]);
  });
});
