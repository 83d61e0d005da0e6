import { describe, expect, it } from 'vitest';
import { callsOf } from '#domain/order/calls.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const timer = (story: Story, name: string, at: string) =>
  timersOf(story.now, story.standard, beijing(at)).find((one) => one.name === name);

function asked(): Story {
  const story = Story.accepted();
  story.do('2026-03-09 10:00', 'question.ask', { question: 'Can I keep my number?' }, { role: 'csr' });
  return story;
}

describe('who is asked first', () => {
  it('[RESP-01] owns the matter from the intake on', () => {
    const story = new Story();
    story.do(
      '2026-03-09 09:00',
      'order.intake',
      { number: '1', areaId: 'a1', type: 'consult' },
      { role: 'csr' },
    );
    expect(story.now.firstAsk).toEqual({
      ownerId: 'csr',
      ownerRole: 'csr',
      since: beijing('2026-03-09 09:00'),
      offeredTo: null,
      watchers: [],
    });
  });

  it('[RESP-01] hands it on only to somebody who takes it, and keeps watch', () => {
    const story = new Story();
    story.do(
      '2026-03-09 09:00',
      'order.intake',
      { number: '1', areaId: 'a1', type: 'consult' },
      { role: 'csr' },
    );
    expect(said(story.do('2026-03-09 09:01', 'first_ask.take_over', {}, { role: 'cs_manager' }))).toBe(
      'refused STATE',
    );
    expect(
      said(story.do('2026-03-09 09:02', 'first_ask.hand_over', { to: 'noc' }, { role: 'technician' })),
    ).toBe('refused RESP-01');
    story.do('2026-03-09 09:03', 'first_ask.hand_over', { to: 'cs_manager' }, { role: 'csr' });
    expect(story.now.firstAsk).toMatchObject({ ownerId: 'csr', offeredTo: 'cs_manager' });
    expect(said(story.do('2026-03-09 09:04', 'first_ask.take_over', {}, { role: 'noc' }))).toBe(
      'refused RESP-01',
    );
    story.do('2026-03-09 09:05', 'first_ask.take_over', {}, { role: 'cs_manager' });
    expect(story.now.firstAsk).toMatchObject({
      ownerId: 'cs_manager',
      offeredTo: null,
      watchers: ['csr'],
    });
  });

  it('[INTK-11] nobody hands the matter to themselves or to nobody', () => {
    const story = asked();
    expect(
      said(story.do('2026-03-09 10:01', 'first_ask.hand_over', { to: 'dispatcher' }, { role: 'dispatcher' })),
    ).toBe('refused RESP-01');
    expect(
      said(story.do('2026-03-09 10:01', 'first_ask.hand_over', { to: ' ' }, { role: 'dispatcher' })),
    ).toBe('refused RESP-01');
  });
});

describe('a customer’s question', () => {
  const ticket = (story: Story, at: string) =>
    story.do(at, 'question.settle', {
      questionId: 'q1',
      resolution: 'ticket',
      explained: true,
      tried: ['walked_over', 'phoned'],
    });

  it('[RESP-03] is with the customer-service manager after exactly fifteen minutes', () => {
    const story = asked();
    expect(said(ticket(story, '2026-03-09 10:15:00'))).toBe('accepted');
    expect(timer(story, 'T_FIRSTASK', '2026-03-09 12:00')).toMatchObject({
      state: 'met',
      dueLiteral: beijing('2026-03-09 10:15'),
    });
  });

  it('[RESP-03] one second later the quarter of an hour is missed', () => {
    const story = asked();
    ticket(story, '2026-03-09 10:15:01');
    expect(timer(story, 'T_FIRSTASK', '2026-03-09 12:00')).toMatchObject({
      state: 'breached',
      breachedAt: beijing('2026-03-09 10:15'),
    });
  });

  it('[RESP-03] counts from the customer’s question, not from its being written down', () => {
    const story = Story.accepted();
    const at = { question: 'When?', askedAt: beijing('2026-03-09 09:50') };
    expect(said(story.do('2026-03-09 10:00', 'question.ask', at))).toBe('accepted');
    expect(timer(story, 'T_FIRSTASK', '2026-03-09 10:00')?.dueLiteral).toBe(beijing('2026-03-09 10:05'));
    expect(
      said(story.do('2026-03-09 10:00', 'question.ask', { ...at, askedAt: beijing('2026-03-09 10:01') })),
    ).toBe('refused RESP-03');
    expect(said(story.do('2026-03-09 10:00', 'question.ask', { question: ' ' }))).toBe('refused RESP-03');
  });

  it('[RESP-04] answered at once is settled and starts no ticket', () => {
    const story = asked();
    expect(
      said(story.do('2026-03-09 10:05', 'question.settle', { questionId: 'q1', resolution: 'answered' })),
    ).toBe('accepted');
    expect(timer(story, 'T_FIRSTASK', '2026-03-09 12:00')?.state).toBe('cancelled');
    expect(story.now.questions[0]).toMatchObject({ answeredBy: 'owner' });
  });

  it('[RESP-04] cannot be put off without the customer being told why', () => {
    const story = asked();
    expect(
      said(story.do('2026-03-09 10:05', 'question.settle', { questionId: 'q1', resolution: 'later' })),
    ).toBe('refused RESP-04');
  });

  it('[RESP-04] put off, it stays open and its customer is called within a day', () => {
    const story = asked();
    story.do('2026-03-09 10:05', 'question.settle', {
      questionId: 'q1',
      resolution: 'later',
      explained: true,
    });
    expect(timer(story, 'T_ANSWER', '2026-03-10 10:00')).toMatchObject({
      state: 'running',
      dueLiteral: beijing('2026-03-10 10:00'),
    });
    expect(timer(story, 'T_ANSWER', '2026-03-10 10:00:01')?.state).toBe('breached');
    const call = callsOf(story.now, story.standard, beijing('2026-03-09 11:00')).find(
      ({ purpose }) => purpose === 'answer',
    );
    expect(call?.literal).toBe(beijing('2026-03-10 10:00'));
    story.do('2026-03-10 09:00', 'question.answer', { questionId: 'q1', by: 'owner' });
    expect(timer(story, 'T_ANSWER', '2026-03-10 12:00')?.state).toBe('met');
  });

  it('[RESP-07] a ticket comes after the other ways, else it is said which were skipped', () => {
    const story = asked();
    const skipped = story.do('2026-03-09 10:05', 'question.settle', {
      questionId: 'q1',
      resolution: 'ticket',
      explained: true,
      tried: ['phoned'],
    });
    expect(said(skipped)).toBe('accepted');
    expect(skipped.verdict.findings).toMatchObject([
      { rule: 'RESP-07', kind: 'warning', facts: { skipped: ['walked_over'] } },
    ]);
  });

  it.each(['walked_over', 'phoned', 'ticket'] as const)(
    '[RESP-07] %s: the customer is told first why it cannot be answered now',
    (resolution) => {
      const story = asked();
      expect(said(story.do('2026-03-09 10:05', 'question.settle', { questionId: 'q1', resolution }))).toBe(
        'refused RESP-07',
      );
    },
  );

  it('[CMPL-08] that nobody could answer keeps the order open until the customer has the answer', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'complaint' });
    story.do('2026-03-09 09:05', 'order.review', {});
    story.do('2026-03-09 09:06', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-09 09:10', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-09 09:20', 'question.ask', { question: 'Why twice?' });
    story.do('2026-03-09 09:21', 'question.settle', {
      questionId: 'q1',
      resolution: 'later',
      explained: true,
    });
    story.do('2026-03-09 09:30', 'order.resolve', {});
    story.do('2026-03-09 09:31', 'order.reply', {});
    story.do('2026-03-09 10:00', 'callback.record', { agent: 'c1', outcome: 'done' });
    expect(story.now.status).toBe('callback');
    story.do('2026-03-09 11:00', 'question.answer', { questionId: 'q1', by: 'owner' });
    expect(story.now.status).toBe('closed');
  });

  it('[CMPL-05] beyond the department it is the superior one that answers the customer', () => {
    const story = asked();
    ticket(story, '2026-03-09 10:10');
    expect(
      said(story.do('2026-03-09 10:20', 'complaint.refer_up', { department: '', reason: 'budget' })),
    ).toBe('refused CMPL-05');
    expect(
      said(
        story.do('2026-03-09 10:20', 'complaint.refer_up', { department: 'city branch', reason: 'budget' }),
      ),
    ).toBe('accepted');
    expect(
      said(story.do('2026-03-09 11:00', 'question.answer', { questionId: 'q1', by: 'cs_manager' })),
    ).toBe('refused CMPL-05');
    expect(said(story.do('2026-03-09 11:01', 'question.answer', { questionId: 'q1', by: 'superior' }))).toBe(
      'accepted',
    );
  });
});
