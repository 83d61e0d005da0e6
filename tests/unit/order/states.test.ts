import { describe, expect, it } from 'vitest';
import { callsOf } from '#domain/order/calls.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { ORDER_STATUSES, TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said, technician } from '#tests/support/story.ts';

const context = (story: Story) => ({
  now: beijing('2026-03-09 10:00'),
  actor: { id: 'dispatcher', role: 'dispatcher' as const, areaIds: null },
  standard: story.standard,
  area: null,
  technician,
  bookings: [],
  slot: null,
  approval: null,
  sibling: null,
});

describe('the order’s state table', () => {
  it('[STATE] refuses every step from every state that it does not name, with the state in the facts', () => {
    const story = Story.promised();
    for (const [type, { from }] of Object.entries(ORDER_STEPS))
      for (const status of ORDER_STATUSES.filter((one) => !from.includes(one))) {
        const order = { ...story.now, status };
        const decision = decideOrder(order, { type, payload: { orderId: 'o1' } } as never, context(story));
        expect(said(decision), `${type} from ${status}`).toBe('refused STATE');
        expect(decision.verdict.findings[0]?.facts).toMatchObject({ status });
        expect(decision.events).toEqual([]);
      }
  });

  it('[STATE] [OUTG-03] [CALL-04] lets nothing but a damage claim, a ruling of a change’s cause, the word on a late time, the look at an outage’s line and the callback of who stays touch a terminal state', () => {
    const touching = Object.entries(ORDER_STEPS)
      .filter(([, { from }]) => from.some((status) => TERMINAL_STATUSES.has(status)))
      .map(([type]) => type);
    expect(touching).toEqual([
      'order.rule_cause',
      'order.confirm_times',
      'callback.record',
      'outage.verify_line',
      'damage.report',
      'damage.apologise',
      'damage.assess',
      'damage.agree',
      'damage.compensate',
    ]);
  });

  it('[STATE] refuses every step on an order that was never taken in, and a second intake', () => {
    const story = new Story();
    expect(said(story.do('2026-03-09 09:00', 'order.accept', {}))).toBe('refused STATE');
    const twice = Story.accepted();
    expect(
      said(twice.do('2026-03-09 10:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' })),
    ).toBe('refused STATE');
  });

  it('[INTK-01] a draft goes on when its missing fields are supplied', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'install',
      missing: ['address', 'account'],
    });
    expect(story.now.status).toBe('draft');
    story.do('2026-03-09 09:01', 'order.complete', { fields: ['address'] });
    expect(story.now.status).toBe('draft');
    story.do('2026-03-09 09:02', 'order.complete', { fields: ['account'] });
    expect(story.now.status).toBe('pending_dispatch');
  });

  it('[ARITH-06] an intake in the future is refused', () => {
    const story = new Story();
    const intakeAt = beijing('2026-03-09 09:01');
    expect(
      said(
        story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault', intakeAt }),
      ),
    ).toBe('refused ARITH-06');
  });

  it('[ACPT-01] nobody but the person in charge accepts, and only once', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
    story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
    expect(said(story.do('2026-03-09 09:06', 'order.accept', { technicianId: 't2' }))).toBe('refused STATE');
    expect(said(story.do('2026-03-09 09:07', 'order.accept', { technicianId: 't1' }))).toBe('accepted');
    expect(said(story.do('2026-03-09 09:08', 'order.accept', { technicianId: 't1' }))).toBe('refused STATE');
  });

  it('[DISP-07] with nobody known as the technician nothing is dispatched', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
    expect(
      said(story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't9' }, { technician: null })),
    ).toBe('refused DISP-07');
  });

  it('[DISP-07] who was approved to go with a colleague may set out', () => {
    const story = new Story();
    const uncertified = { ...technician, certifiedUntil: null };
    const approval = {
      by: 'lead',
      role: 'area_lead' as const,
      reason: 'goes with t2',
      at: 0,
      requestedBy: 'dispatcher',
    };
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    expect(
      said(
        story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' }, { technician: uncertified }),
      ),
    ).toBe('needs_approval DISP-07');
    story.do(
      '2026-03-09 09:06',
      'order.dispatch',
      { technicianId: 't1' },
      { technician: uncertified, approval },
    );
    story.do('2026-03-09 09:10', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-09 09:20', 'contact.attempt', { outcome: 'connected' });
    story.do('2026-03-09 09:21', 'appointment.confirm', {
      start: beijing('2026-03-09 14:00'),
      proposedBy: 'customer',
    });
    expect(said(story.do('2026-03-09 13:40', 'visit.depart', {}, { technician: uncertified }))).toBe(
      'accepted',
    );
  });

  it('[CHG-06] a promise that we took back counts when its new time is agreed', () => {
    const story = Story.promised();
    expect(
      said(story.do('2026-03-10 10:00', 'appointment.cancel', { cause: 'company', reason: 'no port' })),
    ).toBe('accepted');
    expect([story.now.status, story.now.companyChangeCount]).toEqual(['pending_appointment', 0]);
    story.do('2026-03-10 11:00', 'appointment.confirm', {
      start: beijing('2026-03-11 10:00'),
      proposedBy: 'company',
    });
    expect(story.now.companyChangeCount).toBe(1);
  });

  it('[CHG-01] taking a promise back inside two hours needs the area lead', () => {
    const story = Story.promised();
    expect(
      said(story.do('2026-03-10 14:00:01', 'appointment.cancel', { cause: 'company', reason: 'no port' })),
    ).toBe('needs_approval CHG-01');
  });

  it('[BLOK-05] a supervisor decides that an order cannot be served', () => {
    const story = Story.accepted();
    const approval = {
      by: 'sun',
      role: 'supervisor' as const,
      reason: 'seen',
      at: 0,
      requestedBy: 'dispatcher',
    };
    expect(said(story.do('2026-03-09 10:00', 'order.unserviceable', { reason: 'no duct' }))).toBe(
      'needs_approval BLOK-05',
    );
    expect(said(story.do('2026-03-09 10:01', 'order.unserviceable', { reason: ' ' }, { approval }))).toBe(
      'refused BLOK-05',
    );
    story.do('2026-03-09 10:02', 'order.unserviceable', { reason: 'no duct' }, { approval });
    expect(story.now.status).toBe('unserviceable');
  });

  it('[INTK-09] a removal that was talked out of ends as retained, another order never', () => {
    const story = new Story();
    const removal = {
      number: '1',
      areaId: 'a1',
      type: 'remove' as const,
      churnReason: 'price',
      retentionLevel: 2 as const,
    };
    story.do('2026-03-09 09:00', 'order.intake', removal);
    story.do('2026-03-09 09:10', 'order.retain', { reason: 'a smaller tariff' });
    expect(story.now.status).toBe('retained');
    const install = new Story();
    install.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    expect(said(install.do('2026-03-09 09:10', 'order.retain', { reason: 'x' }))).toBe('refused STATE');
  });

  // E-105
  describe('[INTK-09] [CALL-04] a removal that was talked out of at the counter', () => {
    const counter = () => {
      const story = new Story();
      const removal = { type: 'remove' as const, churnReason: 'price', retentionLevel: 1 as const };
      story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', ...removal });
      return story;
    };
    const callbacks = (story: Story, at: string) =>
      timersOf(story.now, story.standard, beijing(at))
        .filter(({ name }) => name.startsWith('T_CALLBACK'))
        .map(({ name, state }) => `${name} ${state}`);

    it('keeps the callback that it had before, and nobody is sent', () => {
      const story = counter();
      story.do('2026-03-09 09:05', 'callback.record', { agent: 'c1', outcome: 'done' });
      story.do('2026-03-09 09:10', 'order.retain', { reason: 'a smaller tariff' });
      expect(story.now.status).toBe('retained');
      expect(said(story.do('2026-03-09 09:12', 'order.dispatch', { technicianId: 't1' }))).toBe(
        'refused STATE',
      );
      expect(story.now.visits).toEqual([]);
      expect(callbacks(story, '2026-03-10 09:00')).toEqual(['T_CALLBACK_CHURN met']);
      expect(said(story.do('2026-03-09 09:15', 'callback.record', { agent: 'c1', outcome: 'done' }))).toBe(
        'refused STATE',
      );
    });

    it('is still called back at once, stays retained by it, and counts as missed after its day', () => {
      const story = counter();
      story.do('2026-03-09 09:10', 'order.retain', { reason: 'a smaller tariff' });
      const { now, standard } = story;
      expect(callbacks(story, '2026-03-09 23:59')).toEqual(['T_CALLBACK_CHURN running']);
      expect(callbacks(story, '2026-03-10 00:00:01')).toEqual(['T_CALLBACK_CHURN breached']);
      const calls = callsOf(now, standard, beijing('2026-03-09 09:11'));
      expect(calls.map(({ purpose, literal }) => [purpose, literal])).toEqual([
        ['callback', beijing('2026-03-09 24:00')],
      ]);
      story.do('2026-03-09 09:20', 'callback.record', { agent: 'c1', outcome: 'done' });
      expect(story.now.status).toBe('retained');
      expect(callbacks(story, '2026-03-10 00:00:01')).toEqual(['T_CALLBACK_CHURN met']);
      expect(callsOf(story.now, standard, beijing('2026-03-09 09:21'))).toEqual([]);
    });
  });

  it('an approval without a reason refuses', () => {
    const story = Story.promised();
    const approval = {
      by: 'lead',
      role: 'area_lead' as const,
      reason: ' ',
      at: 0,
      requestedBy: 'dispatcher',
    };
    const change = { start: beijing('2026-03-10 17:00'), cause: 'company' as const, reason: 'overrun' };
    expect(said(story.do('2026-03-10 15:00', 'appointment.change', change, { approval }))).toBe(
      'refused CHG-01',
    );
  });
});
