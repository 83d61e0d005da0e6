import { describe, expect, it } from 'vitest';
import { performersOf } from '#domain/order/companion.ts';
import { Story, said, technician } from '#tests/support/story.ts';

const t2 = { ...technician, id: 't2' };
const t3 = { ...technician, id: 't3' };
const accompanied = () => {
  const story = Story.promised();
  story.do('2026-03-09 10:00', 'order.accompany', { technicianId: 't2' }, { technician: t2 });
  return story;
};

// E-101
describe('two technicians on one visit', () => {
  it('[DISP-07] [DISP-09] the second is judged like anybody who is sent', () => {
    const story = Story.promised();
    const ask = (who: typeof t2) =>
      said(story.do('2026-03-09 10:00', 'order.accompany', { technicianId: 't2' }, { technician: who }));
    expect(ask({ ...t2, skills: [] })).toBe('needs_approval DISP-07');
    expect(ask({ ...t2, certifiedUntil: '2026-03-09' })).toBe('needs_approval DISP-07');
    expect(ask({ ...t2, areaId: 'a2' })).toBe('refused DISP-09');
    expect(ask({ ...t2, leftAt: 1 })).toBe('refused DISP-09');
    expect(story.now.companionId).toBeNull();
    expect(ask(t2)).toBe('accepted');
    expect(story.now).toMatchObject({ companionId: 't2', technicianId: 't1', companyChangeCount: 0 });
  });

  it('[DISP-08] and must be free then', () => {
    const story = Story.promised();
    const [start, end] = [story.now.appointments[0]!.start, story.now.appointments[0]!.start + 3_600_000];
    const busy = [{ orderId: 'o9', start, end, promised: true }];
    expect(
      said(
        story.do(
          '2026-03-09 10:00',
          'order.accompany',
          { technicianId: 't2' },
          { technician: t2, bookings: busy },
        ),
      ),
    ).toBe('needs_approval DISP-08');
  });

  it('[CALL-12] make one visit of two people, of whom neither asks the customer about it', () => {
    const story = accompanied();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    expect(story.now.visits).toMatchObject([{ technicianId: 't1', companionId: 't2' }]);
    expect([...performersOf(story.now)]).toEqual(['t1', 't2']);
  });

  it('[CALL-12] one who was called to a visit under way, and left again, was on it', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 16:00', 'order.accompany', { technicianId: 't2' }, { technician: t2 });
    story.do('2026-03-10 16:20', 'order.unaccompany', {});
    story.do('2026-03-10 16:21', 'order.accompany', { technicianId: 't3' }, { technician: t3 });
    expect(story.now.visits).toHaveLength(1);
    expect(story.now.companions.map(({ technicianId, endedAt }) => [technicianId, endedAt !== null])).toEqual(
      [
        ['t2', true],
        ['t3', false],
      ],
    );
    expect([...performersOf(story.now)].toSorted()).toEqual(['t1', 't2', 't3']);
  });

  it('[DISP-10] part when the order goes to another, back to dispatch, or alone again', () => {
    const given = accompanied();
    given.do('2026-03-09 11:00', 'order.reassign', { technicianId: 't3' }, { technician: t3 });
    const back = accompanied();
    back.do('2026-03-09 11:00', 'order.unassign', { reason: 'ill' });
    const alone = accompanied();
    alone.do('2026-03-09 11:00', 'order.unaccompany', {});
    for (const { now } of [given, back, alone]) {
      expect(now.companionId).toBeNull();
      expect(now.companions).toMatchObject([{ technicianId: 't2' }]);
      expect(now.companions[0]?.endedAt).not.toBeNull();
    }
    expect(said(alone.do('2026-03-09 11:01', 'order.unaccompany', {}))).toBe('refused STATE');
  });

  it('[STATE] are two: not the same person twice, nor anybody beside nobody', () => {
    const story = accompanied();
    const twice = (technicianId: string) =>
      said(story.do('2026-03-09 10:30', 'order.accompany', { technicianId }, { technician: t2 }));
    expect(twice('t1')).toBe('refused STATE');
    expect(twice('t2')).toBe('refused STATE');
    const waiting = new Story();
    waiting.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    expect(
      said(waiting.do('2026-03-09 09:01', 'order.accompany', { technicianId: 't2' }, { technician: t2 })),
    ).toBe('refused STATE');
  });
});
