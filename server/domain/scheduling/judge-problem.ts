import { LATEST } from './constraints.ts';
import type { PlanRules, Problem, TechnicianDay, Visit } from './model.ts';
import { rankNames } from './model.ts';

/** One thing wrong with a problem's input: whose it is, where, what was found and what was expected. */
export interface ProblemFault {
  readonly subject: { readonly kind: 'visit' | 'technician' | 'problem'; readonly id: string };
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

type Note = (field: string, found: unknown, expected: string) => void;

const show = (value: unknown): string => (typeof value === 'string' ? value : String(value));
/** Beyond `LATEST` the sums of a day would no longer be exact. */
const isSeconds = (value: number): boolean => Number.isSafeInteger(value) && Math.abs(value) <= LATEST;
const WHOLE_SECONDS = `whole seconds from the origin, at most ${LATEST} before or after it`;
const isCount = (value: number): boolean => isSeconds(value) && value >= 0;

/**
 * Looks for input that no plan could be honest about: numbers that are not whole seconds, negative
 * durations, windows that close before they open, unknown skills, places without coordinates, names that
 * are used twice or point nowhere. An empty list means the problem may be solved.
 */
export function judgeProblem(problem: Problem): readonly ProblemFault[] {
  const faults: ProblemFault[] = [];
  const noteFor =
    (kind: ProblemFault['subject']['kind'], id: string): Note =>
    (field, found, expected) =>
      faults.push({ subject: { kind, id }, field, found: show(found), expected });

  judgeRules(problem, noteFor('problem', 'rules'));
  const technicians = new Set<string>();
  for (const technician of problem.technicians) {
    const note = noteFor('technician', technician.id);
    if (technicians.has(technician.id)) note('id', technician.id, 'an id that is used once');
    technicians.add(technician.id);
    judgeTechnician(problem, technician, note);
  }
  const visits = new Map<string, Visit>();
  for (const visit of problem.visits) {
    if (visits.has(visit.id)) noteFor('visit', visit.id)('id', visit.id, 'an id that is used once');
    visits.set(visit.id, visit);
  }
  for (const visit of problem.visits) {
    const note = noteFor('visit', visit.id);
    judgeVisit(problem, visit, note);
    judgeNames(problem, visit, technicians, visits, note);
  }
  const frozen = new Set<string>();
  for (const technician of problem.technicians) {
    for (const stop of technician.frozen) {
      const note = noteFor('technician', technician.id);
      const crew = visits.get(stop.visit)?.crew ?? 1;
      if (!visits.has(stop.visit)) note('frozen', stop.visit, 'a visit of this problem');
      else if (crew === 1 && frozen.has(stop.visit)) note('frozen', stop.visit, 'a visit begun once');
      frozen.add(stop.visit);
      if (![stop.arrive, stop.begin, stop.leave].every(isSeconds)) {
        note('frozen', `${stop.arrive}, ${stop.begin}, ${stop.leave}`, WHOLE_SECONDS);
      }
    }
  }
  for (const { visit, begin } of problem.published ?? []) {
    if (!isSeconds(begin)) noteFor('visit', visit)('published', begin, WHOLE_SECONDS);
  }
  return faults;
}

const ruleNumbers = [
  'arriveEarlySeconds',
  'legReserveSeconds',
  'closesAt',
  'deadlineReserveSeconds',
  'frozenHorizonSeconds',
  'travelHour',
  'changePenaltySeconds',
  'estateEntrySeconds',
] as const satisfies readonly (keyof PlanRules)[];

function judgeRules(problem: Problem, note: Note): void {
  const { rankOrder } = problem.rules;
  for (const name of ruleNumbers) {
    const value = problem.rules[name];
    if (!isCount(value)) note(name, value, 'a whole number from 0 up');
  }
  for (const rank of rankOrder) {
    if (!rankNames.includes(rank)) note('rankOrder', rank, `one of ${rankNames.join(', ')}`);
  }
  if (new Set(rankOrder).size !== rankOrder.length) note('rankOrder', rankOrder, 'each rank once');
  if (!isSeconds(problem.now)) note('now', problem.now, WHOLE_SECONDS);
  if (problem.store !== undefined) judgePlace(problem, problem.store, 'store', note);
}

function judgePlace(problem: Problem, index: number, field: string, note: Note): void {
  const place = problem.places[index];
  if (place === undefined) note(field, index, `the index of a place, 0 to ${problem.places.length - 1}`);
  else if (!Number.isFinite(place.lng) || !Number.isFinite(place.lat)) {
    note(field, `${place.lng}, ${place.lat}`, 'a place with coordinates');
  }
}

function judgeTechnician(problem: Problem, technician: TechnicianDay, note: Note): void {
  judgePlace(problem, technician.start, 'start', note);
  judgePlace(problem, technician.end, 'end', note);
  for (const field of ['shiftStart', 'shiftEnd', 'freeFrom'] as const) {
    if (!isSeconds(technician[field])) note(field, technician[field], WHOLE_SECONDS);
  }
  if (technician.shiftEnd < technician.shiftStart) {
    note('shiftEnd', technician.shiftEnd, `at or after the start of the shift, ${technician.shiftStart}`);
  }
  if (!isCount(technician.overtimeLimitSeconds)) {
    note(
      'overtimeLimitSeconds',
      technician.overtimeLimitSeconds,
      `a whole number of seconds from 0 up to ${LATEST}`,
    );
  }
  for (const pause of technician.breaks) {
    if (!isCount(pause.durationSeconds)) {
      note(
        'breaks.durationSeconds',
        pause.durationSeconds,
        `a whole number of seconds from 0 up to ${LATEST}`,
      );
    }
    if (!isSeconds(pause.from) || !isSeconds(pause.until) || pause.until < pause.from) {
      note('breaks', `${pause.from} to ${pause.until}`, 'a window that opens before it closes');
    }
  }
  judgeParts(technician.parts, note);
}

function judgeVisit(problem: Problem, visit: Visit, note: Note): void {
  judgePlace(problem, visit.place, 'place', note);
  if (!isCount(visit.durationSeconds)) {
    note('durationSeconds', visit.durationSeconds, `a whole number of seconds from 0 up to ${LATEST}`);
  }
  const [opens, closes] =
    visit.window.kind === 'promised'
      ? [visit.window.from, visit.window.until]
      : [visit.window.release, visit.window.deadline];
  if (!isSeconds(opens) || !isSeconds(closes)) {
    note('window', `${opens} to ${closes}`, WHOLE_SECONDS);
  } else if (visit.window.kind === 'promised' && closes < opens) {
    note('window', `${opens} to ${closes}`, 'a window that opens before it closes');
  }
  if (
    visit.window.kind === 'promised' &&
    visit.window.standsAt !== undefined &&
    !isSeconds(visit.window.standsAt)
  ) {
    note('window.standsAt', visit.window.standsAt, WHOLE_SECONDS);
  }
  if (visit.window.kind === 'promised' && !isCount(visit.window.changesLeft)) {
    note('window.changesLeft', visit.window.changesLeft, 'a whole number from 0 up');
  }
  if (!isSeconds(visit.intakeAt)) note('intakeAt', visit.intakeAt, WHOLE_SECONDS);
  const crew = visit.crew ?? 1;
  if (!Number.isSafeInteger(crew) || crew < 1) note('crew', crew, 'a whole number from 1 up');
  if (visit.lock?.begin !== undefined && !isSeconds(visit.lock.begin)) {
    note('lock.begin', visit.lock.begin, WHOLE_SECONDS);
  }
  if (visit.lock?.order !== undefined && !isCount(visit.lock.order)) {
    note('lock.order', visit.lock.order, 'a whole number from 0 up');
  }
  judgeParts(visit.parts, note);
}

function judgeParts(parts: Readonly<Record<string, number>> | undefined, note: Note): void {
  for (const [name, count] of Object.entries(parts ?? {})) {
    if (!isCount(count)) note(`parts.${name}`, count, 'a whole number from 0 up');
  }
}

function judgeNames(
  problem: Problem,
  visit: Visit,
  technicians: ReadonlySet<string>,
  visits: ReadonlyMap<string, Visit>,
  note: Note,
): void {
  if (problem.knownSkills) {
    for (const skill of [...visit.skills, ...visit.certificates]) {
      if (!problem.knownSkills.includes(skill)) note('skills', skill, 'a skill of the standard');
    }
  }
  const lockedTo = visit.lock?.technician;
  if (lockedTo !== undefined && !technicians.has(lockedTo)) {
    note('lock.technician', lockedTo, 'a technician of this problem');
  }
  if (visit.lock?.position === 'next' && lockedTo === undefined) {
    note('lock.position', 'next', 'a technician named by the lock');
  }
  const seen = new Set<string>([visit.id]);
  for (let before = visit.after; before !== undefined; before = visits.get(before)?.after) {
    const expected = !visits.has(before)
      ? 'a visit of this problem'
      : seen.has(before)
        ? 'an order of visits without a circle'
        : undefined;
    if (expected !== undefined) {
      note('after', before, expected);
      return;
    }
    seen.add(before);
  }
}
