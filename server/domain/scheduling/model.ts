/**
 * The scheduler's words: technician-days, visits, plans, ranks and reasons.
 *
 * Every instant is a whole number of seconds counted from the problem's origin (midnight of the planning
 * day in the standard's zone, chosen by whoever builds the problem). Every duration is in whole seconds,
 * every distance in metres. Places are named by their index in `Problem.places`.
 *
 * A window says when a visit may *begin*: arriving early waits, service may end after the window but
 * inside the shift and before closing time (WIN-01).
 */

export type Seconds = number;
export type TechnicianId = string;
export type VisitId = string;
export type PlaceIndex = number;

/** A point in WGS-84 degrees; `uncertaintyMetres` when it was estimated rather than known. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
  readonly uncertaintyMetres?: number;
  /** Between which instants somebody may arrive here: the hours whose travel times count. Any hour of the day when not given. */
  readonly arrival?: { readonly from: Seconds; readonly until: Seconds };
}

export type TravelMode = 'walk' | 'ebike' | 'car';

/**
 * Travel between the places of one problem; asymmetric allowed, may be a matrix or computed on demand.
 * Indices are those of `Problem.places`, and places appended later must be answerable too.
 */
export interface TravelTimes {
  /** Whole seconds door to door (access minutes included), from 0 up; 0 only where no travel is needed. */
  seconds(from: PlaceIndex, to: PlaceIndex, mode: TravelMode, hour: number): Seconds;
  /** `seconds` from one place to many at once, into `into` from index `at` on: quicker where a whole matrix is asked for. */
  secondsFrom?(
    from: PlaceIndex,
    to: Int32Array,
    by: { readonly mode: TravelMode; readonly hour: number },
    into: Int32Array,
    at: number,
  ): void;
  /** Whether every leg takes as long there as back, among the places that there are by now; half of them need asking then. */
  isSymmetric?(): boolean;
  /** Metres along the way. */
  metres(from: PlaceIndex, to: PlaceIndex, mode: TravelMode): number;
  /** True where times are an estimate (straight line) rather than a road network's answer. */
  readonly estimated: boolean;
  /** The same of one leg; where it is not answered, `estimated` holds for all. */
  isEstimate?(from: PlaceIndex, to: PlaceIndex, mode: TravelMode): boolean;
  /** What a leg takes at its instant, where the hour makes a difference; `seconds` then never answers less. */
  readonly byTheClock?: TravelByTheClock;
}

/** Legs by the clock. Leaving later never arrives earlier. */
export interface TravelByTheClock {
  /** Seconds when set out on at that instant. */
  leaving(from: PlaceIndex, to: PlaceIndex, mode: TravelMode, at: Seconds): Seconds;
  /** Seconds when it ends at that instant, set out on as late as that allows. */
  arriving(from: PlaceIndex, to: PlaceIndex, mode: TravelMode, at: Seconds): Seconds;
}

/** A pause of `durationSeconds` that must begin inside [from, until]; taken wherever the technician then is. */
export interface Break {
  readonly from: Seconds;
  readonly until: Seconds;
  readonly durationSeconds: Seconds;
}

/** A visit already begun or done: never moved, it only explains where the technician is and until when. */
export interface FrozenStop {
  readonly visit: VisitId;
  readonly arrive: Seconds;
  readonly begin: Seconds;
  /** When it ended, or is expected to end. */
  readonly leave: Seconds;
}

/** One technician on one day. */
export interface TechnicianDay {
  readonly id: TechnicianId;
  /** Where the open part of the day starts: home or depot, or the present position once under way. */
  readonly start: PlaceIndex;
  readonly end: PlaceIndex;
  readonly shiftStart: Seconds;
  readonly shiftEnd: Seconds;
  /** Seconds past `shiftEnd` that may be used, counted as overtime. */
  readonly overtimeLimitSeconds: Seconds;
  /** The first instant at which this technician can leave `start`; at least `shiftStart`. */
  readonly freeFrom: Seconds;
  readonly breaks: readonly Break[];
  readonly skills: readonly string[];
  /** Certificates valid on this day. */
  readonly certificates: readonly string[];
  readonly areas: readonly string[];
  readonly mode: TravelMode;
  readonly frozen: readonly FrozenStop[];
  /** Spare parts carried at `start`, by name. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Tools carried at `start`. */
  readonly tools?: readonly string[];
}

/** Classes in the order in which they are served when not everyone can be (SCHD-05, SCHD-06). */
export const visitClasses = [
  'emergency',
  'important',
  'repeated_fault',
  'fault',
  'install',
  'other',
] as const;
export type VisitClass = (typeof visitClasses)[number];

/**
 * When a visit may begin. A promise is hard and never moved by the scheduler (SCHD-10); an unpromised
 * visit may begin from its release on and should begin by its effective deadline.
 */
export type ArrivalWindow =
  | {
      readonly kind: 'promised';
      /** A point promise has `from` = `until`. */
      readonly from: Seconds;
      readonly until: Seconds;
      /** Company-caused changes still allowed (CHG-03). */
      readonly changesLeft: number;
      /** The customer has been told of this time; a change means calling them. */
      readonly notified: boolean;
      /** Begin at which the visit stands already, past its promise: if nobody can keep it, not later than that. */
      readonly standsAt?: Seconds;
    }
  | { readonly kind: 'open'; readonly release: Seconds; readonly deadline: Seconds };

/** What people, or the promise ledger, have fixed. */
export interface Lock {
  readonly technician?: TechnicianId;
  /** Begin exactly then. */
  readonly begin?: Seconds;
  /** `next`: the technician is on the way; it is the first open stop of that technician. */
  readonly position?: 'next';
  /** Visits of one technician that carry an order keep it among themselves, smaller first. */
  readonly order?: number;
}

export type Readiness = 'ready' | 'uncertain' | 'not_ready';

export interface Visit {
  readonly id: VisitId;
  readonly place: PlaceIndex;
  readonly durationSeconds: Seconds;
  readonly window: ArrivalWindow;
  readonly class: VisitClass;
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  readonly area: string | null;
  /** Residential estate (小区); visits of one estate are best done one after another (SCHD-03). */
  readonly estate: string | null;
  /** `not_ready` visits are not scheduled (SCHD-04). */
  readonly readiness: Readiness;
  /** Intake instant, only for breaking ties (SCHD-13). */
  readonly intakeAt: Seconds;
  readonly lock?: Lock;
  /** This visit may begin only when that one has ended (the new line is live before the old is removed). */
  readonly after?: VisitId;
  /** Technicians needed at the same time; 1 unless said otherwise. */
  readonly crew?: number;
  readonly parts?: Readonly<Record<string, number>>;
  readonly tools?: readonly string[];
}

export const rankNames = [
  'unserved',
  'promises',
  'deadlines',
  'calls',
  'travel',
  'comfort',
  'stability',
] as const;
export type RankName = (typeof rankNames)[number];

/**
 * What a plan is judged by. Each rank is a short list of numbers, smaller is better, compared from the
 * first number on; ranks are compared in the order of `PlanRules.rankOrder`.
 */
export interface RankVector {
  /** Visits not served, in the order of `givingUpOrder`. */
  readonly unserved: readonly number[];
  /** Promises broken, seconds late in all. */
  readonly promises: readonly number[];
  /** Effective deadlines missed, seconds of slack missing to the reserve. */
  readonly deadlines: readonly number[];
  /** Customers who would have to be called. */
  readonly calls: readonly number[];
  /** Travel seconds plus overtime seconds. */
  readonly travel: readonly number[];
  /** Estates entered again, uncertain visits before ready ones, spread of load in seconds. */
  readonly comfort: readonly number[];
  /** Visits with another technician than published, visits moved by more than a quarter of an hour. */
  readonly stability: readonly number[];
}

/** The parameters of the standard in force that planning reads. */
export interface PlanRules {
  /** Planned arrival before the appointed time (TRAV-01). */
  readonly arriveEarlySeconds: Seconds;
  /** Reserve added to every leg that is travelled (TRAV-04). */
  readonly legReserveSeconds: Seconds;
  /** Every visit ends by then (WIN-01, SCHD-08). */
  readonly closesAt: Seconds;
  /** Slack wanted before an effective deadline. */
  readonly deadlineReserveSeconds: Seconds;
  /** Technician swaps of promised visits beginning earlier than now + this need a person (CHG-07). */
  readonly frozenHorizonSeconds: Seconds;
  /** Hour of day whose travel times are used where travel is not by the clock. */
  readonly travelHour: number;
  /** Travel seconds that keeping one visit with its published technician is worth. */
  readonly changePenaltySeconds: Seconds;
  /** Travel seconds that not entering one estate again is worth. */
  readonly estateEntrySeconds: Seconds;
  readonly rankOrder: readonly RankName[];
}

/** Where the published plan puts a visit. */
export interface PublishedStop {
  readonly visit: VisitId;
  readonly technician: TechnicianId;
  readonly begin: Seconds;
}

export interface Problem {
  readonly now: Seconds;
  readonly places: readonly Place[];
  readonly technicians: readonly TechnicianDay[];
  readonly visits: readonly Visit[];
  readonly travel: TravelTimes;
  readonly rules: PlanRules;
  /** The plan in force, in the order of each technician's day; the base of stability and warm starts. */
  readonly published?: readonly PublishedStop[];
  /** Every skill and certificate name of the standard; when given, other names are refused. */
  readonly knownSkills?: readonly string[];
  /** Where parts and tools are fetched when a technician runs out of them. */
  readonly store?: PlaceIndex;
}

/** The order of work alone; everything timed follows from it by `timeline.ts`. */
export interface RouteOrder {
  readonly technician: TechnicianId;
  readonly steps: readonly Step[];
}

/** `break` is the index into the technician's breaks. */
export type Step =
  | { readonly kind: 'visit'; readonly visit: VisitId; readonly notBefore?: Seconds }
  | { readonly kind: 'break'; readonly break: number }
  | { readonly kind: 'store' };

/** A step with its times: leave the place before, arrive, wait, begin, leave. */
export interface Stop {
  readonly step: Step;
  readonly frozen: boolean;
  readonly place: PlaceIndex;
  /** Travel to here, without the reserve. */
  readonly travelSeconds: Seconds;
  readonly travelMetres: number;
  readonly arrive: Seconds;
  readonly begin: Seconds;
  readonly leave: Seconds;
  /** Seconds that `begin` lies after the promise or the effective deadline. */
  readonly lateSeconds: Seconds;
  /** Seconds by which this stop can slip without breaking anything after it on this route. */
  readonly slackSeconds: Seconds;
}

export interface Route {
  readonly technician: TechnicianId;
  readonly stops: readonly Stop[];
  readonly travelSeconds: Seconds;
  readonly travelMetres: number;
  /** Back at the end place. */
  readonly endsAt: Seconds;
  readonly overtimeSeconds: Seconds;
}

/** The first constraint that keeps a technician from taking a visit, with the facts that show it. */
export type Reason =
  | { readonly code: 'not_ready' }
  | { readonly code: 'skill'; readonly missing: readonly string[] }
  | { readonly code: 'certificate'; readonly missing: readonly string[] }
  | { readonly code: 'area'; readonly area: string }
  | { readonly code: 'locked'; readonly to: TechnicianId | null; readonly rule: 'lock' | 'CHG-07' }
  | { readonly code: 'order'; readonly visit: VisitId }
  | { readonly code: 'stock'; readonly missing: readonly string[] }
  /** Already there `lateSeconds` too late when driving straight from where the day starts. */
  | {
      readonly code: 'travel';
      readonly travelSeconds: Seconds;
      readonly arrive: Seconds;
      readonly until: Seconds;
    }
  /** The technician could begin at `begin` at the earliest between the stops already planned. */
  | { readonly code: 'window'; readonly begin: Seconds; readonly until: Seconds }
  | { readonly code: 'shift'; readonly endsAt: Seconds; readonly shiftEnd: Seconds }
  | { readonly code: 'closing'; readonly leave: Seconds; readonly closesAt: Seconds }
  | { readonly code: 'break'; readonly break: number; readonly begin: Seconds; readonly until: Seconds }
  /** The promise to (or the effective deadline of) the later visit `visit` would be broken. */
  | { readonly code: 'promise'; readonly visit: VisitId; readonly lateSeconds: Seconds }
  | { readonly code: 'deadline'; readonly visit: VisitId; readonly lateSeconds: Seconds }
  | { readonly code: 'precedence'; readonly visit: VisitId }
  | { readonly code: 'crew'; readonly needed: number; readonly found: number }
  /** The time for planning was over before anybody looked. */
  | { readonly code: 'untried' };

export type ReasonCode = Reason['code'];

export interface TechnicianReason {
  readonly technician: TechnicianId;
  readonly reason: Reason;
}

export interface Unserved {
  readonly visit: VisitId;
  /** One per technician; empty only where there is no technician at all. */
  readonly reasons: readonly TechnicianReason[];
}

export interface Plan {
  readonly routes: readonly Route[];
  readonly unserved: readonly Unserved[];
  readonly ranks: RankVector;
}
