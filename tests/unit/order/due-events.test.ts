import { describe, expect, it } from 'vitest';
import { nextDueEvent } from '#domain/order/due-events.ts';
import { beijing, Story } from '#tests/support/story.ts';

const due = (story: Story, stamp: string) => {
  const next = nextDueEvent(story.now, story.standard, beijing(stamp));
  return next && { at: next.at, type: next.event.type };
};

describe('what time brings about', () => {
  it('[CHG-08] a request whose customer was not reached lapses when the notice closes', () => {
    const story = Story.promised();
    story.do('2026-03-10 12:00', 'appointment.change', {
      start: beijing('2026-03-10 17:00'),
      cause: 'company',
      reason: 'overrun',
      reached: false,
    });
    expect(due(story, '2026-03-10 14:00:00')).toBeNull();
    expect(due(story, '2026-03-10 18:00')).toEqual({
      at: beijing('2026-03-10 14:00'),
      type: 'appointment.change_ended',
    });
  });

  it('[TRAV-02] a promise nobody came for is missed after an hour, at its true instant however late one looks', () => {
    const story = Story.promised();
    expect(due(story, '2026-03-10 17:00:00')).toBeNull();
    expect(due(story, '2026-03-11 09:00')).toEqual({
      at: beijing('2026-03-10 17:00'),
      type: 'appointment.ended',
    });
  });

  it('[TRAV-02] a technician who stands at the door has come', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:55', 'visit.arrive', {});
    expect(due(story, '2026-03-10 18:00')).toBeNull();
  });

  it('[OVRD-01] an overdue order is urged once', () => {
    const story = new Story();
    story.do('2026-03-09 14:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
    story.do('2026-03-09 14:00', 'order.dispatch', { technicianId: 't1' });
    expect(due(story, '2026-03-10 10:29:59')).toBeNull();
    expect(due(story, '2026-03-10 10:30')).toEqual({ at: beijing('2026-03-10 10:30'), type: 'urge.issued' });
    story.do('2026-03-10 10:30', 'urge.issue', {});
    expect(due(story, '2026-03-10 12:00')).toBeNull();
  });
});
