import { describe, expect, it } from 'vitest';
import { doorsOf } from '#app/field/doors/doors.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

/** A crew that has set out at 15:20 for its promise of 16:00. */
function underWay(): Story {
  const story = Story.promised();
  story.do('2026-03-10 15:20', 'visit.depart', {}, { role: 'technician' });
  return story;
}

// E-39 without a new time
describe('[CHG-10] "not today" to a crew on its way', () => {
  it('[ARITH-07] ends the trip and the promise, counts nothing, stops the clock and asks nobody', () => {
    const story = underWay();
    const told = story.do('2026-03-10 15:30', 'hold.start', { reason: 'customer_wish' });
    expect(said(told)).toBe('accepted');
    expect(told.verdict.findings).toEqual([]);
    expect(story.now).toMatchObject({
      status: 'on_hold_customer',
      companyChangeCount: 0,
      lastCause: 'customer',
      hold: { reason: 'customer_wish', until: null },
    });
    expect(story.now.visits.at(-1)).toMatchObject({
      status: 'aborted_customer',
      leftAt: beijing('2026-03-10 15:30'),
    });
    expect(story.now.appointments.at(-1)?.outcome).toBe('cancelled');
    expect(story.now.pauses).toMatchObject([
      { from: beijing('2026-03-10 15:30'), until: null, reason: 'customer_wish' },
    ]);
  });

  it('still at the promised time; a second later it was missed by us and the clock runs on', () => {
    const story = underWay();
    story.do('2026-03-10 16:00', 'hold.start', { reason: 'customer_wish' });
    expect(story.now.appointments.at(-1)?.outcome).toBe('cancelled');

    const late = underWay();
    late.do('2026-03-10 16:00:01', 'hold.start', { reason: 'customer_wish' });
    expect(late.now).toMatchObject({ status: 'on_hold_customer', pauses: [], lastCause: 'company' });
    expect(late.now.appointments.at(-1)?.outcome).toBe('missed_company');
  });

  it('is no word for another reason, nor at the door, where the crew is turned away', () => {
    const story = underWay();
    expect(said(story.do('2026-03-10 15:30', 'hold.start', { reason: 'customer_absent' }))).toBe(
      'refused STATE',
    );
    expect(doorsOf(story.now)).toContain('notToday');
    story.do('2026-03-10 15:55', 'visit.arrive', { distanceM: 5 }, { role: 'technician' });
    expect(said(story.do('2026-03-10 16:00', 'hold.start', { reason: 'customer_wish' }))).toBe(
      'refused STATE',
    );
    expect(doorsOf(story.now)).not.toContain('notToday');
    expect(doorsOf(story.now)).toContain('turnedAway');
  });

  it('a day that is named must lie ahead', () => {
    const until = beijing('2026-03-10 15:30');
    const past = underWay().do('2026-03-10 15:30', 'hold.start', { reason: 'customer_wish', until });
    expect(said(past)).toBe('refused ARITH-07');
    const ahead = underWay().do('2026-03-10 15:29:59', 'hold.start', { reason: 'customer_wish', until });
    expect(said(ahead)).toBe('accepted');
  });

  it('the customer who is reached again ends the wait', () => {
    const story = underWay();
    story.do('2026-03-10 15:30', 'hold.start', { reason: 'customer_wish' });
    story.do('2026-03-11 10:00', 'contact.attempt', { outcome: 'connected' });
    const start = beijing('2026-03-12 10:00');
    expect(said(story.do('2026-03-11 10:01', 'appointment.confirm', { start, proposedBy: 'customer' }))).toBe(
      'accepted',
    );
    expect(story.now).toMatchObject({ status: 'appointed', companyChangeCount: 0 });
  });
});
