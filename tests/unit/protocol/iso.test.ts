import { describe, expect, it } from 'vitest';
import { withIsoInstants } from '../../../app/api/http/iso.ts';

const AT = Date.parse('2026-03-10T15:00:00.250+08:00');

describe('instants on the HTTP surface', () => {
  it('are written in the standard’s zone wherever a field holds one', () => {
    expect(withIsoInstants({ intakeAt: AT, planned: { start: AT, end: null }, list: [{ at: AT }] })).toEqual({
      intakeAt: '2026-03-10T15:00:00.250+08:00',
      planned: { start: '2026-03-10T15:00:00.250+08:00', end: null },
      list: [{ at: '2026-03-10T15:00:00.250+08:00' }],
    });
    expect(withIsoInstants({ preferredStarts: [AT] })).toEqual({
      preferredStarts: ['2026-03-10T15:00:00.250+08:00'],
    });
  });

  it('are told from numbers of other kinds', () => {
    const others = {
      version: AT,
      seq: 5,
      closesAt: 72_000,
      from: 't1',
      start: '08:00',
      travelSeconds: 3_600,
    };
    expect(withIsoInstants(others)).toEqual(others);
  });

  it('keep the offset that the zone had on that day', () => {
    expect(withIsoInstants({ at: Date.parse('2026-07-01T00:00:00Z') })).toEqual({
      at: '2026-07-01T08:00:00+08:00',
    });
  });
});
