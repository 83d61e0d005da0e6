import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { PositionRow } from '#protocol/live.ts';
import { createPositionTick, type PositionTick } from '#server/realtime/position-tick.ts';
import { until } from '#tests/support/until.ts';

let tick: PositionTick;
afterEach(() => tick.stop());

const position = (technicianId: string, occurredAt: number): TechnicianPosition & { areaId: string } => ({
  technicianId,
  areaId: 'gulou',
  lng: 119.3,
  lat: 26.08,
  accuracyM: 8,
  speed: null,
  heading: null,
  occurredAt,
  receivedAt: occurredAt,
});

describe('the road of positions', () => {
  it('tells a position late rather than never when it was stored and committed long apart', async () => {
    const committed: { storedAt: number; position: ReturnType<typeof position> }[] = [];
    const told: PositionRow[] = [];
    let clock = 1_000_000;
    let looks = 0;
    tick = createPositionTick({
      log: pino({ enabled: false }),
      now: () => clock,
      elapsed: () => clock,
      takePositions: async () => undefined,
      positionsStoredAfter: async (_areaIds, storedAfter) => {
        looks += 1;
        const seen = committed.filter(({ storedAt }) => storedAt > storedAfter);
        return { readAt: clock, positions: seen.map((one) => one.position) };
      },
      watchedAreas: () => ['gulou'],
      send: (_areaId, _at, list) => void told.push(...list),
    });
    const moreLooks = async (what: string) => {
      const before = looks;
      await until(what, () => looks > before + 1);
    };
    await moreLooks('the first looks');
    clock += 4_000;
    await moreLooks('looks of later');
    committed.push({ storedAt: 1_000_100, position: position('t1', 1_000_000) });
    await moreLooks('looks that pass it over');
    expect(told).toEqual([]);
    clock += 1_000;
    await until('the position', () => told.length > 0);
    expect(told.map(([technicianId]) => technicianId)).toEqual(['t1']);
    clock += 5_000;
    await moreLooks('the looks after it');
    expect(told).toHaveLength(1);
  });
});
