import { describe, expect, it } from 'vitest';
import { judgeChange } from '#domain/appointment/judge-change.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** What the change dialog is told for a wish at a time. */
function preview(now: string, start: string, more: object = {}) {
  const { now: order, standard } = Story.promised();
  const request = { start: beijing(start), cause: 'company' as const, reason: 'overrun', ...more };
  const judged = judgeChange({ order, request, standard, now: beijing(now) });
  return { ...judged, rules: judged.findings.map(({ kind, rule }) => `${kind} ${rule}`) };
}

describe('judgeChange', () => {
  // E-20
  it('[CHG-01] exactly 120 minutes ahead is enough, one second less is short', () => {
    expect(preview('2026-03-10 14:00:00', '2026-03-10 17:00')).toMatchObject({
      noticeLeadMin: 120,
      rules: [],
      shortNotice: false,
    });
    const short = preview('2026-03-10 14:00:01', '2026-03-10 17:00');
    expect(short.rules).toEqual(['approval CHG-01']);
    expect(short.noticeLeadMin).toBeCloseTo(119.983, 3);
  });

  it('[CHG-01] tells when notice closes and until when one may still call', () => {
    const later = preview('2026-03-10 10:00', '2026-03-10 18:00');
    expect([later.closesAt, later.usableUntil]).toEqual([
      beijing('2026-03-10 14:00'),
      beijing('2026-03-10 14:00'),
    ]);
    const tomorrowEarly = preview('2026-03-09 18:00', '2026-03-10 09:00');
    expect([tomorrowEarly.closesAt, tomorrowEarly.usableUntil]).toEqual([
      beijing('2026-03-10 07:00'),
      beijing('2026-03-09 20:30'),
    ]);
  });

  it('[CHG-01] counts from when the customer was reached, not from when it is written down', () => {
    const told = preview('2026-03-10 14:08', '2026-03-10 17:00', { notifiedAt: beijing('2026-03-10 14:00') });
    expect(told.rules).toEqual([]);
    const longAgo = preview('2026-03-10 14:11', '2026-03-10 17:00', {
      notifiedAt: beijing('2026-03-10 14:00'),
    });
    expect(longAgo.rules).toEqual(['warning ARITH-06']);
  });

  it('[CHG-04] only the customer’s own cause is not counted', () => {
    const counted = (cause: string) => preview('2026-03-10 10:00', '2026-03-10 18:00', { cause }).counted;
    expect(['company', 'third_party', 'force_majeure', 'customer'].map(counted)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('[CHG-11] says of a wish made from an old version only that', () => {
    const stale = preview('2026-03-10 15:00', '2026-03-10 21:00', { reason: '', appointmentVersion: 0 });
    expect(stale.rules).toEqual(['block CHG-11']);
    expect(preview('2026-03-10 10:00', '2026-03-10 18:00', { appointmentVersion: 1 }).rules).toEqual([]);
  });

  it('[CHG-08] has no lead while the customer has not been reached', () => {
    const waiting = preview('2026-03-10 10:00', '2026-03-10 18:00', { reached: false });
    expect(waiting).toMatchObject({ noticeLeadMin: null, counted: false, rules: ['warning CHG-08'] });
  });

  it('[CHG-01] an approval by another person settles it, in the preview, too', () => {
    const { now: order, standard } = Story.promised();
    const ask = (by: string, role: 'area_lead' | 'csr') =>
      judgeChange({
        order,
        request: { start: beijing('2026-03-10 17:00'), cause: 'company', reason: 'overrun' },
        standard,
        now: beijing('2026-03-10 15:00'),
        approval: { by, role, reason: 'seen', at: 0, requestedBy: 'wang' },
      }).findings.map(({ rule }) => rule);
    expect(ask('li', 'area_lead')).toEqual([]);
    expect(ask('li', 'csr')).toEqual(['CHG-01']);
    expect(ask('wang', 'area_lead')).toEqual(['CHG-01', 'SEP-01']);
  });
});
