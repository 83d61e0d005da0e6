/**
 * Driving by the clock: how long a leg takes when it is set out on, or has to end, at a given instant.
 *
 * A leg is work, the seconds that it takes in a quiet hour, and every hour has a rate, the seconds that one such second
 * takes in it. The work is spent hour by hour, as by Ichoua, Gendreau and Potvin (2003), so that leaving later never
 * arrives earlier, whatever the rates: a table of seconds by hour of departure would let the rush be overtaken.
 */
import type { VehicleMode } from '../technician/technician.ts';

/** Parts of a day that are learned apart: the two rushes, the hours between them, and the rest. */
export const DAY_PARTS = ['morning', 'day', 'evening', 'night'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Seconds from door to door per estimated second, by mode and part of the day; 1 where nothing is said. */
export type LearnedTravel = Readonly<
  Partial<Record<VehicleMode, Readonly<Partial<Record<DayPart, number>>>>>
>;

/** The part of the day that a local hour belongs to. */
export function dayPart(hour: number): DayPart {
  if (hour >= 7 && hour < 9) return 'morning';
  if (hour >= 9 && hour < 17) return 'day';
  if (hour >= 17 && hour < 19) return 'evening';
  return 'night';
}

/** One mode's rates by local hour, on the move and at the door, and the quiet seconds at every door. */
export interface TravelRates {
  readonly ride: Float64Array;
  readonly access: Float64Array;
  readonly accessS: number;
  /** The worst rates of a span of hours, by its first hour and the hours that follow: [first × 24 + following]. */
  readonly worstRide: Float64Array;
  readonly worstAccess: Float64Array;
}

/** What rates are made of; any profile of `travel.ts` has it. */
export interface RateSource {
  readonly hours: Readonly<Record<VehicleMode, readonly number[]>>;
  readonly accessS: number;
  readonly learned?: LearnedTravel;
}

/** The rates of a mode. Throws a RangeError when one of them is not a positive number. */
export function ratesOf(mode: VehicleMode, { hours, accessS, learned }: RateSource): TravelRates {
  const ride = new Float64Array(24);
  const access = new Float64Array(24);
  for (let hour = 0; hour < 24; hour++) {
    const taught = learned?.[mode]?.[dayPart(hour)] ?? 1;
    ride[hour] = (hours[mode][hour] ?? 1) * taught;
    access[hour] = taught;
    if (!(ride[hour]! > 0 && ride[hour]! < Number.POSITIVE_INFINITY && taught > 0))
      throw new RangeError(
        `The rate of ${mode} in hour ${hour} is ${ride[hour]}: expected a positive factor of the quiet hour.`,
      );
  }
  return { ride, access, accessS, worstRide: worstOf(ride), worstAccess: worstOf(access) };
}

function worstOf(rates: Float64Array): Float64Array {
  const worst = new Float64Array(24 * 24);
  for (let first = 0; first < 24; first++) {
    let most = 0;
    for (let following = 0; following < 24; following++) {
      most = Math.max(most, rateIn(rates, first + following));
      worst[first * 24 + following] = most;
    }
  }
  return worst;
}

const HOUR_S = 3600;

/** The rate in a local hour; hours before midnight and past it wrap around. */
export function rateIn(rates: Float64Array, hour: number): number {
  return rates[((hour % 24) + 24) % 24]!;
}

/** Seconds that a leg of `quietS` on the move takes when set out on `at` seconds after local midnight; access comes last. */
export function secondsLeaving(quietS: number, rates: TravelRates, at: number): number {
  if (quietS === 0) return 0;
  const ridden = spent(quietS, rates.ride, at);
  return ridden + spent(rates.accessS, rates.access, at + ridden);
}

/** Seconds that it takes when it ends at `at`, having left as late as that allows. */
export function secondsArriving(quietS: number, rates: TravelRates, at: number): number {
  if (quietS === 0) return 0;
  const atDoor = spentBefore(rates.accessS, rates.access, at);
  return atDoor + spentBefore(quietS, rates.ride, at - atDoor);
}

/**
 * The most seconds that it can take when it ends between two instants: exactly that of the instant where they are one,
 * otherwise what it takes at the worst rates of the hours that it may touch.
 */
export function mostSeconds(quietS: number, rates: TravelRates, earliest: number, latest: number): number {
  if (quietS === 0) return 0;
  if (latest <= earliest) return secondsArriving(quietS, rates, earliest);
  const { worstRide, worstAccess, accessS } = rates;
  // All day long at the worst: it cannot begin earlier than so long before.
  const longest = quietS * worstRide[23]! + accessS * worstAccess[23]!;
  const from = Math.floor((earliest - longest) / HOUR_S);
  const following = Math.min(23, Math.floor(latest / HOUR_S) - from);
  const span = (((from % 24) + 24) % 24) * 24 + following;
  return quietS * worstRide[span]! + accessS * worstAccess[span]!;
}

/** Elapsed seconds while so much work is done from `at` on. */
function spent(work: number, rates: Float64Array, at: number): number {
  let left = work;
  let clock = at;
  for (let hour = Math.floor(at / HOUR_S); ; hour++) {
    const rate = rateIn(rates, hour);
    const room = ((hour + 1) * HOUR_S - clock) / rate;
    if (left <= room) return clock + left * rate - at;
    left -= room;
    clock = (hour + 1) * HOUR_S;
  }
}

/** Elapsed seconds while so much work is done until `at`. */
function spentBefore(work: number, rates: Float64Array, at: number): number {
  let left = work;
  let clock = at;
  for (let hour = Math.ceil(at / HOUR_S) - 1; ; hour--) {
    const rate = rateIn(rates, hour);
    const room = (clock - hour * HOUR_S) / rate;
    if (left <= room) return at - (clock - left * rate);
    left -= room;
    clock = hour * HOUR_S;
  }
}
