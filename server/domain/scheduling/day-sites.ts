import type { Day } from './day.ts';
import type { Visit } from './model.ts';
import { legsBetween, type Matrix, MOST_16_BIT } from './site-matrices.ts';

/** The site of a visit; a new one gets its row and column in every mode's matrices. */
export function siteFor(day: Day, visit: Visit): number {
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
