import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { CITY, rushHours } from '#domain/geo/travel.ts';
import type { TravelTimes } from '#domain/scheduling/model.ts';
import type { Hand, Job, Town } from './town.ts';

/** How an order stands while the day runs. */
export interface JobNow {
  readonly job: Job;
  /** The time promised first: the one wished for, unless another was offered. */
  promise: { readonly from: number; readonly until: number };
  /** The time agreed last; at first the promise. */
  from: number;
  until: number;
  changesUsed: number;
  /** Nobody can keep the agreed time any more: it is done whenever somebody can. */
  overdue: boolean;
  /** The customer has been told that it will be late. */
  told: boolean;
  /** The customer was asked for another time than the one in force. */
  asked: boolean;
  state: 'open' | 'taken' | 'done' | 'cancelled';
  begin: number | null;
}

export interface Errand {
  readonly job: JobNow;
  readonly arrive: number;
  readonly begin: number;
  readonly leave: number;
}

/** How a technician stands while the day runs. */
export interface HandNow {
  readonly hand: Hand;
  place: number;
  errand: Errand | null;
  /** Until when the technician rests. */
  restsUntil: number;
  rested: boolean;
  lost: boolean;
  travelSeconds: number;
  lastLeave: number;
}

/** What decides who goes where. */
export interface Policy {
  readonly name: string;
  /** Every few minutes, before those who wait are asked again. */
  review?(day: RunningDay): void;
  /** Somebody has dropped out. */
  lost?(day: RunningDay, hand: HandNow): void;
  /** Where a free technician goes now, `null` to wait. */
  next(day: RunningDay, hand: HandNow): JobNow | null;
}

/** Minutes between two reviews of the day, in seconds. */
export const REVIEW = 600;
/** A technician sets out so as to be at the door this long before the window opens. */
const EARLY = 600;
/** How long somebody waits at a closed door. */
const KNOCKS = 600;
export const LUNCH = { from: 11.5 * 3600, until: 13 * 3600, durationSeconds: 2700 };
/** Reviews go on for so long after the last shift. */
const AFTERWARDS = 3 * 3600;

/** What is thought of the ways beforehand: that cars are slower in the rush. E-bikes are too, as only the town's traffic knows. */
const GUESSED = { ...CITY, hours: { ...CITY.hours, ebike: rushHours(1) } };

/** One day on a virtual clock: technicians drive, work and rest as they do; a policy says who goes where. */
export class RunningDay {
  now = 0;
  calls = 0;
  changes = 0;
  readonly town: Town;
  readonly travel: TravelTimes;
  readonly jobs: readonly JobNow[];
  readonly hands: readonly HandNow[];

  constructor(town: Town) {
    this.town = town;
    this.travel = straightLineTravel(town.places, GUESSED);
    this.jobs = town.jobs.map((job) => ({
      job,
      promise: { from: job.from, until: job.until },
      from: job.from,
      until: job.until,
      changesUsed: 0,
      overdue: false,
      told: false,
      asked: false,
      state: 'open',
      begin: null,
    }));
    this.hands = town.hands.map((hand) => ({
      hand,
      place: hand.home,
      errand: null,
      restsUntil: hand.shiftStart,
      rested: false,
      lost: false,
      travelSeconds: 0,
      lastLeave: hand.shiftStart,
    }));
  }

  /** Orders that the desk knows of and nobody has begun. */
  open(): readonly JobNow[] {
    return this.jobs.filter(({ job, state }) => state === 'open' && job.knownAt <= this.now);
  }

  /** Seconds that a leg really takes when set out on now. */
  trueTravel(hand: HandNow, to: number): number {
    const hour = Math.floor(this.now / 3600);
    const estimate = this.travel.seconds(hand.place, to, hand.hand.mode, hour);
    return Math.round(estimate * this.town.traffic(hand.place, to, hour));
  }

  /** Seconds that a leg is thought to take. */
  guessedTravel(hand: HandNow, to: number): number {
    return this.travel.seconds(hand.place, to, hand.hand.mode, Math.floor(this.now / 3600));
  }

  /** Whether it is time to set out: neither an hour too early nor after the shift. */
  isTimeFor(hand: HandNow, job: JobNow): boolean {
    const arrive = this.now + this.guessedTravel(hand, job.job.place);
    return arrive >= job.from - EARLY && arrive <= hand.hand.shiftEnd;
  }

  run(policy: Policy): void {
    const first = Math.min(...this.hands.map(({ hand }) => hand.shiftStart));
    const last = Math.max(...this.hands.map(({ hand }) => hand.shiftEnd)) + AFTERWARDS;
    let reviewAt = first;
    for (this.now = first; this.now < last; ) {
      this.finishErrands();
      this.loseHands(policy);
      this.cancelJobs();
      if (this.now >= reviewAt) {
        policy.review?.(this);
        reviewAt = this.now + REVIEW;
      }
      for (const hand of this.hands) if (this.isFree(hand)) this.send(policy, hand);
      this.now = this.nextInstant(reviewAt);
    }
    for (const hand of this.hands) this.goHome(hand);
  }

  isFree(hand: HandNow): boolean {
    return !hand.lost && hand.errand === null && hand.restsUntil <= this.now;
  }

  private send(policy: Policy, hand: HandNow): void {
    if (!hand.rested && this.now >= LUNCH.from) {
      hand.rested = true;
      hand.restsUntil = this.now + LUNCH.durationSeconds;
      return;
    }
    const job = policy.next(this, hand);
    if (job === null) return;
    const travel = this.trueTravel(hand, job.job.place);
    const arrive = this.now + travel;
    const begin = Math.max(arrive, job.from);
    const leave = begin + (job.job.noShow ? KNOCKS : job.job.trueSeconds);
    job.state = 'taken';
    hand.errand = { job, arrive, begin, leave };
    hand.travelSeconds += travel;
  }

  private finishErrands(): void {
    for (const hand of this.hands) {
      const { errand } = hand;
      if (errand === null || errand.leave > this.now) continue;
      errand.job.state = 'done';
      errand.job.begin = errand.begin;
      hand.place = errand.job.job.place;
      hand.lastLeave = errand.leave;
      hand.errand = null;
    }
  }

  /** Who drops out finishes what is under way; whom they were driving to is free again. */
  private loseHands(policy: Policy): void {
    for (const hand of this.hands) {
      const { lostAt } = hand.hand;
      if (hand.lost || lostAt === null || lostAt > this.now) continue;
      hand.lost = true;
      if (hand.errand !== null && hand.errand.arrive > this.now) {
        hand.errand.job.state = 'open';
        hand.errand = null;
      }
      policy.lost?.(this, hand);
    }
  }

  private cancelJobs(): void {
    for (const each of this.jobs) {
      const { cancelledAt } = each.job;
      if (each.state === 'open' && cancelledAt !== null && cancelledAt <= this.now) each.state = 'cancelled';
    }
  }

  /** The next instant at which anything can happen. */
  private nextInstant(reviewAt: number): number {
    let next = reviewAt;
    for (const { errand, restsUntil, lost, hand } of this.hands) {
      if (errand !== null && errand.leave < next) next = errand.leave;
      if (restsUntil > this.now && restsUntil < next) next = restsUntil;
      if (!lost && hand.lostAt !== null && hand.lostAt > this.now && hand.lostAt < next) next = hand.lostAt;
    }
    return Math.max(next, this.now + 1);
  }

  private goHome(hand: HandNow): void {
    this.now = hand.lastLeave;
    hand.travelSeconds += this.trueTravel(hand, hand.hand.home);
  }
}
