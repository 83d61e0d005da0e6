import { describe, expect, it } from 'vitest';
import { phrasesOf } from '#app/calls/phrases.ts';
import { workOf } from '#app/calls/work-list.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const card: CustomerCard = { orderId: 'o1', name: '林国栋', phone: '138****0121', address: '东街', note: '' };
const groupsAt = (story: Story, at: string) =>
  workOf(story.now, beijing(at)).map(({ group, purpose }) => purpose ?? group);

function fault(): Story {
  const story = new Story();
  story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
  story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
  story.do('2026-03-10 09:05', 'order.accept', { technicianId: 't1' });
  return story;
}

describe('what waits for the desk', () => {
  it('[APPT-03] names the first call of a fault with the last minute at which it may be made', () => {
    const [call] = workOf(fault().now, beijing('2026-03-10 09:06'));
    expect(call).toMatchObject({ group: 'calls', purpose: 'first_contact', rule: 'APPT-03' });
    expect(call?.usable).toBe(beijing('2026-03-10 10:05'));
  });

  it('[OVRD-01] lists an order once whose limits have passed', () => {
    const overdue = workOf(fault().now, beijing('2026-03-11 12:00')).filter(
      ({ group }) => group === 'overdue',
    );
    expect(overdue).toHaveLength(1);
    expect(overdue[0]).toMatchObject({ timer: 'T_REPLY', usable: beijing('2026-03-11 05:05') });
  });

  it('[CMPL-01] keeps a complaint by its next limit until it is replied to', () => {
    const story = new Story();
    story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'complaint' });
    const [first] = workOf(story.now, beijing('2026-03-10 09:01')).filter(
      ({ group }) => group === 'complaints',
    );
    expect(first).toMatchObject({ timer: 'T_REVIEW', rule: 'INTK-08' });
    story.do('2026-03-10 09:05', 'order.review', {}, { role: 'supervisor' });
    story.do('2026-03-10 09:06', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-10 09:07', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-10 09:10', 'contact.attempt', { outcome: 'connected' });
    expect(groupsAt(story, '2026-03-10 09:11')).toContain('complaints');
    story.do('2026-03-10 09:20', 'order.resolve', {});
    story.do('2026-03-10 09:21', 'order.reply', {});
    expect(groupsAt(story, '2026-03-10 09:22')).not.toContain('complaints');
  });

  it('[DISP-03] lists a fault for the remote fix for two hours from intake, and no more once it was tried', () => {
    const story = new Story();
    story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
    expect(groupsAt(story, '2026-03-10 10:59')).toContain('remote');
    expect(groupsAt(story, '2026-03-10 11:00')).not.toContain('remote');
    story.do('2026-03-10 09:02', 'order.remote', { result: 'started' }, { role: 'expert_agent' });
    const [item] = workOf(story.now, beijing('2026-03-10 09:03')).filter(({ group }) => group === 'remote');
    expect(item).toMatchObject({ timer: 'T_EXPERT', usable: beijing('2026-03-10 11:00') });
    story.do('2026-03-10 09:30', 'order.remote', { result: 'unsolved' }, { role: 'expert_agent' });
    expect(groupsAt(story, '2026-03-10 09:31')).not.toContain('remote');
  });

  it('[DMG-01] keeps a claim until it is paid', () => {
    const story = fault();
    story.do('2026-03-10 09:10', 'damage.report', {});
    expect(groupsAt(story, '2026-03-10 09:11')).toContain('claims');
    story.do('2026-03-10 09:20', 'damage.agree', {});
    expect(groupsAt(story, '2026-03-10 09:21')).toContain('claims');
    story.do('2026-03-10 09:30', 'damage.compensate', {}, { role: 'supervisor' });
    expect(groupsAt(story, '2026-03-10 09:31')).not.toContain('claims');
  });

  it('[RECD-04] lists an answered suggestion for its callback until it is filed, though no limit runs', () => {
    const story = new Story();
    story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'suggestion' });
    story.do('2026-03-10 09:06', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-10 09:07', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-10 09:20', 'order.resolve', {});
    expect(groupsAt(story, '2026-03-10 09:21')).not.toContain('callbacks');
    story.do('2026-03-10 09:30', 'order.reply', {});
    const [item] = workOf(story.now, beijing('2026-03-20 09:31'));
    expect(item).toMatchObject({ group: 'callbacks', rule: 'RECD-04', usable: beijing('2026-03-10 09:30') });
    story.do('2026-03-20 09:40', 'callback.record', { agent: 'c1', outcome: 'done' });
    expect(story.now.status).toBe('closed');
    expect(groupsAt(story, '2026-03-20 09:41')).toEqual([]);
  });

  it('[CALL-10] calls a reply back anew that follows a voided one, also when its limit has passed', () => {
    const voided = {
      resolvedAt: null,
      repliedAt: beijing('2026-03-09 10:00'),
      voidedAt: beijing('2026-03-09 15:00'),
      reason: 'false_receipt' as const,
    };
    const first = {
      at: beijing('2026-03-09 15:00'),
      agent: 'c1',
      outcome: 'done' as const,
      repairedOnDay: false,
      working: null,
      score: null,
      dissatisfied: null,
    };
    const order = {
      ...fault().now,
      status: 'replied' as const,
      repliedAt: beijing('2026-03-10 10:00'),
      voidedReplies: [voided],
      callbacks: [first],
    };
    const purposes = workOf(order, beijing('2026-03-12 09:00')).map(({ purpose }) => purpose);
    expect(purposes).toContain('callback');
  });

  it('[CALL-06] offers the callback of an install once it is answered, not before', () => {
    const done = {
      ...Story.accepted().now,
      status: 'resolved' as const,
      completedAt: beijing('2026-03-10 10:00'),
    };
    const callbacks = (order: typeof done) =>
      workOf(order, beijing('2026-03-10 15:00')).filter(({ group }) => group === 'callbacks');
    expect(callbacks(done)).toEqual([]);
    expect(
      callbacks({ ...done, status: 'replied' as never, repliedAt: beijing('2026-03-10 14:00') }),
    ).toHaveLength(1);
  });

  it('[DISP-04] lists what was found wrong on the way until it is corrected', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 15:55', 'order.mismatch', { field: 'address', causedBy: 'company' });
    const [item] = workOf(story.now, beijing('2026-03-10 16:00')).filter(({ group }) => group === 'facts');
    expect(item).toMatchObject({ rule: 'DISP-04', usable: beijing('2026-03-10 15:55') });
    story.do('2026-03-10 16:10', 'order.verify', {}, { role: 'csr' });
    expect(groupsAt(story, '2026-03-10 16:11')).not.toContain('facts');
  });

  it('[INTK-09] asks for the retention of a removal', () => {
    const story = new Story();
    story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'remove' });
    expect(groupsAt(story, '2026-03-10 09:01')).toEqual(expect.arrayContaining(['facts', 'callback']));
  });
});

describe('what is said', () => {
  it('fills the phrase of the standard, from who calls to the end', () => {
    const [call] = workOf(fault().now, beijing('2026-03-10 09:06'));
    const phrases = phrasesOf(call!, card, '郑美玲');
    expect(phrases.map(({ id }) => id)).toEqual(['S-APPT-IDENT', 'S-APPT-FAULT', 'S-PROMISE', 'S-APPT-END']);
    expect(phrases[0]?.text).toBe('请问您是林国栋先生(女士)吗?');
    expect(phrases[1]?.text).toContain('我叫郑美玲,您申告的电话(宽带)故障需要检修');
    expect(phrases.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it('[CHG-06] names who comes instead with the badge, and the time that stands', () => {
    const story = Story.promised();
    const t2 = { ...technician, id: 't2', number: 'T002', name: '林' };
    story.do('2026-03-09 10:00', 'order.reassign', { technicianId: 't2' }, { technician: t2 });
    const [call] = workOf(story.now, beijing('2026-03-09 10:01'));
    expect(call).toMatchObject({ group: 'calls', purpose: 'newcomer', rule: 'CHG-06' });
    expect(phrasesOf(call!, card, '郑美玲', t2)[1]).toEqual({
      id: 'S-NEWCOMER',
      text: '您好，这里是中国铁通。3月10日周二 16:00为您上门服务的人员改为林，工号T002，时间不变，特此告知。',
      gaps: [],
    });
  });

  it('marks what the caller has to fill in', () => {
    const [call] = workOf(fault().now, beijing('2026-03-10 09:06'));
    const [identity] = phrasesOf(call!, undefined, '郑美玲');
    expect(identity).toMatchObject({ text: '请问您是〔客户姓名〕先生(女士)吗?', gaps: ['customer'] });
  });
});
