import { expect, it } from 'vitest';
import { beijing, Story, said } from '#tests/support/story.ts';

// E-39
it('[CHG-10] a customer who puts it off half an hour before breaks off the trip that is under way, uncounted and with the clock stopped', () => {
  const story = Story.promised();
  story.do('2026-03-10 15:20', 'order.verify', {});
  story.do('2026-03-10 15:20', 'visit.depart', {});
  const start = beijing('2026-03-11 10:00');
  const asked = story.do('2026-03-10 15:30', 'appointment.change', {
    start,
    cause: 'customer',
    reason: 'away',
  });
  expect(said(asked)).toBe('accepted');
  expect(story.now).toMatchObject({
    status: 'appointed',
    companyChangeCount: 0,
    visits: [{ status: 'aborted_customer', leftAt: beijing('2026-03-10 15:30') }],
    pauses: [{ reason: 'customer_wish', from: beijing('2026-03-10 15:30'), until: start }],
  });
});
