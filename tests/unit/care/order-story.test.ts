import { describe, expect, it } from 'vitest';
import { storyOf, type ToldEvent } from '#app/care/order-story.ts';
import { stepsOf } from '#app/care/steps/steps-of.ts';
import { zhCN } from '#app/ui/i18n/zh-cn.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** What a story's command left in the log, as the page reads it. */
function told(story: Story, ...[at, type, payload, extra]: Parameters<Story['do']>) {
  const decision = story.do(at, type, payload, extra);
  const events = decision.events.map(
    ({ type: what, data }, index): ToldEvent => ({
      seq: index + 1,
      type: what,
      entity: 'order',
      id: 'o1',
      version: index + 1,
      at: beijing(at),
      actorId: 'p1',
      actorRole: extra?.role ?? 'dispatcher',
      actorName: '林主管',
      data,
    }),
  );
  return storyOf(events, (id) => id, zhCN);
}

describe('the history of an order', () => {
  it('[RECD-01] [CHG-02] tells a change with its new day, its cause and its reason, and who made it', () => {
    const story = Story.promised();
    const moved = { start: beijing('2026-03-11 17:00'), cause: 'company' as const, reason: '前一单超时' };
    const [line] = told(story, '2026-03-10 09:00', 'appointment.change', moved);
    expect(line).toMatchObject({
      what: '改约',
      detail: '03-11 17:00 · 公司原因 · 前一单超时',
      by: '调度员 林主管',
    });
  });

  it('[RECD-01] [CHG-04] marks a ruling as the correction that it is, with what was on record', () => {
    const story = Story.promised();
    const moved = { start: beijing('2026-03-10 17:00'), cause: 'customer' as const, reason: '客户要求' };
    expect(stepsOf(story.now, new Set(['order.rule_cause']))).toEqual([]);
    story.do('2026-03-10 09:00', 'appointment.change', moved);
    expect(stepsOf(story.now, new Set(['order.rule_cause']))).toEqual(['order.rule_cause']);
    const ruling = { appointmentVersion: 2, cause: 'company' as const, reason: '听了录音' };
    const [line] = told(story, '2026-03-10 10:00', 'order.rule_cause', ruling, { role: 'supervisor' });
    expect(line).toMatchObject({ what: '更正：改约原因已改判', detail: '用户原因 → 公司原因 · 听了录音' });
  });

  it('[ARITH-07] tells why a clock stopped, and until when', () => {
    const story = Story.promised('mobile-2015');
    const moved = { start: beijing('2026-03-12 17:00'), cause: 'customer' as const, reason: '客户出差' };
    const lines = told(story, '2026-03-09 10:00', 'appointment.change', moved);
    expect(lines.find(({ what }) => what === '时限暂停')?.detail).toBe('客户要求延后 · 至 03-12 17:00');
  });
});
