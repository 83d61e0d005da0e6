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

  it('[OUTG-03] that was merged into it comes back with its first clock when it is still down, a duplicate never', () => {
    const merged = (into: string): Story => {
      const story = afterOutage();
      const at = beijing('2026-03-09 09:30');
      story.order = evolveOrder(story.now, { type: 'order.merged', data: { into } }, at);
      return story;
    };
    const child = merged('g1');
    expect(fault(child, '2026-03-09 11:05')?.state).toBe('met');
    expect(said(child.do('2026-03-09 11:10', 'outage.verify_line', { working: false }))).toBe('accepted');
    expect(child.now).toMatchObject({ status: 'pending_dispatch', mergedInto: null, endedAt: null });
    expect(fault(child, '2026-03-09 12:00')).toMatchObject({
      state: 'running',
      dueLiteral: beijing('2026-03-10 09:00'),
    });
    const working = merged('g1');
    working.do('2026-03-09 11:10', 'outage.verify_line', { working: true });
    expect(working.now).toMatchObject({ status: 'resolved', endedAt: null });
    const duplicate = merged('o2');
    expect(said(duplicate.do('2026-03-09 11:10', 'outage.verify_line', { working: false }))).toBe(
      'refused STATE',
    );
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
