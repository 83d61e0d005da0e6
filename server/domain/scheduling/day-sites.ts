import type { Day } from './day.ts';
import type { DayGround } from './kept-ground.ts';
import type { Problem, Visit } from './model.ts';
import { legsBetween, type Matrix, MOST_16_BIT } from './site-matrices.ts';

/** The site of a visit; a new one gets its row and column in every mode's matrices. */
export function siteFor(day: Day, visit: Visit): number {
  const { sites, stride, problem } = day;
  const known = sites.places.length;
  const site = sites.index(visit.place, visit.estate);
  if (site < known) return site;
  if (site >= stride) throw new RangeError(`The day has room for ${stride} places; compile it afresh.`);
  if (!fillSite(day, problem, site))
    throw new RangeError('A journey to a new place does not fit this day; compile it afresh.');
  return site;
}

/** Asks for the ways between a new site and those before it. False where one of them is too long for the matrices. */
export function fillSite(
  { sites, stride, modeNames, modes }: DayGround,
  problem: Problem,
  site: number,
): boolean {
  return modes.every((matrices, i) => {
    const legs = legsBetween(problem, sites, modeNames[i]!);
    const set = (rows: Matrix, columns: Matrix, from: number, to: number, value: number): boolean => {
      if (value > MOST_16_BIT && rows instanceof Uint16Array) return false;
      rows[from * stride + to] = value;
      columns[to * stride + from] = value;
      return true;
    };
    const fill = (from: number, to: number): boolean => {
      const seconds = legs.travel(from, to);
      if (!set(matrices.time, matrices.timeTo, from, to, legs.time(seconds))) return false;
      if (matrices.cost === matrices.time) return true;
      return set(matrices.cost, matrices.costTo, from, to, legs.cost(seconds, from, to));
    };
    for (let other = 0; other <= site; other++) if (!fill(site, other) || !fill(other, site)) return false;
    return true;
  });
}
