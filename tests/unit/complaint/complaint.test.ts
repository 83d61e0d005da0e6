import { describe, expect, it } from 'vitest';
import { complaintSummary } from '#domain/complaint/complaint-summary.ts';
import { issueAfter } from '#domain/complaint/issue.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

function complaint(number: string, more: object = {}): Story {
  const story = new Story();
  story.do('2026-03-09 09:00', 'order.intake', { number, areaId: 'a1', type: 'complaint', ...more });
  return story;
}

describe('complaints', () => {
  it('[CMPL-06] are marked as major once, with the reason, and only complaints are', () => {
    const story = complaint('1');
    expect(said(story.do('2026-03-09 09:01', 'complaint.mark_major', { reason: ' ' }))).toBe(
      'refused CMPL-06',
    );
    expect(said(story.do('2026-03-09 09:02', 'complaint.mark_major', { reason: 'press' }))).toBe('accepted');
    expect(said(story.do('2026-03-09 09:03', 'complaint.mark_major', { reason: 'press' }))).toBe(
      'refused STATE',
    );
    expect(said(Story.accepted().do('2026-03-09 10:00', 'complaint.mark_major', { reason: 'press' }))).toBe(
      'refused STATE',
    );
  });

  it('[CMPL-06] are summed up for the superior department, the major ones by name', () => {
    const major = complaint('1');
    major.do('2026-03-09 09:01', 'complaint.mark_major', { reason: 'press' });
    const again = complaint('2', { sameIssueAs: 'o1' });
    const referred = complaint('3', { escalated: true });
    referred.do('2026-03-09 09:02', 'complaint.refer_up', { department: 'branch', reason: 'budget' });
    const orders = [major, again, referred, Story.accepted()].map(({ now }) => now);
    expect(complaintSummary(orders)).toEqual({
      total: 3,
      open: 3,
      answered: 0,
      referredUp: 1,
      escalated: 1,
      major: [{ orderId: 'o1', areaId: 'a1', reason: 'press', open: true }],
      repeated: [{ groupId: 'o1', count: 2 }],
    });
  });

  it('[CMPL-07] about the same issue carry its id and their count', () => {
    const second = complaint('2', { sameIssueAs: 'first' });
    expect(second.now.issue).toEqual({ groupId: 'first', count: 2 });
    expect(complaint('3', { sameIssueAs: 'second', sameIssue: second.now.issue }).now.issue).toEqual({
      groupId: 'first',
      count: 3,
    });
    expect(complaint('4').now.issue).toBeNull();
    expect(issueAfter({ id: 'x', issue: null })).toEqual({ groupId: 'x', count: 2 });
  });

  it('[CMPL-05] an answered complaint goes no further up', () => {
    const story = complaint('1');
    const answered = { ...story.now, repliedAt: beijing('2026-03-09 10:00') };
    story.order = answered;
    expect(
      said(story.do('2026-03-09 11:00', 'complaint.refer_up', { department: 'branch', reason: 'budget' })),
    ).toBe('refused STATE');
  });
});
