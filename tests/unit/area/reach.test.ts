import { describe, expect, it } from 'vitest';
import { withinReach } from '#domain/area/reach.ts';
import type { OrderPlace } from '#domain/order/order.ts';
import { judgeFaultIntake, matchOutage } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';

const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [119.3, 26.0],
      [119.4, 26.0],
      [119.4, 26.1],
      [119.3, 26.1],
      [119.3, 26.0],
    ],
  ],
} as const;
const at = (lng: number, lat: number): OrderPlace => ({
  point: { lng, lat },
  precision: 'rooftop',
  uncertaintyM: 10,
});

describe('what an outage or a cutover reaches', () => {
  it('[INTK-07] is the whole area where nothing is named', () => {
    expect(withinReach(null, {})).toBe('inside');
    expect(withinReach(undefined, { estate: null, place: null })).toBe('inside');
  });

  it.each([
    ['an estate that it names', { estate: '左海花园', place: null }, 'inside'],
    ['another estate, inside the ground', { estate: '屏山小区', place: at(119.35, 26.05) }, 'inside'],
    ['another estate, on its edge', { estate: '屏山小区', place: at(119.3, 26.05) }, 'inside'],
    ['another estate, outside the ground', { estate: '屏山小区', place: at(119.5, 26.05) }, 'outside'],
    ['another estate and no place', { estate: '屏山小区', place: null }, 'unknown'],
    ['no estate, outside the ground', { estate: null, place: at(119.5, 26.05) }, 'unknown'],
    ['nothing known', { estate: null, place: null }, 'unknown'],
  ] as const)('[INTK-07] estates and ground: %s', (_what, where, within) => {
    expect(withinReach({ estates: ['左海花园'], polygon: SQUARE }, where)).toBe(within);
  });

  it('[INTK-07] one way is enough where only one is given', () => {
    expect(withinReach({ estates: ['左海花园'], polygon: null }, { estate: '屏山小区' })).toBe('outside');
    expect(withinReach({ estates: [], polygon: SQUARE }, { place: at(119.5, 26.05) })).toBe('outside');
  });
});

describe('a fault and the open outages of its area', () => {
  const outage = (id: string, more: Partial<Outage>): Outage => ({
    id,
    areaId: 'a1',
    status: 'confirmed',
    cause: null,
    openedAt: 0,
    restoredAt: null,
    etas: [],
    version: 1,
    ...more,
  });
  const standard = resolveStandard('base');

  it('[INTK-07] belongs to the one that reaches it, not to one beside it', () => {
    const outages = [
      outage('g1', { reach: { estates: ['屏山小区'], polygon: null } }),
      outage('g2', { reach: { estates: [], polygon: SQUARE } }),
      outage('g3', { areaId: 'a2' }),
      outage('g4', { status: 'restored' }),
    ];
    const match = matchOutage(outages, { areaId: 'a1', estate: '左海花园', place: at(119.35, 26.05) });
    expect(match.outage?.id).toBe('g2');
    expect(judgeFaultIntake(match, [], standard, 0)).toMatchObject([
      { rule: 'INTK-07', facts: { outage: 'g2' }, advice: 'tell_customer' },
    ]);
  });

  it('[INTK-07] of a place that is not known it is asked, and nothing is linked', () => {
    const match = matchOutage([outage('g1', { reach: { estates: ['屏山小区'], polygon: null } })], {
      areaId: 'a1',
      estate: null,
    });
    expect(match).toMatchObject({ outage: null, unclear: { id: 'g1' } });
    expect(judgeFaultIntake(match, [], standard, 0)).toMatchObject([
      { rule: 'INTK-07', kind: 'warning', advice: 'ask_place' },
    ]);
  });
});
