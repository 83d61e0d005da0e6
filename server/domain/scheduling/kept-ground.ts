import { fillSite } from './day-sites.ts';
import type { Problem, TravelMode, Visit } from './model.ts';
import { fillMatrices, type ModeMatrices, SiteList } from './site-matrices.ts';

/** The sites of a day and what the ways between them take, mode by mode. */
export interface DayGround {
  readonly sites: SiteList;
  /** Rows and columns of the matrices: room for sites that come later. */
  readonly stride: number;
  readonly modeNames: readonly TravelMode[];
  readonly modes: readonly ModeMatrices[];
}

/** The ground of one problem, with room for so many more sites. */
export function layGround(problem: Problem, slots: readonly Visit[], room: number): DayGround {
  const sites = new SiteList();
  listSites(sites, problem, slots);
  const stride = sites.places.length + room;
  const modeNames = [...new Set(problem.technicians.map((each) => each.mode))];
  return {
    sites,
    stride,
    modeNames,
    modes: modeNames.map((mode) => fillMatrices(problem, sites, stride, mode)),
  };
}

/** A quarter more sites than there are, and never less than this, may come before everything is asked for again. */
const ROOM = 128;

/**
 * Ground that is kept while a day goes on: the ways between all places are most of the work of making a day ready for questions, and
 * an event changes hardly any. Problems over one ground must number their places by one `PlaceBook`, and have the same travel and rules.
 */
export class KeptGround {
  private ground: DayGround | null = null;

  /** The ground of the problem: what is kept, with the sites that are new; laid anew when they do not fit. */
  under(problem: Problem, slots: readonly Visit[], spare: number): DayGround {
    const kept = this.ground;
    if (kept && extend(kept, problem, slots, spare)) return kept;
    this.ground = layGround(problem, slots, spare + ROOM + Math.ceil(slots.length / 4));
    return this.ground;
  }
}

function extend(ground: DayGround, problem: Problem, slots: readonly Visit[], spare: number): boolean {
  const { sites, stride, modeNames } = ground;
  if (problem.technicians.some(({ mode }) => !modeNames.includes(mode))) return false;
  const known = sites.places.length;
  listSites(sites, problem, slots);
  if (sites.places.length + spare > stride) return false;
  for (let site = known; site < sites.places.length; site++)
    if (!fillSite(ground, problem, site)) return false;
  return true;
}

function listSites(sites: SiteList, problem: Problem, slots: readonly Visit[]): void {
  for (const visit of slots) sites.index(visit.place, visit.estate);
  for (const each of problem.technicians) {
    sites.index(each.start, null);
    sites.index(each.end, null);
  }
  if (problem.store !== undefined) sites.index(problem.store, null);
}
