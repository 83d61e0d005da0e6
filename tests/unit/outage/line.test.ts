import { describe, expect, it } from 'vitest';
import { evolveOrder } from '#domain/order/evolve.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

/** A fault that was linked to an outage, which is over at 11:00. */
function afterOutage(): Story {
  const story = new Story();
  story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault', outageId: 'g1' });
  story.order = evolveOrder(
    story.now,
    { type: 'order.outage_restored', data: {} },
    beijing('2026-03-09 11:00'),
  );
  return story;
}
const fault = (story: Story, at: string) =>
  timersOf(story.now, story.standard, beijing(at)).find(({ name }) => name === 'T_FAULT');

describe('a line after its outage', () => {
  it('[OUTG-03] that works is done, with the network’s cause on record', () => {
    const story = afterOutage();
    expect(said(story.do('2026-03-09 11:10', 'outage.verify_line', { working: true }))).toBe('accepted');
    expect(story.now).toMatchObject({ status: 'resolved', cause: { side: 'central_office' } });
    expect(fault(story, '2026-03-09 12:00')?.state).toBe('met');
  });

  it('[OUTG-03] that is still down goes to dispatch, and its clock runs as if it had never been stopped', () => {
    const story = afterOutage();
    story.do('2026-03-09 11:10', 'outage.verify_line', { working: false });
    expect(story.now).toMatchObject({ status: 'pending_dispatch', restoredAt: null });
    expect(fault(story, '2026-03-10 09:00')).toMatchObject({
      state: 'running',
      dueLiteral: beijing('2026-03-10 09:00'),
    });
    expect(fault(story, '2026-03-10 09:00:01')?.state).toBe('breached');
  });

  it('[OUTG-03] is not looked at before the network is back, nor without an outage', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'fault',
      outageId: 'g1',
    });
    expect(said(story.do('2026-03-09 10:00', 'outage.verify_line', { working: true }))).toBe('refused STATE');
  });
});
