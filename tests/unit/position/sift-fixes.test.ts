import { describe, expect, it } from 'vitest';
import type { Reporter } from '#db/query/position.ts';
import type { PositionFix } from '#protocol/live.ts';
import { siftFixes } from '#server/services/position/sift-fixes.ts';

const NOW = Date.UTC(2026, 2, 10, 2);
const MINUTE = 60_000;
const reporter = (change: Partial<Reporter> = {}): Reporter => ({
  technicianId: 't001',
  areaId: 'gulou',
  onDutySince: NOW - 8 * 60 * MINUTE,
  consented: true,
  last: null,
  refusedInARow: 0,
  ...change,
});
/** A fix so many metres east of the centre of Fuzhou, so long ago. */
const fix = (eastM: number, agoMs: number, accuracyM = 10, seq = 1): PositionFix => [
  119.3 + eastM / 99_900,
  26.08,
  accuracyM,
  null,
  null,
  NOW - agoMs,
  seq,
];

describe('sifting of positions', () => {
  it('keeps nothing of a technician who is off duty', () => {
    const sifted = siftFixes(reporter({ onDutySince: null }), [fix(0, 0), fix(9, 5)], NOW);
    expect(sifted).toMatchObject({
      track: [],
      moved: null,
      quarantined: [],
      dropped: ['off_duty', 'off_duty'],
    });
  });

  it('keeps nothing without consent, not even in quarantine', () => {
    const sifted = siftFixes(reporter({ consented: false }), [fix(0, -10 * MINUTE)], NOW);
    expect(sifted).toMatchObject({ track: [], moved: null, quarantined: [], dropped: ['no_consent'] });
  });

  it('keeps nothing from before this duty began, to the millisecond, however late it comes', () => {
    const onDuty = reporter({ onDutySince: NOW - MINUTE });
    const sifted = siftFixes(onDuty, [fix(0, MINUTE + 1), fix(0, MINUTE)], NOW);
    expect(sifted.dropped).toEqual(['before_duty']);
    expect(sifted.track.map((one) => one.occurredAt)).toEqual([NOW - MINUTE]);
  });

  it('sets aside what a device clock more than 120 s ahead or more than 24 h behind wrote', () => {
    const longDuty = reporter({ onDutySince: NOW - 48 * 60 * MINUTE });
    const sifted = siftFixes(
      longDuty,
      [fix(0, -120_001), fix(0, -120_000), fix(0, 24 * 60 * MINUTE), fix(0, 24 * 60 * MINUTE + 1)],
      NOW,
    );
    expect(sifted.quarantined.map((one) => one.fault)).toEqual(['too_old', 'clock_ahead']);
    expect(sifted.moved?.occurredAt).toBe(NOW + 120_000);
  });

  it('takes a late fix into the track without moving the pin back', () => {
    const last = { lng: 119.3, lat: 26.08, accuracyM: 10, occurredAt: NOW - MINUTE };
    const sifted = siftFixes(reporter({ last }), [fix(0, 2 * MINUTE)], NOW);
    expect(sifted.moved).toBeNull();
    expect(sifted.track).toHaveLength(1);
  });

  it('leaves out a jump that no vehicle makes, and a fix from a mast', () => {
    const last = { lng: 119.3, lat: 26.08, accuracyM: 10, occurredAt: NOW - 10_000 };
    const sifted = siftFixes(reporter({ last }), [fix(2_000, 0), fix(5, 0, 800)], NOW);
    expect(sifted).toMatchObject({ track: [], moved: null, refusedInARow: 1 });
    expect([...sifted.dropped].sort()).toEqual(['inaccurate', 'too_fast']);
  });

  it('counts refused jumps over several deliveries and then believes the device', () => {
    let state = reporter({
      last: { lng: 119.3, lat: 26.08, accuracyM: 10, occurredAt: NOW - 10_000 },
    });
    const moved: boolean[] = [];
    for (let delivery = 1; delivery <= 6; delivery += 1) {
      const sifted = siftFixes(state, [fix(5_000, 6 - delivery)], NOW);
      moved.push(sifted.moved !== null);
      state = { ...state, refusedInARow: sifted.refusedInARow };
    }
    expect(moved).toEqual([false, false, false, false, false, true]);
  });

  it('moves to the newest of several, in whatever order they come', () => {
    const sifted = siftFixes(reporter(), [fix(20, 0), fix(0, 20_000), fix(10, 10_000)], NOW);
    expect(sifted.moved?.occurredAt).toBe(NOW);
    expect(sifted.track).toHaveLength(3);
  });
});
