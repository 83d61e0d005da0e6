import { describe, expect, it } from 'vitest';
import { callsOf } from '#domain/order/calls.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { beijing, Story, said, technician } from '#tests/support/story.ts';

const purposes = (story: Story, stamp: string) =>
  callsOf(story.now, story.standard, beijing(stamp)).map(({ purpose }) => purpose);

describe('who must be called by when', () => {
  it('[APPT-02] the first contact, until the customer was reached', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    expect(purposes(story, '2026-03-09 09:01')).toEqual([]);
    story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
    expect(purposes(story, '2026-03-09 09:06')).toEqual(['first_contact']);
    expect(purposes(story, '2026-03-09 12:00')).toEqual(['first_contact']);
    story.do('2026-03-09 12:01', 'contact.attempt', { outcome: 'connected' });
    expect(purposes(story, '2026-03-09 12:02')).toEqual([]);
  });

  it('[CHG-08] the customer of an open change, by the last contact hour before the notice closes', () => {
    const story = Story.accepted();
    const start = beijing('2026-03-10 10:30');
    story.do('2026-03-09 09:21', 'appointment.confirm', { start, proposedBy: 'customer' });
    const wish = {
      start: beijing('2026-03-10 09:00'),
      cause: 'company' as const,
      reason: 'overrun',
      reached: false,
    };
    story.do('2026-03-09 19:00', 'appointment.change', wish);
    expect(callsOf(story.now, story.standard, beijing('2026-03-09 19:01'))).toMatchObject([
      { purpose: 'change_notice', literal: beijing('2026-03-10 07:00'), usable: beijing('2026-03-09 20:30') },
    ]);
  });

  it('[BLOK-03] a new first contact once the conditions are met', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 15:51', 'visit.enter', {});
    story.do('2026-03-10 16:10', 'visit.block', {
      reason: 'no port',
      department: 'noc',
      expectedReturnDate: '2026-03-11',
    });
    story.do('2026-03-11 09:00', 'coordination.done', {});
    expect(purposes(story, '2026-03-11 09:01')).toEqual(['first_contact']);
  });

  it('[PROG-01] progress of an open fault, the earliest call first', () => {
    const story = Story.accepted('tietong-fujian-2015', 'fault');
    expect(purposes(story, '2026-03-09 13:10')).toEqual(['four_hours', 'progress']);
  });
});

describe('[CALL-01] the two halves of a move', () => {
  const done = (order: Order): Order => ({
    ...order,
    status: 'replied',
    completedAt: beijing('2026-03-10 10:00'),
    repliedAt: beijing('2026-03-10 10:05'),
  });
  it('are both called back about, so that the move can end', () => {
    const story = Story.accepted();
    const half = done({ ...story.now, type: 'remove', parentOrderId: 'move' });
    expect(callsOf(half, story.standard, beijing('2026-03-10 10:10'))).toMatchObject([
      { purpose: 'callback', literal: beijing('2026-03-11 10:00') },
    ]);
  });
});

describe('a promise that the plan cannot keep', () => {
  const planned = (clock: string) => {
    const story = Story.promised();
    const start = beijing(`2026-03-10 ${clock}`);
    story.order = {
      ...story.now,
      planned: { technicianId: 't1', start, end: start + 5_400_000, travelSeconds: 600, travelMetres: 3000 },
    };
    return (at: string) =>
      callsOf(story.now, story.standard, beijing(at)).filter(({ purpose }) => purpose === 'negotiate');
  };

  it('[SCHD-02] is negotiated while two hours’ notice can still be given', () => {
    expect(planned('16:01')('2026-03-10 09:00')).toMatchObject([
      { literal: beijing('2026-03-10 14:00'), usable: beijing('2026-03-10 14:00') },
    ]);
  });

  it('[SCHD-02] one planned for the promised minute needs no call, nor one whose time has come', () => {
    expect(planned('16:00')('2026-03-10 09:00')).toEqual([]);
    expect(planned('16:01')('2026-03-10 16:00')).toEqual([]);
  });
});

describe('[SCHD-02] [TRAV-03] a promise that the running day breaks', () => {
  const promise = Story.promised();
  const expected = (lateMin: number, beginAt: number | null = 1) => ({
    orderId: 'o1',
    technicianId: 't1',
    beginAt,
    endAt: null,
    lateMin,
  });
  const callsAt = (stamp: string, lateMin: number, beginAt?: number | null) =>
    callsOf(promise.now, promise.standard, beijing(stamp), expected(lateMin, beginAt))
      .filter(({ purpose }) => purpose !== 'reminder')
      .map(({ purpose, usable }) => `${purpose} ${new Date(usable).toISOString().slice(11, 16)}Z`);

  it('is negotiated while two hours’ notice can be given', () => {
    expect(callsAt('2026-03-10 14:00', 20)).toEqual(['negotiate 06:00Z']);
    expect(callsAt('2026-03-10 14:00', 0, null)).toEqual(['negotiate 06:00Z']);
  });

  it('is told fifteen minutes before, when it is too late for that', () => {
    expect(callsAt('2026-03-10 14:01', 20)).toEqual(['late_notice 07:45Z']);
  });

  it('needs no call while it will be kept', () => {
    expect(callsAt('2026-03-10 14:01', 0)).toEqual([]);
  });

  it('[CHG-05] becomes another time an hour after the promise', () => {
    expect(callsAt('2026-03-10 17:00', 20)).toEqual(['late_notice 07:45Z']);
    expect(callsAt('2026-03-10 17:00:01', 20)).toEqual(['negotiate 09:00Z']);
  });

  it('is no longer called for once somebody stands at the door, nor for ever after the late visit', () => {
    const late = Story.promised();
    late.do('2026-03-10 15:50', 'visit.depart', {});
    late.do('2026-03-10 16:20', 'visit.arrive', {});
    const of = (stamp: string) =>
      callsOf(late.now, late.standard, beijing(stamp), expected(20)).map(({ purpose }) => purpose);
    expect(of('2026-03-10 16:21')).toEqual([]);
    late.do('2026-03-10 16:22', 'visit.enter', {});
    expect(of('2026-03-11 09:00')).not.toContain('late_notice');
  });
});

describe('[CHG-05] a promise that nobody came to', () => {
  const missed = Story.promised();
  missed.order = evolveOrder(
    missed.now,
    { type: 'appointment.ended', data: { outcome: 'missed_company' } },
    beijing('2026-03-10 17:00'),
  );
  const of = (story: Story) => callsOf(story.now, story.standard, beijing('2026-03-10 18:00'));

  it('is talked over with the customer from then on', () => {
    const at = beijing('2026-03-10 17:00');
    expect(of(missed)).toMatchObject([{ purpose: 'negotiate', literal: at, usable: at }]);
    expect(of(Story.promised()), 'before the log tells it').toMatchObject([
      { purpose: 'negotiate', literal: at },
    ]);
  });

  it('is not, once somebody has come after all', () => {
    const served = new Story();
    served.order = missed.now;
    served.do('2026-03-10 17:30', 'visit.depart', {});
    served.do('2026-03-10 17:45', 'visit.arrive', {});
    expect(of(served)).toEqual([]);
  });
});

// E-32
describe('[CHG-06] another technician than the customer was told', () => {
  const t2: Technician = { ...technician, id: 't2', number: 'T002', name: '林' };
  const swapped = () => {
    const story = Story.promised();
    story.do('2026-03-09 10:00', 'order.reassign', { technicianId: 't2' }, { technician: t2 });
    return story;
  };

  it('is told the newcomer, by the promise and in contact hours; nothing is counted', () => {
    const story = swapped();
    expect(callsOf(story.now, story.standard, beijing('2026-03-09 10:01'))).toMatchObject([
      { purpose: 'newcomer', literal: beijing('2026-03-10 16:00'), usable: beijing('2026-03-10 16:00') },
    ]);
    expect(story.now).toMatchObject({ companyChangeCount: 0, changeRequest: null });
  });

  it.each([
    ['by phone', { outcome: 'connected' as const }],
    ['by a message', { channel: 'sms' as const, outcome: 'no_answer' as const }],
  ])('and no more once told %s', (_how, contact) => {
    const story = swapped();
    story.do('2026-03-09 10:05', 'contact.attempt', { outcome: 'no_answer' });
    story.do('2026-03-09 10:06', 'contact.attempt', { channel: 'sms', outcome: 'invalid' });
    expect(purposes(story, '2026-03-09 10:07')).toEqual(['newcomer']);
    story.do('2026-03-09 10:10', 'contact.attempt', contact);
    expect(purposes(story, '2026-03-09 10:11')).toEqual([]);
  });

  it('nor once the one who was told of comes after all, or the newcomer has set out untold', () => {
    const back = swapped();
    back.do('2026-03-09 10:05', 'order.reassign', { technicianId: 't1' });
    expect(purposes(back, '2026-03-09 10:06')).toEqual([]);
    const untold = swapped();
    untold.do('2026-03-09 10:10', 'order.accept', { technicianId: 't2' });
    expect(said(untold.do('2026-03-10 15:30', 'visit.depart', {}, { technician: t2 }))).toBe('accepted');
    expect(purposes(untold, '2026-03-10 15:31')).toEqual([]);
  });

  it('holds for an order that was taken back and given to another as well', () => {
    const story = Story.promised();
    story.do('2026-03-09 10:00', 'order.unassign', { reason: 'ill' });
    expect(purposes(story, '2026-03-09 10:01')).not.toContain('newcomer');
    story.do('2026-03-09 10:05', 'order.dispatch', { technicianId: 't2' }, { technician: t2 });
    expect(purposes(story, '2026-03-09 10:06')).toContain('newcomer');
  });

  it('is not called for where nobody was ever named to the customer', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    story.do('2026-03-09 09:01', 'contact.attempt', { outcome: 'connected' });
    story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-09 09:06', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-09 09:07', 'order.reassign', { technicianId: 't2' }, { technician: t2 });
    expect(purposes(story, '2026-03-09 09:08')).not.toContain('newcomer');
  });
});
