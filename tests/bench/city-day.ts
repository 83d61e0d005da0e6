import { seededRandom } from '#domain/base/random.ts';
import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import type { Problem, TechnicianDay, Visit } from '#domain/scheduling/model.ts';
import { rankNames, visitClasses } from '#domain/scheduling/model.ts';

const HOUR = 3600;
const SKILLS = ['ftth', 'lan', 'xdsl'];

/**
 * A city's working day of the size asked for: 25 × 20 km, twelve areas in four districts, e-bikes and cars,
 * lunch breaks, six promises in ten with windows of one to two hours, the rest with deadlines.
 */
export function cityDay(seed: number, technicianCount: number, visitCount: number): Problem {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random.unit() < share;
  const places: { lng: number; lat: number }[] = [];
  const addPlace = (lng: number, lat: number): number => places.push({ lng, lat }) - 1;
  const centres = Array.from({ length: 12 }, (_, i) => ({
    lng: 119.2 + (i % 4) * 0.065 + random.unit() * 0.03,
    lat: 25.98 + Math.floor(i / 4) * 0.065 + random.unit() * 0.03,
  }));
  const near = (centre: { lng: number; lat: number }): number =>
    addPlace(centre.lng + (random.unit() - 0.5) * 0.07, centre.lat + (random.unit() - 0.5) * 0.07);
  const technicians = Array.from({ length: technicianCount }, (_, k): TechnicianDay => {
    const area = k % centres.length;
    const home = near(centres[area]!);
    return {
      id: `t${k}`,
      start: home,
      end: home,
      shiftStart: 8 * HOUR,
      shiftEnd: chance(0.3) ? 20 * HOUR : 18 * HOUR,
      overtimeLimitSeconds: 0,
      freeFrom: 8 * HOUR,
      breaks: [{ from: 11.5 * HOUR, until: 13 * HOUR, durationSeconds: 2700 }],
      skills: SKILLS.filter((skill) => skill === 'ftth' || chance(0.6)),
      certificates: ['work'],
      areas: [`d${area % 4}`],
      mode: chance(0.8) ? 'ebike' : 'car',
      frozen: [],
    };
  });
  const visits = Array.from({ length: visitCount }, (_, i): Visit => {
    const area = random.below(centres.length);
    const from = 8.5 * HOUR + random.below(18) * 1800;
    return {
      id: `v${i}`,
      place: near(centres[area]!),
      durationSeconds: 1200 + random.below(5) * 600,
      window: chance(0.6)
        ? {
            kind: 'promised',
            from,
            until: from + (chance(0.5) ? HOUR : 2 * HOUR),
            changesLeft: 2,
            notified: true,
          }
        : { kind: 'open', release: 8 * HOUR, deadline: chance(0.3) ? 20 * HOUR : 44 * HOUR },
      class: visitClasses[2 + random.below(4)]!,
      skills: [chance(0.7) ? 'ftth' : SKILLS[random.below(3)]!],
      certificates: ['work'],
      area: `d${area % 4}`,
      estate: null,
      readiness: 'ready',
      intakeAt: i,
    };
  });
  return {
    now: 7 * HOUR,
    places,
    technicians,
    visits,
    travel: straightLineTravel(places),
    rules: {
      arriveEarlySeconds: 300,
      legReserveSeconds: 600,
      closesAt: 20 * HOUR,
      deadlineReserveSeconds: 1800,
      frozenHorizonSeconds: 2 * HOUR,
      travelHour: 10,
      changePenaltySeconds: 300,
      estateEntrySeconds: 240,
      rankOrder: rankNames,
    },
  };
}
