import type { Problem, TechnicianDay, TravelTimes, Visit } from '#domain/scheduling/model.ts';
import { plainRules } from './random-problem.ts';

/** `HH:mm` as seconds from the origin of a problem. */
export function at(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 3600 + minutes! * 60;
}

/** Places on one street, a minute of driving apart for each step of the index. */
export const streetTravel: TravelTimes = {
  estimated: false,
  seconds: (from, to) => Math.abs(from - to) * 60,
  metres: (from, to) => Math.abs(from - to) * 400,
};

export function technician(id: string, more: Partial<TechnicianDay> = {}): TechnicianDay {
  return {
    id,
    start: 0,
    end: 0,
    shiftStart: at('08:00'),
    shiftEnd: at('18:00'),
    overtimeLimitSeconds: 0,
    freeFrom: at('08:00'),
    breaks: [],
    skills: ['ftth'],
    certificates: ['work'],
    areas: ['a1'],
    mode: 'ebike',
    frozen: [],
    ...more,
  };
}

export function openVisit(id: string, place: number, more: Partial<Visit> = {}): Visit {
  return {
    id,
    place,
    durationSeconds: 3600,
    window: { kind: 'open', release: 0, deadline: at('48:00') },
    class: 'install',
    skills: ['ftth'],
    certificates: ['work'],
    area: 'a1',
    estate: null,
    readiness: 'ready',
    intakeAt: 0,
    ...more,
  };
}

export function promisedVisit(
  id: string,
  place: number,
  from: string,
  until: string,
  more: Partial<Visit> = {},
): Visit {
  return openVisit(id, place, {
    window: { kind: 'promised', from: at(from), until: at(until), changesLeft: 2, notified: true },
    ...more,
  });
}

/** A street of 61 places, five minutes early, no reserve unless asked for. */
export function streetDay(
  technicians: readonly TechnicianDay[],
  visits: readonly Visit[],
  more: Partial<Problem> = {},
): Problem {
  return {
    now: at('07:00'),
    places: Array.from({ length: 61 }, (_, i) => ({ lng: 119.3 + i / 1000, lat: 26.08 })),
    technicians,
    visits,
    travel: streetTravel,
    rules: { ...plainRules, legReserveSeconds: 0, estateEntrySeconds: 0 },
    ...more,
  };
}
