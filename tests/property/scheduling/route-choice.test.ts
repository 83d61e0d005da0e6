import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestChoice, type RouteChoice } from '#domain/scheduling/route-choice.ts';

const VISITS = 7;
const OWNERS = 3;

const route = fc
  .record({
    owner: fc.nat(OWNERS - 1),
    visits: fc.uniqueArray(fc.nat(VISITS - 1), { minLength: 1, maxLength: 4 }),
    cost: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ visits, ...rest }): RouteChoice => ({ ...rest, visits: Int32Array.from(visits) }));

const choice = fc.record({
  routes: fc.array(route, { maxLength: 14 }),
  open: fc.uint8Array({ minLength: VISITS, maxLength: VISITS, max: 1 }),
  size: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: OWNERS, maxLength: OWNERS }),
  below: fc.integer({ min: 1, max: 400 }),
});

/** The least cost of serving every open visit once, by trying every set of routes. */
function leastCost(routes: readonly RouteChoice[], open: Uint8Array, size: readonly number[]): number {
  let least = Infinity;
  for (let set = 0; set < 2 ** routes.length; set++) {
    const chosen = routes.filter((_, r) => (set >> r) & 1);
    if (serves(chosen, open, size)) least = Math.min(least, costOf(chosen));
  }
  return least;
}

function serves(chosen: readonly RouteChoice[], open: Uint8Array, size: readonly number[]): boolean {
  const served = new Uint8Array(open.length);
  for (const { visits } of chosen) for (const visit of visits) served[visit]!++;
  return (
    served.every((times, visit) => times === open[visit]) &&
    size.every((most, owner) => chosen.filter((each) => each.owner === owner).length <= most)
  );
}

function costOf(chosen: readonly RouteChoice[]): number {
  return chosen.reduce((sum, { cost }) => sum + cost, 0);
}

describe('the cheapest choice of routes', () => {
  it('is as cheap as trying every set of them, and is none where no set is cheaper than what there is', () => {
    fc.assert(
      fc.property(choice, ({ routes, open, size, below }) => {
        const least = leastCost(routes, open, size);
        const chosen = cheapestChoice(routes, open, Int32Array.from(size), below);
        if (least >= below) expect(chosen).toBeUndefined();
        else {
          expect(serves(chosen!, open, size)).toBe(true);
          expect(costOf(chosen!)).toBe(least);
        }
      }),
      { numRuns: 150 },
    );
  });
});
