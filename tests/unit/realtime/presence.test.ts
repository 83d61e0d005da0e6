import { describe, expect, it } from 'vitest';
import { presentIn, type Seat } from '#server/realtime/presence.ts';

const seat = (change: Partial<Seat>): Seat => ({
  socketId: 's1',
  personId: 'p1',
  name: '陈调度',
  areaIds: new Set(['gulou']),
  orderIds: [],
  over: null,
  looksAt: null,
  ...change,
});

describe('presence', () => {
  it('names a person once, by the window that holds something', () => {
    const seats = [
      seat({}),
      seat({ socketId: 's2', orderIds: ['o1'], over: 't001' }),
      seat({ socketId: 's3' }),
    ];
    expect(presentIn('gulou', seats)).toEqual([
      { personId: 'p1', name: '陈调度', areaId: 'gulou', orderIds: ['o1'], over: 't001', looksAt: null },
    ]);
  });

  it('tells which order a person has open, whichever window holds something else', () => {
    const seats = [
      seat({ looksAt: 'o2' }),
      seat({ socketId: 's2', orderIds: ['o1'], over: 't001' }),
      seat({ socketId: 's3' }),
    ];
    expect(presentIn('gulou', seats)).toMatchObject([{ orderIds: ['o1'], over: 't001', looksAt: 'o2' }]);
  });

  it('says nothing of people in other areas', () => {
    const seats = [seat({}), seat({ personId: 'p2', areaIds: new Set(['taijiang']) })];
    expect(presentIn('gulou', seats).map((present) => present.personId)).toEqual(['p1']);
  });
});
