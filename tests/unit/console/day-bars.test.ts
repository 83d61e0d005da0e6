import { expect, it } from 'vitest';
import { barTimes } from '#app/dispatch/timeline/day-bars.ts';
import { beijing, Story } from '#tests/support/story.ts';

it('draws a trip that ended at the door up to its end, one that goes on up to now', () => {
  const story = Story.promised();
  story.do('2026-03-10 16:20', 'visit.depart', {});
  story.do('2026-03-10 16:30', 'visit.arrive', {});
  const now = beijing('2026-03-10 19:00');
  expect(barTimes(story.now, now)).toMatchObject({ begun: true, to: now });
  story.do('2026-03-10 16:35', 'visit.turned_away', { by: 'customer', reason: 'too late' });
  expect(barTimes(story.now, now)).toEqual({
    from: beijing('2026-03-10 16:30'),
    to: beijing('2026-03-10 16:35'),
    travelFrom: beijing('2026-03-10 16:20'),
    begun: true,
  });
});
