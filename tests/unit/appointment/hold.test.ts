import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const NINE = beijing('2026-03-09 09:00');

/** An accepted install that waits for its customer since nine. */
function waiting(hold: Omit<NonNullable<Order['hold']>, 'since'>): Story {
  const story = Story.accepted();
  const pause = { from: NINE, until: hold.until, reason: hold.reason, approvedBy: 'lead' };
  story.order = {
    ...story.now,
    status: 'on_hold_customer',
    hold: { ...hold, since: NINE },
    pauses: [pause],
  };
  return story;
}

describe('an order that waits for its customer', () => {
  it.each([
    ['customer_absent', null, 'accepted'],
    ['unreachable', null, 'accepted'],
    ['customer_wish', null, 'accepted'],
    ['customer_wish', beijing('2026-03-09 09:30'), 'accepted'],
    ['customer_wish', beijing('2026-03-14 09:00'), 'on_hold_customer'],
    ['customer_owned_line', null, 'on_hold_customer'],
  ] as const)('[APPT-16] %s until %s is %s once the customer is reached', (reason, until, status) => {
    const story = waiting({ reason, until });
    expect(said(story.do('2026-03-09 10:00', 'contact.attempt', { outcome: 'no_answer' }))).toBe('accepted');
    expect(story.now.status).toBe('on_hold_customer');
    story.do('2026-03-09 11:00', 'contact.attempt', { outcome: 'connected' });
    expect(story.now.status).toBe(status);
    const resumed = story.now.pauses[0]?.until;
    expect(resumed).toBe(
      status === 'accepted'
        ? Math.min(until ?? Number.POSITIVE_INFINITY, beijing('2026-03-09 11:00'))
        : until,
    );
  });

  it('[APPT-16] a time agreed after it was reached is the end of the pause, until the wait is lifted by hand', () => {
    const start = beijing('2026-03-09 16:00');
    const agreed = waiting({ reason: 'unreachable', until: null });
    agreed.do('2026-03-09 11:00', 'contact.attempt', { outcome: 'connected' });
    agreed.do('2026-03-09 11:05', 'appointment.confirm', { start, proposedBy: 'customer' });
    expect(agreed.now).toMatchObject({ status: 'appointed', hold: null, pauses: [{ until: start }] });

    const lifted = waiting({ reason: 'unreachable', until: null });
    lifted.do('2026-03-09 11:00', 'contact.attempt', { outcome: 'connected' });
    expect(said(lifted.do('2026-03-09 11:01', 'hold.end', {}))).toBe('accepted');
    expect(said(lifted.do('2026-03-09 11:02', 'hold.end', {}))).toBe('refused STATE');
    lifted.do('2026-03-09 11:05', 'appointment.confirm', { start, proposedBy: 'customer' });
    expect(lifted.now.pauses).toMatchObject([{ until: beijing('2026-03-09 11:00') }]);
  });
});
