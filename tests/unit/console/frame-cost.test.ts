import { describe, expect, it } from 'vitest';
import { frameCosts, type TraceEvent } from '#tests/bench/console/frame-cost.ts';

const PAGE = { pid: 1, tid: 1 };
const mark = (name: string, ts: number): TraceEvent => ({ name, ph: 'R', ...PAGE, ts });
/** One piece of work: from, how long, and how long of that on the processor; microseconds. */
const work = (name: string, ts: number, dur: number, tdur = dur): TraceEvent => ({
  name,
  ph: 'X',
  ...PAGE,
  ts,
  dur,
  tdur,
});

describe('the cost of frames in a trace', () => {
  it('is processor time by kind, without what lies inside, from commit to commit', () => {
    const costs = frameCosts(
      [
        mark('from', 0),
        work('RunTask', 10, 9000),
        work('FunctionCall', 20, 6000, 5000),
        work('Layout', 1000, 2000),
        work('Paint', 7000, 500),
        work('Commit', 8000, 500),
        work('FunctionCall', 20_000, 9000, 1000),
        work('Commit', 30_000, 100),
        mark('to', 40_000),
      ],
      'from',
      'to',
    );
    expect(costs).toEqual([
      { script: 3, layout: 2, paint: 1 },
      { script: 1, layout: 0, paint: 0.1 },
    ]);
  });

  it('counts neither other threads nor what was before and after', () => {
    const elsewhere = { ...work('FunctionCall', 5000, 1000), tid: 2 };
    const costs = frameCosts(
      [
        work('FunctionCall', 0, 900),
        mark('from', 1000),
        elsewhere,
        work('Commit', 6000, 100),
        mark('to', 9000),
        work('FunctionCall', 9500, 100),
      ],
      'from',
      'to',
    );
    expect(costs).toEqual([{ script: 0, layout: 0, paint: 0.1 }]);
  });

  it('without its marks is an error that names them', () => {
    expect(() => frameCosts([], 'from', 'to')).toThrow('"from" and "to"');
  });
});
