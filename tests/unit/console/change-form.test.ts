import { describe, expect, it } from 'vitest';
import { openingForm, wishOf } from '#app/dispatch/change/change-form.ts';
import { currentAppointment } from '#domain/appointment/current.ts';
import { judgeChange } from '#domain/appointment/judge-change.ts';
import { beijing, Story } from '#tests/support/story.ts';

describe('the change dialog', () => {
  // E-01
  it('[ARITH-01] shows 16:00 and takes a typed 14:00 as Beijing’s, in whatever zone the machine is', () => {
    const { now: order, standard } = Story.promised();
    const promise = currentAppointment(order)!;
    const now = beijing('2026-03-10 14:05');
    const form = openingForm(promise, null, now);
    expect([form.date, form.clock]).toEqual(['2026-03-10', '16:00']);
    expect([form.notifiedDate, form.notifiedClock]).toEqual(['2026-03-10', '14:05']);
    const typed = { ...form, clock: '17:00', cause: 'company', reason: 'overrun' } as const;
    const noticeOf = (notifiedClock: string) => {
      const request = wishOf({ ...typed, notified: 'at', notifiedClock }, promise, now)!;
      const { noticeLeadMin, shortNotice } = judgeChange({ order, request, standard, now });
      return { start: request.start, noticeLeadMin, shortNotice };
    };
    const start = Date.parse('2026-03-10T17:00:00+08:00');
    expect(noticeOf('14:00')).toEqual({ start, noticeLeadMin: 120, shortNotice: false });
    expect(noticeOf('14:01')).toEqual({ start, noticeLeadMin: 119, shortNotice: true });
  });
});
