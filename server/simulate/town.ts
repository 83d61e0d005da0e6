import { type Random, seededRandom } from '#domain/base/random.ts';
import type { Place, TravelMode, VisitClass } from '#domain/scheduling/model.ts';

/** An order of the simulated day, with what only the day itself will show. Seconds are of the day. */
export interface Job {
  readonly id: string;
  readonly place: number;
  /** When the desk first hears of it; 0 for what was booked before the day. */
  readonly knownAt: number;
  /** The window of arrival that the customer wishes for, and is promised unless another is offered. */
  readonly from: number;
  readonly until: number;
  readonly class: VisitClass;
  readonly skill: string;
  readonly area: string;
  /** How long it is thought to take, and how long it takes. */
  readonly plannedSeconds: number;
  readonly trueSeconds: number;
  /** Nobody is at home: the technician waits and leaves. */
  readonly noShow: boolean;
  /** When the customer calls it off; `null` for hardly anybody. */
  readonly cancelledAt: number | null;
  /** Whether the customer agrees when asked for another time. */
  readonly agrees: boolean;
}

export interface Hand {
  readonly id: string;
  readonly home: number;
  readonly mode: TravelMode;
  readonly skills: readonly string[];
  readonly area: string;
  readonly shiftStart: number;
  readonly shiftEnd: number;
  /** When this technician drops out, `null` for not at all. */
  readonly lostAt: number | null;
}

export interface Town {
  readonly places: readonly Place[];
  readonly hands: readonly Hand[];
  readonly jobs: readonly Job[];
  /** How much longer a leg takes than on an empty road, by luck and hour of departure. */
  readonly traffic: (from: number, to: number, hour: number) => number;
}

const HOUR = 3600;
const SKILLS = ['ftth', 'lan', 'xdsl'];
/** Share of the orders that come in during the day, from people who want it done today. */
const SAME_DAY = 0.2;
const NO_SHOW = 0.04;
const CANCELLED = 0.03;
const AGREES = 0.7;
const LOST = 0.05;
/** Time on the road by hour of departure against what the estimate says. */
const BY_HOUR: Readonly<Record<number, number>> = { 8: 1.25, 9: 1.1, 16: 1.1, 17: 1.35, 18: 1.35 };

/**
 * A working day in a town of 17 × 13 km: four areas, e-bikes and cars, promises of one or two hours. The same seed
 * gives the same day to every policy.
 */
export function makeTown(seed: number, handCount: number, jobCount: number): Town {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random.unit() < share;
  const places: Place[] = [];
  const centres = Array.from({ length: 12 }, (_, i) => ({
    lng: 119.2 + (i % 4) * 0.04 + random.unit() * 0.02,
    lat: 25.98 + Math.floor(i / 4) * 0.04 + random.unit() * 0.02,
  }));
  const near = (centre: number): number => {
    const { lng, lat } = centres[centre]!;
    return (
      places.push({ lng: lng + (random.unit() - 0.5) * 0.045, lat: lat + (random.unit() - 0.5) * 0.045 }) - 1
    );
  };
  const hands = Array.from({ length: handCount }, (_, k): Hand => {
    const centre = k % centres.length;
    return {
      id: `t${k}`,
      home: near(centre),
      mode: chance(0.8) ? 'ebike' : 'car',
      skills: SKILLS.filter((skill) => skill === 'ftth' || chance(0.6)),
      area: `a${centre % 4}`,
      shiftStart: 8 * HOUR,
      shiftEnd: 18 * HOUR,
      lostAt: chance(LOST) ? 9 * HOUR + random.below(6 * HOUR) : null,
    };
  });
  const jobs = Array.from({ length: jobCount }, (_, i): Job => {
    const centre = random.below(centres.length);
    const knownAt = chance(SAME_DAY) ? 8 * HOUR + random.below(6 * HOUR) : 0;
    // Who calls during the day gets a time two to four hours later.
    const from =
      knownAt === 0
        ? 8.5 * HOUR + random.below(16) * 1800
        : Math.ceil((knownAt + 2 * HOUR) / 1800) * 1800 + random.below(4) * 1800;
    const plannedSeconds = 1200 + random.below(5) * 600;
    return {
      id: `o${i}`,
      place: near(centre),
      knownAt,
      from: Math.min(from, 16.5 * HOUR),
      until: Math.min(from, 16.5 * HOUR) + (chance(0.5) ? HOUR : 2 * HOUR),
      class: chance(0.4) ? 'fault' : 'install',
      skill: chance(0.7) ? 'ftth' : SKILLS[random.below(3)]!,
      area: `a${centre % 4}`,
      plannedSeconds,
      trueSeconds: Math.round(plannedSeconds * overrun(random)),
      noShow: chance(NO_SHOW),
      cancelledAt: chance(CANCELLED) ? Math.max(knownAt, 8 * HOUR) + random.below(4 * HOUR) : null,
      agrees: chance(AGREES),
    };
  });
  const salt = random.below(1 << 30);
  return { places, hands, jobs, traffic: (from, to, hour) => (BY_HOUR[hour] ?? 1) * luck(salt, from, to) };
}

/** Most work is done in the time thought of, a quarter takes up to half as long again, a little up to twice. */
function overrun(random: Random): number {
  const kind = random.unit();
  const within = random.unit();
  if (kind < 0.7) return 0.75 + within * 0.3;
  return kind < 0.94 ? 1.05 + within * 0.45 : 1.5 + within * 0.5;
}

/** A factor of a leg, from 0.9 to 1.3, that does not depend on when it is asked for. */
function luck(salt: number, from: number, to: number): number {
  const leg = seededRandom(salt ^ (from * 65_537 + to));
  return 0.9 + leg.unit() * 0.4;
}
