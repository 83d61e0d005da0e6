import { describe, expect, it } from 'vitest';
import { clockFault } from '#domain/geo/clock-drift.ts';
import { freshnessOf } from '#domain/geo/freshness.ts';
import { type Fix, type FixFault, OPEN_GATE, passGate } from '#domain/geo/position-gate.ts';

const HOME = { lng: 119.3, lat: 26.08 };
const METRE = 1 / 111_195;
const fix = (metres: number, seconds: number, accuracyM = 10): Fix => ({
  point: { lng: HOME.lng, lat: HOME.lat + metres * METRE },
  accuracyM,
  at: Date.UTC(2026, 2, 10) + seconds * 1000,
});

/** Feeds fixes one after another and lists what the gate said of each. */
function feed(fixes: Fix[]): { faults: (FixFault | undefined)[]; last: Fix | undefined } {
  let gate = OPEN_GATE;
  const faults = fixes.map((next) => {
    const answer = passGate(gate, next);
    gate = answer.gate;
    return answer.fault;
  });
  return { faults, last: gate.last };
}

describe('the gate in front of a technician’s position', () => {
  it('takes 100 m of accuracy and refuses more, or none stated', () => {
    expect(feed([fix(0, 0, 100)]).faults).toEqual([undefined]);
    expect(feed([fix(0, 0, 100.1), fix(0, 1, Number.NaN)]).faults).toEqual(['inaccurate', 'inaccurate']);
  });

  it('takes 33 m/s and refuses a jump', () => {
    expect(feed([fix(0, 0), fix(329, 10)]).faults).toEqual([undefined, undefined]);
    expect(feed([fix(0, 0), fix(331, 10)]).faults).toEqual([undefined, 'too_fast']);
  });

  it('never moves the pin back in time', () => {
    const { faults, last } = feed([fix(0, 10), fix(5, 10), fix(5, 9)]);
    expect(faults).toEqual([undefined, 'older', 'older']);
    expect(last).toEqual(fix(0, 10));
  });

  it('believes the sixth jump in a row: then the remembered position was wrong', () => {
    const jumps = [1, 2, 3, 4, 5, 6].map((second) => fix(100_000, second));
    const { faults, last } = feed([fix(0, 0), ...jumps]);
    expect(faults).toEqual([undefined, ...Array(5).fill('too_fast'), undefined]);
    expect(last).toEqual(jumps[5]);
  });

  it('starts counting anew after a good fix', () => {
    const jump = (second: number) => fix(100_000, second);
    const { faults } = feed([fix(0, 0), jump(1), jump(2), jump(3), fix(1, 4), jump(5), jump(6), jump(7)]);
    expect(faults.filter((fault) => fault === 'too_fast')).toHaveLength(6);
  });
});

describe('the age of a position', () => {
  it.each([
    [0, 'fresh'],
    [60_000, 'fresh'],
    [60_001, 'ageing'],
    [300_000, 'ageing'],
    [300_001, 'stale'],
  ])('at %i ms is %s', (age, expected) => {
    expect(freshnessOf(age)).toBe(expected);
  });

  it('is set aside when the device runs more than two minutes ahead or delivers after a day', () => {
    const received = Date.UTC(2026, 2, 10, 12);
    expect(clockFault(received + 120_000, received)).toBeUndefined();
    expect(clockFault(received + 120_001, received)).toBe('clock_ahead');
    expect(clockFault(received - 86_400_000, received)).toBeUndefined();
    expect(clockFault(received - 86_400_001, received)).toBe('too_old');
  });
});
