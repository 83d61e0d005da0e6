import { describe, expect, it } from 'vitest';
import { tallyOf } from '#app/board/tally.ts';
import type { AreaBoard } from '#app/live/board.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const boardOf = ({ now: order }: Story): AreaBoard =>
  ({
    area: { id: order.areaId },
    orders: new Map([[order.id, order]]),
    technicians: new Map(),
    approvals: new Map(),
  }) as unknown as AreaBoard;

describe('what the board counts', () => {
  // E-02
  it('[ARITH-01] from 16:00 UTC on the day is the next one of Shanghai', () => {
    const board = boardOf(Story.promised());
    const promisedAt = (iso: string) => tallyOf([board], Date.parse(iso), null).promisedToday;
    expect(promisedAt('2026-03-09T15:59:59Z')).toBe(0);
    expect(promisedAt('2026-03-09T16:30:00Z')).toBe(1);
    expect(promisedAt('2026-03-10T15:59:59Z')).toBe(1);
    expect(promisedAt('2026-03-10T16:30:00Z')).toBe(0);
  });

  // E-30
  it('[CHG-03] shows whose changes are used up, and the third that the supervisor allowed', () => {
    const story = Story.promised();
    const change = (at: string, start: string, extra = {}) =>
      said(
        story.do(
          at,
          'appointment.change',
          { start: beijing(start), cause: 'company', reason: 'overrun', agreed: true, reached: true },
          extra,
        ),
      );
    const overLimit = () =>
      tallyOf([boardOf(story)], beijing('2026-03-09 13:00'), null).overLimit.map(({ order }) => order.id);
    expect(change('2026-03-09 10:00', '2026-03-10 17:00')).toBe('accepted');
    expect(overLimit()).toEqual([]);
    expect(change('2026-03-09 11:00', '2026-03-11 10:00')).toBe('accepted');
    expect(overLimit()).toEqual(['o1']);
    expect(change('2026-03-09 12:00', '2026-03-11 14:00')).toBe('needs_approval CHG-03');
    const given = { by: 'p-lead', role: 'supervisor', reason: 'port', at: 0, requestedBy: 'dispatcher' };
    expect(change('2026-03-09 12:01', '2026-03-11 14:00', { approval: given })).toBe('accepted');
    expect(story.now.companyChangeCount).toBe(3);
    expect(overLimit()).toEqual(['o1']);
  });
});
