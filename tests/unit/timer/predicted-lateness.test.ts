import { describe, expect, it } from 'vitest';
import { latenessAlarms, unannounced } from '#domain/timer/predicted-lateness.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** What is told at an instant, of a visit promised for 16:00 and expected at 16:20. */
function told(story: Story, stamp: string, lateMin = 20) {
  const expected = {
    orderId: story.now.id,
    technicianId: story.now.technicianId,
    beginAt: beijing('2026-03-10 16:00') + lateMin * 60_000,
    endAt: null,
    lateMin,
  };
  return latenessAlarms(story.now, expected, story.standard, beijing(stamp)).map(({ level }) => level);
}

describe('a lateness that is only expected', () => {
  it('[TRAV-03] [CHG-05] is told from two hours before on, and is overdue after a quarter of an hour before', () => {
    const story = Story.promised();
    expect(told(story, '2026-03-10 13:59:59')).toEqual([]);
    expect(told(story, '2026-03-10 14:00:00')).toEqual(['warning']);
    expect(told(story, '2026-03-10 15:45:00')).toEqual(['warning']);
    expect(told(story, '2026-03-10 15:45:01')).toEqual(['due']);
    expect(told(story, '2026-03-10 15:00:00', 0), 'in time').toEqual([]);
  });

  it('[TRAV-03] belongs to the version of the promise that stands', () => {
    const story = Story.promised();
    const { confirmedAt } = unannounced(story.now) ?? {};
    const expected = { orderId: story.now.id, technicianId: null, beginAt: null, endAt: null, lateMin: 0 };
    const [alarm] = latenessAlarms(story.now, expected, story.standard, beijing('2026-03-10 15:00'));
    expect(alarm).toMatchObject({ timer: 'T_LATE_NOTICE', startedAt: confirmedAt });
  });

  it('[TRAV-03] is over once the customer knows, or somebody stands at the door', () => {
    const known = Story.promised();
    known.do('2026-03-10 15:00', 'appointment.late', { eta: beijing('2026-03-10 16:20'), reason: 'overrun' });
    expect(told(known, '2026-03-10 15:01')).toEqual([]);
    const there = Story.promised();
    there.do('2026-03-10 15:30', 'visit.depart', {});
    expect(told(there, '2026-03-10 15:50')).toEqual(['due']);
    there.do('2026-03-10 15:58', 'visit.arrive', {});
    expect(told(there, '2026-03-10 15:59')).toEqual([]);
  });
});
