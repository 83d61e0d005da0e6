import type { Day } from './day.ts';
import { linkGroups } from './day-groups.ts';
import { addTechnicians } from './day-technicians.ts';
import { addSlot } from './day-visits.ts';
import { type KeptGround, layGround } from './kept-ground.ts';
import type { Problem, Visit } from './model.ts';
import { alongCurve } from './space-curve.ts';
import { Staff } from './staff.ts';
import { stockNamesOf } from './stock.ts';

/** Slots and sites kept free for visits that come later. */
const SPARE = 64;
/** What a visit at another time costs, as a share of what another technician costs. */
const MOVE_SHARE = 0.2;

/**
 * Turns a problem that `judgeProblem` accepted into numbers. `spare` slots are kept free for new visits. The ways between its places
 * are asked for, unless they are kept from the day as it stood before.
 */
export function compileDay(problem: Problem, spare: number = SPARE, kept?: KeptGround): Day {
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

  const ground = kept?.under(problem, slots, spare) ?? layGround(problem, slots, spare);

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
    ...ground,
    modeOf: Int32Array.from(technicians, (each) => ground.modeNames.indexOf(each.mode)),
  };
  addTechnicians(day);
  for (const visit of slots) addSlot(day, visit);
  linkGroups(day);
  return day;
}

function byIntake(one: Visit, other: Visit): number {
  return one.intakeAt - other.intakeAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
