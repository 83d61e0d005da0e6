import { describe, expect, it } from 'vitest';
import { peersOf, readHgs, readPyvrp, readVroom, vroomInput } from '#tests/bench/peers.ts';

const solomon = `TWO

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      3         4          5          0         90         10
    2      3         5          5         20         30         10
`;

describe('peers of the bench', () => {
  it('runs none but those that the environment names', () => {
    expect(peersOf({})).toEqual([]);
    expect(peersOf({ VROOM: '/v', PYVRP: '', HGS: '/h' }).map((peer) => peer.name)).toEqual(['VROOM', 'HGS']);
  });

  it('gives VROOM whole tenths of truncated distances', () => {
    expect(vroomInput(solomon)).toMatchObject({
      vehicles: [
        { start_index: 0, end_index: 0, capacity: [10], time_window: [0, 1000] },
        { start_index: 0, end_index: 0, capacity: [10], time_window: [0, 1000] },
      ],
      jobs: [
        { id: 1, location_index: 1, service: 100, delivery: [5], time_windows: [[0, 900]] },
        { id: 2, location_index: 2, service: 100, delivery: [5], time_windows: [[200, 300]] },
      ],
      matrices: {
        car: {
          durations: [
            [0, 50, 58],
            [50, 0, 10],
            [58, 10, 0],
          ],
        },
      },
    });
  });

  it('reads what each of them answers', () => {
    expect(readVroom('{"summary":{"duration":118,"unassigned":0}}')).toEqual({ distance: 11.8, unserved: 0 });
    expect(readPyvrp('loading\n{"distance": 11.8, "feasible": true}\n')).toEqual({
      distance: 11.8,
      unserved: 0,
    });
    expect(readPyvrp('{"distance": 1, "feasible": false}').unserved).toBeNaN();
    expect(readHgs('Route #1: 1 2\nCost 11.8\n')).toEqual({ distance: 11.8, unserved: 0 });
    expect(() => readHgs('Route #1: 1 2\n')).toThrow(/Cost/);
  });
});
