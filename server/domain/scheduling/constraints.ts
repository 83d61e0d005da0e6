/**
 * The constraints of a working day, on one page.
 *
 * Who may go at all (decided once for a technician and a visit, whatever the rest of the day):
 *   readiness      a visit whose site is not ready is not scheduled                       SCHD-04
 *   lock           fixed by a person, or pinned because its promise begins soon            CHG-07
 *   skill          every skill that the work needs                                        DISP-07
 *   certificate    every certificate that the work needs, valid that day                  RESP-02
 *   area           only technicians of the visit's area                                   DISP-07
 *
 * When it can be done (decided for a gap between two stops of a route, by `timeline.ts`):
 *   window         arrive five minutes before the promise closes, begin inside it          TRAV-01, SCHD-01
 *   closing        every visit but an emergency ends by closing time                       WIN-01
 *   shift          back at the end place by the end of the shift and its overtime limit    SCHD-08
 *   later promise  nobody after it on the route becomes late                               SCHD-10
 *   break          every break begins inside its window                                    SCHD-08
 *   order          `next` stays first; locked orders stay in order; after what it follows  lock, MOVE
 *   crew           all technicians of one visit begin together                             crew
 *   stock          tools and parts are carried, or fetched at the store before             TRSP
 */
import type { Problem, Reason, Seconds, TechnicianDay, TechnicianId, Visit, VisitId } from './model.ts';

/**
 * The first constraint that keeps this technician from this visit whatever the rest of the day holds.
 * `pinnedTo` is the technician whom `pinsOf` names for the visit.
 */
export function refuseTechnician(
  technician: TechnicianDay,
  visit: Visit,
  pinnedTo: TechnicianId | undefined,
): Reason | undefined {
  if (visit.readiness === 'not_ready') return { code: 'not_ready' };
  const lockedTo = visit.lock?.technician;
  if (lockedTo !== undefined && lockedTo !== technician.id) {
    return { code: 'locked', to: lockedTo, rule: 'lock' };
  }
  if (pinnedTo !== undefined && pinnedTo !== technician.id) {
    return { code: 'locked', to: pinnedTo, rule: 'CHG-07' };
  }
  const skills = missing(visit.skills, technician.skills);
  if (skills.length > 0) return { code: 'skill', missing: skills };
  const certificates = missing(visit.certificates, technician.certificates);
  if (certificates.length > 0) return { code: 'certificate', missing: certificates };
  if (visit.area !== null && !technician.areas.includes(visit.area)) {
    return { code: 'area', area: visit.area };
  }
  return undefined;
}

/**
 * Promises that begin within the frozen horizon keep their published technician: a swap then needs the
 * incoming technician's acceptance, which is a person's step (CHG-07). A technician who is no longer in
 * the problem (absent) pins nothing.
 */
export function pinsOf(problem: Problem): ReadonlyMap<VisitId, TechnicianId> {
  const present = new Set(problem.technicians.map((technician) => technician.id));
  const publishedTo = new Map(problem.published?.map((stop) => [stop.visit, stop.technician]));
  const pins = new Map<VisitId, TechnicianId>();
  for (const visit of problem.visits) {
    if (visit.window.kind !== 'promised' || (visit.crew ?? 1) > 1) continue;
    if (visit.window.from >= problem.now + problem.rules.frozenHorizonSeconds) continue;
    const technician = publishedTo.get(visit.id);
    if (technician !== undefined && present.has(technician)) pins.set(visit.id, technician);
  }
  return pins;
}

/** When a visit may begin, and the last instant at which a planned arrival is early enough. */
export interface Bounds {
  readonly opens: Seconds;
  readonly arriveBy: Seconds;
}

/**
 * How strictly an unpromised visit's effective deadline is held: with its reserve, as it is, or not at all
 * (served late rather than not). A promise is strict, but for one that stands late already: that may be let go as far as it stands.
 */
export type DeadlineHold = 'with_reserve' | 'strict' | 'released';

/**
 * The bounds that windows, locks, earliness and closing time together put on one visit; `arriveBy` lies
 * before every instant where the visit cannot begin at all.
 */
export function boundsOf(problem: Problem, visit: Visit, hold: DeadlineHold): Bounds {
  const { window, lock } = visit;
  const { arriveEarlySeconds, closesAt, deadlineReserveSeconds } = problem.rules;
  const closing = visit.class === 'emergency' ? LATEST : closesAt - visit.durationSeconds;
  const promised = window.kind === 'promised';
  const opens = Math.max(promised ? window.from : window.release, lock?.begin ?? -LATEST);
  const standsAt = promised && hold === 'released' ? window.standsAt : undefined;
  const until = promised ? window.until : hold === 'released' ? LATEST : window.deadline;
  const closes = Math.min(Math.max(until, standsAt ?? until), lock?.begin ?? LATEST);
  if (opens > Math.min(closes, closing)) return { opens, arriveBy: -LATEST };
  const keeps = promised ? standsAt === undefined : hold === 'with_reserve';
  const early = keeps ? (promised ? arriveEarlySeconds : deadlineReserveSeconds) : 0;
  return { opens, arriveBy: Math.min(closes - early, closing) };
}

/** Later than any instant of a problem, small enough that adding a day of seconds stays exact. */
export const LATEST: Seconds = 1_000_000_000;

function missing(needed: readonly string[], held: readonly string[]): readonly string[] {
  return needed.filter((name) => !held.includes(name));
}
