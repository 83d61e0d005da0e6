import { describe, expect, it } from 'vitest';
import { retryOf } from '#domain/contact/retry.ts';
import { beijing, Story } from '#tests/support/story.ts';

const opens = (story: Story, stamp: string) =>
  retryOf(story.now, story.standard, beijing(stamp))?.opensAt ?? null;

/** A note at the door on 10 March; promised for 16:00. */
function notedAt(arrived: string, left: string): Story {
  const story = Story.promised();
  story.do('2026-03-10 15:30', 'visit.depart', {});
  story.do(arrived, 'visit.arrive', {});
  story.do(arrived, 'visit.knock', {});
  story.do(left, 'visit.leave_no_answer', { calls: 2, note: 'full', photo: true });
  return story;
}

describe('who did not answer is tried again', () => {
  it('[NOAN-05] two hours after the note, not a second before; in the evening no earlier than that', () => {
    const story = notedAt('2026-03-10 15:55', '2026-03-10 16:12');
    expect(opens(story, '2026-03-10 18:11:59')).toBeNull();
    expect(opens(story, '2026-03-10 18:12')).toBe(beijing('2026-03-10 18:12'));
    story.do('2026-03-10 18:20', 'contact.attempt', { outcome: 'no_answer' });
    expect(opens(story, '2026-03-10 20:00')).toBeNull();
    expect(opens(story, '2026-03-11 08:00')).toBe(beijing('2026-03-11 08:00'));
  });

  it('[NOAN-05] also where the crew was late and the order waits for a new time', () => {
    const story = notedAt('2026-03-10 16:05', '2026-03-10 16:16');
    expect(story.now.status).toBe('pending_appointment');
    expect(opens(story, '2026-03-10 18:16')).toBe(beijing('2026-03-10 18:16'));
    story.do('2026-03-10 18:20', 'contact.attempt', { outcome: 'connected' });
    expect(opens(story, '2026-03-11 09:00')).toBeNull();
  });

  it('[NOAN-05] a retry that would fall into the night is one of the next morning', () => {
    const story = notedAt('2026-03-10 15:55', '2026-03-10 18:40');
    expect(opens(story, '2026-03-10 20:40')).toBeNull();
    expect(opens(story, '2026-03-11 08:00')).toBe(beijing('2026-03-11 08:00'));
  });

  it('[APPT-16] three days long, then no more', () => {
    const story = notedAt('2026-03-10 15:55', '2026-03-10 16:12');
    expect(opens(story, '2026-03-13 20:30')).toBe(beijing('2026-03-13 08:00'));
    expect(opens(story, '2026-03-13 20:30:01')).toBeNull();
  });

  it('[APPT-11] a wish for a named day is not chased', () => {
    const story = Story.accepted();
    story.do(
      '2026-03-09 10:00',
      'hold.start',
      {
        reason: 'customer_wish',
        until: beijing('2026-03-20 10:00'),
        offered: [beijing('2026-03-10 10:00')],
      },
      { approval: { by: 'lead', role: 'area_lead', reason: 'asked', at: 0, requestedBy: 'dispatcher' } },
    );
    expect(story.now.status).toBe('on_hold_customer');
    expect(opens(story, '2026-03-11 10:00')).toBeNull();
  });
});
