import { describe, expect, it } from 'vitest';
import { InstanceError } from '#server/cli/instance/instance.ts';
import { readInstance } from '#server/cli/instance/read-instance.ts';
import { solveInstance } from '#server/cli/solve-instance.ts';

const solomon = `SQUARE

VEHICLE
NUMBER     CAPACITY
  3         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      3         4          5          0         90         10
    2      3         5          5         20         30         10
    3     -3         4          6          0         90         10
`;

const technicians = `TWO-HOMES

INFO
CREW COUNT  SKILLS  TOOLS   SPARE PARTS
2      2       1       1

DEPOT TECHNICIANS AND REQUESTS
ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
0    0     0     0      500    0      [] 	[] 	[]
1    10    0     0      500    0      [0] 	[] 	[1]
2    0     20    0      500    0      [1] 	[0] 	[0]
3    12    0     0      400    10     [0] 	[] 	[1]
4    14    0     0      400    10     [0] 	[] 	[1]
5    0     25    0      400    10     [1] 	[0] 	[0]
`;

const iterations = (count: number) => (done: number) => done / count;

describe('benchmark instances', () => {
  it('reads a Solomon file and serves it in the DIMACS convention: distances cut to one decimal', () => {
    const instance = readInstance(solomon, 'distance');
    expect(instance.distance(0, 2)).toBe(5.8);
    const solved = solveInstance(instance, { seed: 1, objective: 'distance', spent: iterations(512) });
    // 0→1→2→0 or 0→2→1→0 carries 10 and costs 5 + 1 + 5.8; 3 goes alone, there and back 10.
    expect(solved.unserved).toEqual([]);
    expect(solved.routes.map((route) => [...route].sort()).sort()).toEqual([[1, 2], [3]]);
    expect(solved.distance).toBeCloseTo(21.8, 6);
  });

  it('drives with as few vehicles as the load allows when vehicles count first', () => {
    const solved = solveInstance(readInstance(solomon, 'vehicles'), {
      seed: 1,
      objective: 'vehicles',
      spent: iterations(1024),
    });
    expect(solved.routes.length).toBe(2);
    expect(solved.distance).toBeCloseTo(10 + 1 + Math.hypot(3, 5) + 5, 6);
  });

  it('sends a technician to the store when the parts run out, and nobody without the skill', () => {
    const instance = readInstance(technicians, 'distance');
    const solved = solveInstance(instance, { seed: 1, objective: 'distance', spent: iterations(512) });
    expect(solved.unserved).toEqual([]);
    const first = solved.routes[solved.technicians!.indexOf(1)]!;
    expect(first).toContain(0);
    expect(first.filter((stop) => stop !== 0).sort()).toEqual([3, 4]);
    expect(solved.routes[solved.technicians!.indexOf(2)]).toEqual([5]);
    // Technician 1: 10 → 0 → 12 → 14 → 10 = 28; technician 2: there and back 10.
    expect(solved.distance).toBeCloseTo(38, 2);
  });

  it('says on which line a file is wrong', () => {
    expect(() =>
      readInstance(solomon.replace('5          0         90', '5          0'), 'distance'),
    ).toThrow(InstanceError);
    expect(() =>
      readInstance(solomon.replace('5          0         90', '5          0'), 'distance'),
    ).toThrow(/line 11/);
  });
});
