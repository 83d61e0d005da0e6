import { describe, expect, it } from 'vitest';
import { AWAY, type Fix, readFence, type Stay, watchStay } from '#domain/geo/geofence.ts';

const DOOR = { lng: 119.3, lat: 26.08 };
const METRE = 1 / 111_195;
const north = (metres: number) => ({ lng: DOOR.lng, lat: DOOR.lat + metres * METRE });
const START = Date.UTC(2026, 2, 10, 1, 0, 0);
const fix = (metres: number, seconds: number, accuracyM = 10): Fix => ({
  point: north(metres),
  accuracyM,
  at: START + seconds * 1000,
});
const follow = (fixes: Fix[]): Stay => fixes.reduce((stay, next) => watchStay(stay, next, DOOR), AWAY);

describe('[TRAV-02] the fence around the address', () => {
  it('counts a tap 199 m away as inside and 201 m as outside', () => {
    expect(readFence(north(199), DOOR, 200)).toMatchObject({ inside: true, outsideByM: 0 });
    const outside = readFence(north(201), DOOR, 200);
    expect(outside.inside).toBe(false);
    expect(outside.outsideByM).toBeCloseTo(1, 1);
    expect(outside.distanceM).toBeCloseTo(201, 1);
  });
});

describe('the prompt "arrived?"', () => {
  it('comes after exactly two minutes near the door', () => {
    expect(follow([fix(80, 0), fix(60, 60), fix(50, 119)]).state).toBe('near');
    expect(follow([fix(80, 0), fix(60, 60), fix(50, 120)])).toEqual({
      state: 'suggested',
      since: START,
      suggestedAt: START + 120_000,
    });
  });

  it('does not come for someone riding past', () => {
    expect(follow([fix(-90, 0), fix(0, 20), fix(90, 40), fix(200, 65), fix(400, 130)])).toEqual(AWAY);
  });

  it('widens with the accuracy of the fix up to 120 m', () => {
    expect(follow([fix(108, 0, 20)]).state).toBe('near');
    expect(follow([fix(112, 0, 20)]).state).toBe('away');
    expect(follow([fix(119, 0, 100)]).state).toBe('near');
    expect(follow([fix(121, 0, 100)]).state).toBe('away');
  });

  it('survives drift to one and a half times the radius and ends beyond', () => {
    expect(follow([fix(90, 0), fix(155, 60), fix(90, 120)]).state).toBe('suggested');
    expect(follow([fix(90, 0), fix(160, 60), fix(90, 120)])).toEqual({
      state: 'near',
      since: START + 120_000,
    });
  });
});
