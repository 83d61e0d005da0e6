import { describe, expect, it } from 'vitest';
import { tellBy } from '#app/field/tell-by.ts';
import { latenessAlarms } from '#domain/timer/predicted-lateness.ts';
import { noticeId } from '#domain/timer/timer-notice.ts';
import { beijing, Story } from '#tests/support/story.ts';

describe('[TRAV-03] the phone says that the next promise will be late', () => {
  const now = beijing('2026-03-10 15:00');
  const late = { beginAt: beijing('2026-03-10 16:20'), lateMin: 20 } as never;
  const boardWith = (story: Story) => {
    const notices = latenessAlarms(story.now, late, story.standard, now).map((alarm) => {
      const id = noticeId('o1', alarm);
      return [id, { ...alarm, id, orderId: 'o1', areaId: 'a1', raisedAt: now }] as const;
    });
    return { areas: new Map([['a1', { notices: new Map(notices) } as never]]), early: new Map() };
  };

  it('by a quarter of an hour before it, until the customer has been told', () => {
    const story = Story.promised();
    const board = boardWith(story);
    expect(tellBy(board, story.now)).toBe(beijing('2026-03-10 15:45'));
    story.do('2026-03-10 15:10', 'appointment.late', {
      eta: beijing('2026-03-10 16:20'),
      reason: 'overrun',
      contactedAt: beijing('2026-03-10 15:10'),
    });
    expect(tellBy(board, story.now)).toBeNull();
  });

  it('nothing where no lateness is expected', () => {
    const { now: order } = Story.promised();
    expect(tellBy({ areas: new Map(), early: new Map() }, order)).toBeNull();
  });
});
