import { describe, expect, it } from 'vitest';
import { anomaliesOf, repeatedSignatures } from '#domain/kpi/anomalies.ts';
import { beijing, Story } from '#tests/support/story.ts';

const kinds = (story: Story, stamp: string) =>
  anomaliesOf(story.now, story.standard, beijing(stamp)).map(({ kind }) => kind);

describe('what the auditor looks at', () => {
  it('[RECD-02] an arrival outside the fence and a job of less than five minutes', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', { distanceM: 900, reason: 'no signal' });
    story.do('2026-03-10 15:51:00', 'visit.enter', {});
    story.do('2026-03-10 15:52', 'visit.work', {});
    story.do('2026-03-10 15:53', 'visit.test', {});
    story.do('2026-03-10 15:54', 'visit.sign', { filledBy: 'customer' });
    story.do('2026-03-10 15:55:59', 'visit.finish', {});
    expect(kinds(story, '2026-03-10 16:00')).toEqual(['arrival_outside_fence', 'finished_too_soon']);
  });

  it('[RECD-02] [SITE-10] a repair of less than five minutes beside the five of its watch', () => {
    const repair = (left: string) => {
      const story = Story.promised('tietong-fujian-2015', 'fault');
      story.do('2026-03-10 15:30', 'visit.depart', {});
      story.do('2026-03-10 15:50', 'visit.arrive', {});
      story.do('2026-03-10 15:51', 'visit.enter', {});
      story.do('2026-03-10 15:51', 'visit.work', {});
      story.do('2026-03-10 15:52', 'visit.activate', {});
      story.do('2026-03-10 15:52', 'visit.test', {});
      story.do('2026-03-10 15:52', 'visit.observe', {});
      story.do('2026-03-10 15:58', 'visit.sign', { filledBy: 'customer' });
      story.do(left, 'visit.finish', {});
      return kinds(story, '2026-03-10 16:30');
    };
    expect(repair('2026-03-10 16:00:59')).toEqual(['finished_too_soon']);
    expect(repair('2026-03-10 16:01:00')).toEqual([]);
  });

  it('[RECD-02] a hold asked for after the deadline', () => {
    const story = Story.accepted('mobile-2015');
    story.do('2026-03-10 09:05:01', 'hold.start', { reason: 'customer_owned_line' });
    expect(kinds(story, '2026-03-10 10:00')).toEqual(['hold_after_deadline']);
    story.do('2026-03-10 11:00', 'hold.end', {});
    expect(kinds(story, '2026-03-10 12:00')).toEqual(['hold_after_deadline']);
  });

  it('[RECD-02] a notice that was written down more than ten minutes after it was given', () => {
    const story = Story.promised();
    const change = { start: beijing('2026-03-10 17:00'), cause: 'company' as const, reason: 'overrun' };
    story.do('2026-03-10 14:10:01', 'appointment.change', {
      ...change,
      notifiedAt: beijing('2026-03-10 14:00'),
    });
    expect(kinds(story, '2026-03-10 15:00')).toEqual(['notice_entered_late']);
  });

  // E-80
  it('[RECD-02] the same signature on two orders, on both of them', () => {
    const signed = (id: string, hash: string) => {
      const story = Story.promised();
      story.do('2026-03-10 15:30', 'visit.depart', {});
      story.do('2026-03-10 15:50', 'visit.arrive', {});
      story.do('2026-03-10 15:51', 'visit.enter', {});
      story.do('2026-03-10 15:52', 'visit.work', {});
      story.do('2026-03-10 15:53', 'visit.test', {});
      story.do('2026-03-10 15:54', 'visit.sign', { filledBy: 'customer', signatureHash: hash });
      return { ...story.now, id };
    };
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const found = repeatedSignatures([signed('o1', a), signed('o2', a), signed('o3', b)]);
    expect([...found.keys()]).toEqual(['o1', 'o2']);
    expect(found.get('o1')).toEqual([{ kind: 'same_signature', at: beijing('2026-03-10 15:54') }]);
  });

  it('[RECD-02] a callback by somebody who had the order, should one ever be on record', () => {
    const story = Story.accepted();
    const callback = {
      at: beijing('2026-03-10 09:00'),
      agent: 't1',
      outcome: 'done' as const,
      repairedOnDay: null,
      working: true,
      score: null,
      dissatisfied: null,
    };
    const order = { ...story.now, callbacks: [callback] };
    expect(anomaliesOf(order, story.standard, beijing('2026-03-10 10:00')).map(({ kind }) => kind)).toEqual([
      'callback_by_performer',
    ]);
  });

  it('[RECD-02] an ordinary day leaves nothing to look at', () => {
    expect(kinds(Story.promised(), '2026-03-10 15:00')).toEqual([]);
  });
});
