import { describe, expect, it } from 'vitest';
import { promiseState } from '#domain/order/promise-state.ts';
import { beijing, Story } from '#tests/support/story.ts';

const at = (story: Story, stamp: string) => promiseState(story.now, beijing(stamp), story.standard).state;

describe('promiseState', () => {
  it('[APPT-14] has nothing to say without a promise', () => {
    expect(at(Story.accepted(), '2026-03-10 10:00')).toBe('none');
  });

  it('[TRAV-04] is at risk when nobody has set out inside the reserve, and broken once the time has passed', () => {
    const story = Story.promised();
    // 铁通 plans no early arrival; the reserve is the ten minutes of a leg
    expect(at(story, '2026-03-10 15:50:00')).toBe('on_track');
    expect(at(story, '2026-03-10 15:50:01')).toBe('at_risk');
    expect(at(story, '2026-03-10 16:00:01')).toBe('broken');
  });

  it('[TRAV-03] is at risk once a later arrival is expected', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:00', 'appointment.late', { eta: beijing('2026-03-10 16:20'), reason: 'overrun' });
    expect(promiseState(story.now, beijing('2026-03-10 15:01'), story.standard)).toEqual({
      state: 'at_risk',
      slackMin: -20,
    });
  });

  it('[APPT-14] is kept by an arrival in time', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:58', 'visit.arrive', {});
    expect(at(story, '2026-03-10 16:30')).toBe('kept');
  });

  // E-42
  it('[SITE-01] of a second visit is not kept by the arrival at the first', () => {
    const story = Story.promised();
    const approval = {
      by: 'supervisor',
      role: 'supervisor' as const,
      reason: 'the duct is laid by others',
      at: beijing('2026-03-09 10:00'),
      requestedBy: 'dispatcher',
    };
    const start = beijing('2026-03-11 10:00');
    story.do('2026-03-09 10:00', 'appointment.confirm', { start, proposedBy: 'company' }, { approval });
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:58', 'visit.arrive', {});
    expect(at(story, '2026-03-10 15:59')).toBe('kept');
    story.do('2026-03-10 16:00', 'visit.enter', {});
    expect(story.now.appointments).toMatchObject([{ outcome: 'kept' }, { start, outcome: null }]);
    expect(at(story, '2026-03-10 16:01')).toBe('on_track');
  });
});
