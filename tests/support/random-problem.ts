import type { Random } from '#domain/base/random.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { PlanRules, Problem, TechnicianDay, Visit } from '#domain/scheduling/model.ts';
import { rankNames, visitClasses } from '#domain/scheduling/model.ts';
import { gridTravel } from './grid-travel.ts';

export const plainRules: PlanRules = {
  arriveEarlySeconds: 300,
  legReserveSeconds: 600,
  closesAt: 72_000,
  deadlineReserveSeconds: 1800,
  frozenHorizonSeconds: 7200,
  travelHour: 10,
  changePenaltySeconds: 600,
  estateEntrySeconds: 240,
  rankOrder: rankNames,
};

export interface ProblemSize {
  readonly technicians: number;
  readonly visits: number;
}

const HOUR = 3600;

/**
 * A day with everything that a day may hold: skills, areas, estates, promises with windows and points,
 * deadlines behind and ahead, breaks, overtime, locks, crews, visits that follow others, parts and a store,
 * a published plan, technicians under way. The same seed gives the same day.
 */
export function randomProblem(seed: number, size: ProblemSize): Problem {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random.unit() < share;
  const stocked = chance(0.3);
  const asymmetric = chance(0.5);
  const spread = 4 + random.below(12);
  const places = Array.from({ length: size.visits + size.technicians * 2 + 1 }, () => ({
    lng: 119.2 + (random.unit() * spread) / 100,
    lat: 26 + (random.unit() * spread) / 100,
  }));
  const now = chance(0.5) ? 6 * HOUR : 8 * HOUR + random.below(6 * HOUR);
  const visits = Array.from({ length: size.visits }, (_, i) => randomVisit(random, i, size, now, stocked));
  const technicians = Array.from({ length: size.technicians }, (_, k) =>
    randomTechnician(random, k, size, now, stocked, visits),
  );
  technicians.forEach((technician) => {
    if (chance(0.1)) sendOnTheWay(random, technician, visits);
  });
  const begun = new Set(technicians.flatMap((each) => each.frozen.map((stop) => stop.visit)));
  const published = chance(0.5)
    ? visits
        .filter((visit) => size.technicians > 0 && !begun.has(visit.id) && chance(0.7))
        .map((visit) => ({
          visit: visit.id,
          technician: visit.lock?.technician ?? `t${random.below(size.technicians)}`,
          begin: 8 * HOUR + random.below(11 * HOUR),
        }))
    : [];
  return {
    now,
    places,
    technicians,
    visits,
    travel: gridTravel(places, asymmetric),
    rules: {
      ...plainRules,
      legReserveSeconds: chance(0.5) ? 600 : 0,
      estateEntrySeconds: chance(0.5) ? 240 : 0,
    },
    published,
    ...(stocked && chance(0.7) ? { store: places.length - 1 } : {}),
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)]!;
}

function randomVisit(random: Random, i: number, size: ProblemSize, now: number, stocked: boolean): Visit {
  const chance = (share: number): boolean => random.unit() < share;
  const estate = chance(0.4) ? random.below(Math.ceil(size.visits / 5)) : null;
  const from = 8 * HOUR + random.below(44) * 900;
  const promised = chance(0.5);
  const lock =
    chance(0.08) && size.technicians > 0
      ? {
          ...(chance(0.7) ? { technician: `t${random.below(size.technicians)}` } : {}),
          ...(chance(0.3) ? { begin: from + 900 } : {}),
          ...(chance(0.3) ? { order: 1 + random.below(5) } : {}),
        }
      : undefined;
  const ordered = lock?.order !== undefined && lock.technician === undefined;
  return {
    id: `v${i}`,
    place: estate === null ? i : Math.min(estate * 5, size.visits - 1),
    durationSeconds: 900 + random.below(12) * 600,
    window: promised
      ? {
          kind: 'promised',
          from,
          until: from + pick(random, [0, 1800, 3600, 7200]),
          changesLeft: random.below(3),
          notified: chance(0.5),
        }
      : {
          kind: 'open',
          release: chance(0.3) ? from - HOUR : 0,
          deadline: chance(0.2) ? now - HOUR : from + random.below(24 * HOUR),
        },
    class: pick(random, visitClasses),
    skills: chance(0.5) ? [pick(random, ['ftth', 'lan', 'xdsl'])] : [],
    certificates: chance(0.3) ? ['work'] : [],
    area: chance(0.5) ? pick(random, ['a1', 'a2']) : null,
    estate: estate === null ? null : `e${estate}`,
    readiness: chance(0.05) ? 'not_ready' : chance(0.2) ? 'uncertain' : 'ready',
    intakeAt: random.below(1000),
    ...(lock === undefined || ordered ? {} : { lock }),
    ...(i > 0 && chance(0.05) ? { after: `v${random.below(i)}` } : {}),
    ...(chance(0.04) ? { crew: 2 } : {}),
    ...(stocked ? { parts: { modem: random.below(3) }, tools: chance(0.2) ? ['splicer'] : [] } : {}),
  };
}

function randomTechnician(
  random: Random,
  k: number,
  size: ProblemSize,
  now: number,
  stocked: boolean,
  visits: Visit[],
): TechnicianDay {
  const chance = (share: number): boolean => random.unit() < share;
  const start = size.visits + 2 * k;
  const shiftStart = 8 * HOUR + random.below(3) * HOUR;
  const shiftEnd = 16 * HOUR + random.below(5) * HOUR;
  const startsOnRoad = chance(0.3) && now > shiftStart && now < shiftEnd;
  const frozen = startsOnRoad ? freeze(random, k, now, visits) : [];
  const freeFrom = Math.max(now, shiftStart, ...frozen.map((stop) => stop.leave));
  return {
    id: `t${k}`,
    start: frozen.length > 0 ? visits.find((visit) => visit.id === frozen[0]!.visit)!.place : start,
    end: chance(0.8) ? start : start + 1,
    shiftStart,
    shiftEnd,
    overtimeLimitSeconds: chance(0.4) ? HOUR : 0,
    freeFrom,
    breaks: chance(0.5)
      ? [
          { from: 11.5 * HOUR, until: 13 * HOUR, durationSeconds: 2700 },
          ...(chance(0.3) ? [{ from: 17 * HOUR, until: 18 * HOUR, durationSeconds: 900 }] : []),
        ]
      : [],
    skills: ['ftth', 'lan', 'xdsl'].filter(() => chance(0.7)),
    certificates: chance(0.8) ? ['work'] : [],
    areas: ['a1', 'a2'].filter(() => chance(0.7)),
    mode: chance(0.7) ? 'ebike' : 'car',
    frozen,
    ...(stocked ? { parts: { modem: random.below(6) }, tools: chance(0.5) ? ['splicer'] : [] } : {}),
  };
}

/** Lets a technician already drive to a plain visit that is theirs to do, if one is found. */
function sendOnTheWay(random: Random, technician: TechnicianDay, visits: Visit[]): void {
  if (visits.length === 0) return;
  const i = random.below(visits.length);
  const visit = visits[i]!;
  const plain =
    visit.crew === undefined && visit.after === undefined && visit.lock === undefined && visit.intakeAt >= 0;
  const able =
    visit.skills.every((skill) => technician.skills.includes(skill)) &&
    visit.certificates.every((certificate) => technician.certificates.includes(certificate)) &&
    (visit.area === null || technician.areas.includes(visit.area)) &&
    visit.parts === undefined &&
    visit.readiness !== 'not_ready';
  if (plain && able) visits[i] = { ...visit, lock: { technician: technician.id, position: 'next' } };
}

/** Lets technician k have begun a plain visit, if one is left. */
function freeze(random: Random, k: number, now: number, visits: Visit[]): TechnicianDay['frozen'] {
  if (visits.length === 0) return [];
  const i = random.below(visits.length);
  const visit = visits[i]!;
  const tied = visits.some((other) => other.after === visit.id);
  if (visit.crew !== undefined || visit.after !== undefined || visit.lock || tied || visit.intakeAt < 0)
    return [];
  // A negative intake marks it as begun, so that no second technician begins it.
  visits[i] = { ...visit, intakeAt: -1 - k };
  const begin = now - 600;
  return [{ visit: visit.id, arrive: begin - 60, begin, leave: begin + visit.durationSeconds }];
}
