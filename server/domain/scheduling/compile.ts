import { boundsOf, type DeadlineHold } from './constraints.ts';
import { givingUpOrder, placesInGivingUp } from './giving-up.ts';
import type { Break, Problem, TechnicianDay, TravelMode, Visit } from './model.ts';
import {
  fillMatrices,
  legsBetween,
  type Matrix,
  MOST_16_BIT,
  type ModeMatrices,
  SiteList,
} from './site-matrices.ts';
import { alongCurve } from './space-curve.ts';
import { Staff } from './staff.ts';
import { beginAt, leaveAt, plannedLeg } from './timeline.ts';

/**
 * A problem as numbers: what the search reads. Nodes 0 … visitCount−1 are visit slots (a visit of a crew
 * of two has two); then come, for each technician, a start, an end, the breaks, and a trip to the store.
 * A *site* is a place together with an estate, so that entering an estate is a property of a leg.
 */
export interface Day {
  readonly problem: Problem;
  /** Visits in tie-break order (SCHD-13), one for each slot. */
  readonly visits: Visit[];
  visitCount: number;
  readonly slotLimit: number;
  readonly technicians: readonly TechnicianDay[];

  readonly site: Int32Array;
  readonly service: Int32Array;
  /** Earliest begin. */
  readonly opens: Int32Array;
  /** Latest planned arrival. */
  readonly arriveBy: Int32Array;
  readonly hold: DeadlineHold[];
  /** When the visits that have already begun end. */
  readonly endedAt: ReadonlyMap<string, number>;
  /** What leaving a slot unserved weighs: an emergency outweighs any number of lesser classes. */
  readonly weight: Float64Array;
  /** Technician in the published plan, −1 for none, and what another one costs. */
  readonly publishedTo: Int32Array;
  readonly changeCost: Int32Array;
  /** Begin in the published plan, −1 for none, and what beginning far from it costs. */
  readonly publishedBegin: Int32Array;
  readonly moveCost: number;
  /** 1 where `constraints.refuseTechnician` has no objection: [slot × technicians + technician]. */
  readonly allowed: Uint8Array;
  /** Slots tied to others (crew, precedence) share a group number; −1 for the rest. */
  readonly group: Int32Array;
  /** Order among locked visits of one technician; 0 for none. */
  readonly order: Int32Array;

  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  /** First break node of a technician; the breaks of technician k end where those of k+1 begin. */
  readonly breakNode: Int32Array;
  readonly storeNode: Int32Array;
  readonly nodeCount: number;
  readonly overtimeFrom: Int32Array;
  /** Technicians (position `next`) who are on the way to a slot, −1 for none. */
  readonly nextSlot: Int32Array;
  /** 1 where a technician's day has breaks, 2 where it has overtime, a store within reach or locked orders. */
  readonly general: Uint8Array;
  /** 1 for breaks that are due: not yet taken and inside the shift. */
  readonly breakDue: Uint8Array;
  /** 1 for technicians who dropped out after the day was compiled: no visit may be added for them. */
  readonly gone: Uint8Array;
  /** Technicians whose days are interchangeable share a number. */
  readonly twin: Int32Array;

  /** Kinds of parts and tools: what a slot needs and a technician carries, [node or technician × kinds]. */
  readonly stockKinds: number;
  readonly needs: Int32Array;
  readonly carries: Int32Array;

  readonly stockNames: readonly string[];
  readonly staff: Staff;
  readonly sites: SiteList;
  readonly stride: number;
  readonly modeNames: readonly TravelMode[];
  readonly modes: readonly ModeMatrices[];
  readonly modeOf: Int32Array;
}

const SPARE = 64;
/** What a visit at another time costs, as a share of what another technician costs. */
const MOVE_SHARE = 0.2;
const CLASS_BASE = 64;

/** Turns a problem that `judgeProblem` accepted into numbers. `spare` slots are kept free for new visits. */
export function compileDay(problem: Problem, spare: number = SPARE): Day {
  const frozen = problem.technicians.flatMap((each) => each.frozen);
  const endedAt = new Map(frozen.map((stop) => [stop.visit, stop.leave]));
  const along = alongCurve(problem.places);
  const open = problem.visits
    .filter((visit) => !endedAt.has(visit.id))
    .sort((one, other) => along[one.place]! - along[other.place]! || byIntake(one, other));
  const slots = open.flatMap((visit) => Array.from({ length: visit.crew ?? 1 }, () => visit));
  const slotLimit = slots.length + spare;
  const technicians = problem.technicians;
  const m = technicians.length;
  const breaks = technicians.reduce((sum, each) => sum + each.breaks.length, 0);
  const nodeCount = slotLimit + 3 * m + breaks;
  const stockNames = stockNamesOf(problem);

  const sites = new SiteList();
  for (const visit of slots) sites.index(visit.place, visit.estate);
  for (const each of technicians) {
    sites.index(each.start, null);
    sites.index(each.end, null);
  }
  if (problem.store !== undefined) sites.index(problem.store, null);
  const stride = sites.places.length + spare;
  const modeNames = [...new Set(technicians.map((each) => each.mode))];

  const day: Day = {
    problem,
    visits: [],
    visitCount: 0,
    slotLimit,
    technicians,
    site: new Int32Array(nodeCount),
    service: new Int32Array(nodeCount),
    opens: new Int32Array(nodeCount),
    arriveBy: new Int32Array(nodeCount),
    hold: [],
    endedAt,
    weight: new Float64Array(slotLimit),
    publishedTo: new Int32Array(slotLimit).fill(-1),
    changeCost: new Int32Array(slotLimit),
    publishedBegin: new Int32Array(slotLimit).fill(-1),
    moveCost: Math.round(problem.rules.changePenaltySeconds * MOVE_SHARE),
    allowed: new Uint8Array(slotLimit * m),
    group: new Int32Array(slotLimit).fill(-1),
    order: new Int32Array(nodeCount),
    startNode: Int32Array.from({ length: m }, (_, k) => slotLimit + 3 * k),
    endNode: Int32Array.from({ length: m }, (_, k) => slotLimit + 3 * k + 1),
    storeNode: Int32Array.from({ length: m }, (_, k) => slotLimit + 3 * k + 2),
    breakNode: new Int32Array(m + 1),
    nodeCount,
    overtimeFrom: new Int32Array(m),
    nextSlot: new Int32Array(m).fill(-1),
    general: new Uint8Array(m),
    breakDue: new Uint8Array(nodeCount),
    gone: new Uint8Array(m),
    twin: new Int32Array(m),
    stockKinds: stockNames.length,
    needs: new Int32Array(nodeCount * stockNames.length),
    carries: new Int32Array(m * stockNames.length),
    stockNames,
    staff: new Staff(problem),
    sites,
    stride,
    modeNames,
    modes: modeNames.map((mode) => fillMatrices(problem, sites, stride, mode)),
    modeOf: Int32Array.from(technicians, (each) => modeNames.indexOf(each.mode)),
  };
  addTechnicians(day, sites, stockNames);
  for (const visit of slots) addSlot(day, visit);
  linkGroups(day);
  return day;
}

/**
 * Takes one more visit of a single technician into a compiled day and answers its slot; its place must
 * already be one of the problem's places. Throws when the spare room is used up: compile afresh then.
 */
export function addVisit(day: Day, visit: Visit): number {
  if (day.visitCount >= day.slotLimit) {
    throw new RangeError(
      `The day has room for ${day.slotLimit} visits and all are taken; compile it afresh.`,
    );
  }
  addSlot(day, visit);
  return day.visitCount - 1;
}

/** Lets other technicians have a visit whose published technician can no longer keep it. */
export function unpin(day: Day, visit: Visit): void {
  if (!day.staff.pins.delete(visit.id)) return;
  const m = day.technicians.length;
  for (let slot = 0; slot < day.visitCount; slot++) {
    if (day.visits[slot] !== visit) continue;
    const row = day.staff.allowed(visit);
    for (let k = 0; k < m; k++) day.allowed[slot * m + k] = day.gone[k] === 1 ? 0 : row[k]!;
  }
}

/** Takes the last slot out again. */
export function dropLastVisit(day: Day): void {
  day.visitCount--;
  day.visits.pop();
}

/** Sets how strictly the effective deadline of a slot is held, and its bounds from that. */
export function holdDeadline(day: Day, slot: number, hold: DeadlineHold): void {
  const visit = day.visits[slot]!;
  const bounds = boundsOf(day.problem, visit, hold);
  day.hold[slot] = hold;
  day.opens[slot] = Math.max(bounds.opens, day.endedAt.get(visit.after ?? '') ?? bounds.opens);
  day.arriveBy[slot] = bounds.arriveBy;
}

function byIntake(one: Visit, other: Visit): number {
  return one.intakeAt - other.intakeAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function stockNamesOf(problem: Problem): readonly string[] {
  const names = new Set<string>();
  for (const visit of problem.visits) {
    for (const part of Object.keys(visit.parts ?? {})) names.add(`part ${part}`);
    for (const tool of visit.tools ?? []) names.add(`tool ${tool}`);
  }
  return [...names];
}

function addTechnicians(day: Day, sites: SiteList, stockNames: readonly string[]): void {
  const { problem, technicians } = day;
  const twins = new Map<string, number>();
  let breakNode = day.slotLimit + 3 * technicians.length;
  technicians.forEach((each, k) => {
    const start = day.startNode[k]!;
    const end = day.endNode[k]!;
    const store = day.storeNode[k]!;
    day.site[start] = sites.index(each.start, null);
    day.opens[start] = Math.max(each.shiftStart, each.freeFrom);
    day.site[end] = sites.index(each.end, null);
    day.arriveBy[end] = each.shiftEnd + each.overtimeLimitSeconds;
    day.overtimeFrom[k] = each.overtimeLimitSeconds > 0 ? each.shiftEnd : day.arriveBy[end]!;
    day.site[store] = problem.store === undefined ? -1 : sites.index(problem.store, null);
    day.arriveBy[store] = day.arriveBy[end]!;
    day.breakNode[k] = breakNode;
    for (const pause of each.breaks) {
      day.opens[breakNode] = pause.from;
      day.arriveBy[breakNode] = pause.until;
      day.service[breakNode] = pause.durationSeconds;
      day.breakDue[breakNode] = isBreakDue(day, each, pause) ? 1 : 0;
      breakNode++;
    }
    const fetches = problem.store !== undefined && stockNames.length > 0;
    day.general[k] = each.overtimeLimitSeconds > 0 || fetches ? 2 : each.breaks.length > 0 ? 1 : 0;
    stockNames.forEach((name, kind) => {
      const carried = name.startsWith('part ')
        ? (each.parts?.[name.slice(5)] ?? 0)
        : each.tools?.includes(name.slice(5))
          ? UNLIMITED
          : 0;
      day.carries[k * stockNames.length + kind] = carried;
    });
    const likeness = JSON.stringify([
      [each.start, each.end, day.opens[start], each.shiftEnd, each.overtimeLimitSeconds, each.mode],
      [each.breaks, each.skills, each.certificates, each.areas, each.parts, each.tools],
    ]);
    if (!twins.has(likeness)) twins.set(likeness, k);
    day.twin[k] = twins.get(likeness)!;
  });
  day.breakNode[technicians.length] = breakNode;
}

/**
 * One whose window has closed when the technician becomes free was taken; one that would keep a technician
 * without any visit from being at the end place in time is not due.
 */
function isBreakDue(day: Day, technician: TechnicianDay, pause: Break): boolean {
  const { legReserveSeconds, travelHour } = day.problem.rules;
  const { start, end, mode } = technician;
  const home = start === end ? 0 : day.problem.travel.seconds(start, end, mode, travelHour);
  const free = beginAt(technician.freeFrom, technician.shiftStart);
  const endsAt = leaveAt(free, pause.from, pause.durationSeconds) + plannedLeg(home, legReserveSeconds);
  return pause.until >= free && endsAt <= technician.shiftEnd + technician.overtimeLimitSeconds;
}

/** A tool is carried without being used up. */
const UNLIMITED = 1 << 28;

function addSlot(day: Day, visit: Visit): void {
  const { staff, stockNames } = day;
  const slot = day.visitCount++;
  day.visits.push(visit);
  day.site[slot] = siteFor(day, visit);
  day.service[slot] = visit.durationSeconds;
  holdDeadline(day, slot, 'with_reserve');
  day.weight[slot] = placesInGivingUp(visit, staff.publishedTo.has(visit.id)).reduce(
    (sum, place) => sum + CLASS_BASE ** (givingUpOrder.length - 1 - place),
    0,
  );
  day.publishedTo[slot] = staff.publishedTo.get(visit.id) ?? -1;
  day.publishedBegin[slot] = staff.publishedBegin.get(visit.id) ?? -1;
  day.changeCost[slot] = day.publishedTo[slot]! < 0 ? 0 : changeCostOf(day.problem, visit);
  const m = day.technicians.length;
  day.allowed.set(staff.allowed(visit), slot * m);
  for (let k = 0; k < m; k++) if (day.gone[k] === 1) day.allowed[slot * m + k] = 0;
  day.order[slot] = visit.lock?.order ?? 0;
  const lockedTo = staff.technicians.get(visit.lock?.technician ?? '');
  if (lockedTo !== undefined && visit.lock?.position === 'next') day.nextSlot[lockedTo] = slot;
  if (day.order[slot]! > 0) day.general.fill(2);
  stockNames.forEach((name, kind) => {
    const needed = name.startsWith('part ')
      ? (visit.parts?.[name.slice(5)] ?? 0)
      : visit.tools?.includes(name.slice(5))
        ? 1
        : 0;
    day.needs[slot * stockNames.length + kind] = needed;
  });
}

/** The site of a visit; a new one gets its row and column in every mode's matrices. */
function siteFor(day: Day, visit: Visit): number {
  const { sites, stride, problem } = day;
  const known = sites.places.length;
  const site = sites.index(visit.place, visit.estate);
  if (site < known) return site;
  if (site >= stride) throw new RangeError(`The day has room for ${stride} places; compile it afresh.`);
  day.modes.forEach((matrices, i) => {
    const legs = legsBetween(problem, sites, day.modeNames[i]!);
    const set = (rows: Matrix, columns: Matrix, from: number, to: number, value: number): void => {
      if (value > MOST_16_BIT && rows instanceof Uint16Array) {
        throw new RangeError(`A journey of ${value} s does not fit this day; compile it afresh.`);
      }
      rows[from * stride + to] = value;
      columns[to * stride + from] = value;
    };
    for (let other = 0; other <= site; other++) {
      for (const [from, to] of [
        [site, other],
        [other, site],
      ] as const) {
        const seconds = legs.travel(from, to);
        set(matrices.time, matrices.timeTo, from, to, legs.time(seconds));
        if (matrices.cost !== matrices.time)
          set(matrices.cost, matrices.costTo, from, to, legs.cost(seconds, from, to));
      }
    }
  });
  return site;
}

/** A promised customer who was told the technician's name has to be called on a change (CHG-06). */
function changeCostOf(problem: Problem, visit: Visit): number {
  const calls = visit.window.kind === 'promised' && visit.window.notified;
  return problem.rules.changePenaltySeconds * (calls ? 4 : 1);
}

function linkGroups(day: Day): void {
  const slotsOf = new Map<string, number[]>();
  day.visits.forEach((visit, slot) => {
    const slots = slotsOf.get(visit.id);
    if (slots) slots.push(slot);
    else slotsOf.set(visit.id, [slot]);
  });
  const join = (slots: readonly number[]): void => {
    const members = new Set(slots.map((slot) => day.group[slot]!).filter((group) => group >= 0));
    const group = members.size > 0 ? Math.min(...members) : Math.min(...slots);
    for (const slot of slots) day.group[slot] = group;
    for (let slot = 0; slot < day.visitCount; slot++) {
      if (members.has(day.group[slot]!)) day.group[slot] = group;
    }
  };
  for (const slots of slotsOf.values()) {
    const before = day.visits[slots[0]!]!.after;
    const earlier = before === undefined ? undefined : slotsOf.get(before);
    if (slots.length > 1 || earlier) join(earlier ? [...slots, ...earlier] : slots);
  }
}
