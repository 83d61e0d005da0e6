import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '#domain/kpi/anomalies.ts';
import { beijing, Story } from '#tests/support/story.ts';

const kinds = (story: Story, stamp: string) =>
  anomaliesOf(story.now, story.standard, beijing(stamp)).map(({ kind }) => kind);

describe('what the auditor looks at', () => {
  it('[RECD-02] an arrival outside the fence and a job of less than five minutes', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', { distanceM: 900, reason: 'no signal' });
    story.do('2026-03-10 15:51:00', 'visit.enter', {});
    story.do('2026-03-10 15:52', 'visit.work', {});
    story.do('2026-03-10 15:53', 'visit.test', {});
    story.do('2026-03-10 15:54', 'visit.sign', { filledBy: 'customer' });
    story.do('2026-03-10 15:55:59', 'visit.finish', {});
    expect(kinds(story, '2026-03-10 16:00')).toEqual(['arrival_outside_fence', 'finished_too_soon']);
  });

  it('[RECD-02] a hold asked for after the deadline', () => {
    const story = Story.accepted('mobile-2015');
    story.do('2026-03-10 09:05:01', 'hold.start', { reason: 'customer_owned_line' });
    expect(kinds(story, '2026-03-10 10:00')).toEqual(['hold_after_deadline']);
  });

  it('[RECD-02] a notice that was written down more than ten minutes after it was given', () => {
    const story = Story.promised();
    const change = { start: beijing('2026-03-10 17:00'), cause: 'company' as const, reason: 'overrun' };
    story.do('2026-03-10 14:10:01', 'appointment.change', {
      ...change,
      notifiedAt: beijing('2026-03-10 14:00'),
    });
    expect(kinds(story, '2026-03-10 15:00')).toEqual(['notice_entered_late']);
  });

  it('[RECD-02] an ordinary day leaves nothing to look at', () => {
    expect(kinds(Story.promised(), '2026-03-10 15:00')).toEqual([]);
  });
});
