import { describe, expect, it } from 'vitest';
import { openAlerts } from '#app/notices/open-alerts.ts';
import type { Role } from '#domain/base/role.ts';
import { alertsOf } from '#domain/order/alerts.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const told = (story: Story, stamp: string, who: Technician | null = technician) =>
  alertsOf({ order: story.now, technician: who, standard: story.standard, now: beijing(stamp) }).map(
    ({ kind, rule, roles }) => `${kind} ${rule} ${roles.join('+')}`.trim(),
  );

/** A fault of 9 March, answered at 13:00. */
function answered(): Story {
  const story = Story.accepted('tietong-fujian-2015', 'fault');
  story.do('2026-03-09 09:21', 'appointment.confirm', {
    start: beijing('2026-03-09 11:00'),
    proposedBy: 'customer',
  });
  story.do('2026-03-09 10:40', 'visit.depart', {});
  story.do('2026-03-09 10:55', 'visit.arrive', {});
  story.do('2026-03-09 10:56', 'visit.enter', {});
  story.do('2026-03-09 11:00', 'visit.work', {});
  story.do('2026-03-09 11:20', 'visit.activate', {});
  story.do('2026-03-09 11:20', 'visit.observe', {});
  story.do('2026-03-09 11:25', 'visit.sign', { filledBy: 'customer' });
  story.do('2026-03-09 11:26', 'visit.finish', {});
  story.do('2026-03-09 12:00', 'order.resolve', { causeSide: 'central_office' });
  story.do('2026-03-09 13:00', 'order.reply', {});
  return story;
}

describe('what somebody is told of an order beside its limits', () => {
  it('[CALL-10] a false receipt, to the supervisor, until the order is answered anew', () => {
    const story = answered();
    expect(told(story, '2026-03-09 14:59')).toEqual([]);
    story.do('2026-03-09 15:00', 'callback.record', {
      agent: 'c1',
      outcome: 'done',
      repairedOnDay: false,
    });
    expect(told(story, '2026-03-09 15:01')).toEqual(['false_receipt CALL-10 supervisor']);
    story.do('2026-03-09 15:10', 'order.dispatch', { technicianId: 't1' });
    expect(told(story, '2026-03-09 15:11')).toContain('false_receipt CALL-10 supervisor');
    expect(
      alertsOf({
        order: { ...story.now, repliedAt: beijing('2026-03-09 18:00') },
        technician,
        standard: story.standard,
        now: beijing('2026-03-09 18:01'),
      }),
    ).toEqual([]);
  });

  it('[CALL-14] what does not work is opened again without that', () => {
    const story = answered();
    story.do('2026-03-09 15:00', 'callback.record', { agent: 'c1', outcome: 'done', working: false });
    expect(story.now.status).toBe('pending_dispatch');
    expect(told(story, '2026-03-09 15:01')).toEqual([]);
  });

  it('[SITE-26] a crew that gave way, to the area’s first person, until a new time is agreed', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 15:55', 'visit.safety', { reason: 'threatened' });
    expect(told(story, '2026-03-10 16:00')).toEqual(['safety SITE-26 area_lead']);
    story.do('2026-03-10 17:00', 'contact.attempt', { outcome: 'connected' });
    story.do('2026-03-10 17:01', 'appointment.confirm', {
      start: beijing('2026-03-11 10:00'),
      proposedBy: 'customer',
    });
    expect(told(story, '2026-03-10 17:02')).not.toContain('safety SITE-26 area_lead');
  });

  // E-104
  it('[BLOK-04] the day of return has passed without a time, from its midnight on', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 15:51', 'visit.enter', {});
    story.do('2026-03-10 16:10', 'visit.block', {
      reason: 'no port',
      department: 'noc',
      consent: true,
      expectedReturnDate: '2026-03-11',
    });
    expect(told(story, '2026-03-11 23:59:59')).toEqual([]);
    expect(told(story, '2026-03-12 00:00')).toEqual(['return_day BLOK-04 dispatcher']);
  });

  // E-93
  it('[DISP-07] a certificate that ends before the visit, a day ahead of it', () => {
    const story = Story.promised();
    const expiring = { ...technician, certifiedUntil: '2026-03-09' };
    expect(told(story, '2026-03-09 15:59:59', expiring)).toEqual([]);
    expect(told(story, '2026-03-09 16:00', expiring)).toEqual(['certificate DISP-07 area_lead+dispatcher']);
    expect(told(story, '2026-03-09 16:00')).toEqual([]);
  });

  // E-36
  it('[CHG-09] a new time past the order’s own limit by our cause; the customer’s wish is none of it', () => {
    const later = { start: beijing('2026-03-14 10:00'), reason: 'parts', agreed: true, reached: true };
    const ours = Story.promised();
    ours.do('2026-03-09 12:00', 'appointment.change', { ...later, cause: 'company' });
    expect(told(ours, '2026-03-09 12:01')).toEqual(['beyond_limit CHG-09 supervisor']);
    const theirs = Story.promised();
    theirs.do('2026-03-09 12:00', 'appointment.change', { ...later, cause: 'customer' });
    expect(told(theirs, '2026-03-09 12:01')).toEqual([]);
  });

  it('[CMPL-04] [CMPL-06] escalated and major complaints, until they are answered', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'complaint',
      escalated: true,
    });
    expect(told(story, '2026-03-09 09:01')).toEqual(['escalated CMPL-04 supervisor']);
    story.do('2026-03-09 09:02', 'complaint.mark_major', { reason: 'press' });
    expect(told(story, '2026-03-09 09:03')).toContain('major CMPL-06 supervisor+branch_manager');
  });

  it('[APPT-16] nobody reached for three days: the supervisor decides', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:55', 'visit.arrive', {});
    story.do('2026-03-10 15:56', 'visit.knock', {});
    story.do('2026-03-10 16:12', 'visit.leave_no_answer', { calls: 2, note: 'full', photo: true });
    expect(told(story, '2026-03-13 20:30')).toEqual([]);
    expect(told(story, '2026-03-13 20:30:01')).toEqual(['unreached APPT-16 supervisor']);
  });

  it('[ATTR-07] a repeated fault, to the area’s first person, until it is restored', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'fault',
      sameIssueAs: 'o0',
      sameIssue: { type: 'fault', intakeAt: beijing('2026-03-01 09:00'), id: 'o0' } as never,
    });
    const repeated = { ...story.now, repeatFault: true };
    const about = { technician: null, standard: story.standard, now: beijing('2026-03-09 10:00') };
    expect(alertsOf({ ...about, order: repeated }).map(({ kind }) => kind)).toEqual(['repeat_fault']);
    expect(alertsOf({ ...about, order: { ...repeated, restoredAt: beijing('2026-03-09 09:30') } })).toEqual(
      [],
    );
  });

  it('[OVRD-03] each rung of the ladder to whom it goes, until the order is answered', () => {
    const story = Story.accepted('tietong-fujian-2015', 'fault');
    const order = { ...story.now, urges: [{ at: 1, by: 'system' as const, to: 'branch' as const }] };
    const kinds = alertsOf({ order, technician, standard: story.standard, now: beijing('2026-03-11 12:00') });
    expect(kinds.map(({ kind, roles }) => [kind, roles])).toEqual([['urged_branch', ['branch_manager']]]);
  });
});

describe('who sees it', () => {
  const board = (story: Story) =>
    new Map([
      [
        'a1',
        {
          area: { leadTechnicianId: null },
          orders: new Map([['o1', story.now]]),
          technicians: new Map(),
        } as never,
      ],
    ]);
  const seen = (story: Story, role: Role, personId?: string) =>
    openAlerts(board(story), { role, personId }, beijing('2026-03-09 12:00')).map(({ alert }) => alert.kind);

  it('[CMPL-04] the role that is told, and who stands in for an empty seat; nobody else', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'complaint',
      escalated: true,
    });
    expect(seen(story, 'supervisor')).toEqual(['escalated']);
    expect(seen(story, 'dispatcher')).toEqual([]);
    expect(seen(story, 'technician')).toEqual([]);
  });

  it('[OVRD-01] the department that is urged: whoever has the order and the desk, until it is taken note of', () => {
    const story = Story.accepted('tietong-fujian-2015', 'fault');
    story.do('2026-03-09 11:00', 'urge.issue', {});
    const phone = (technicianId: string) =>
      openAlerts(board(story), { role: 'technician', technicianId }, beijing('2026-03-09 12:00')).length;
    expect([phone('t1'), phone('t2')]).toEqual([1, 0]);
    expect(seen(story, 'dispatcher')).toEqual(['urged']);
    expect(seen(story, 'csr')).toEqual([]);
    story.do('2026-03-09 11:30', 'urge.ack', {});
    expect([phone('t1'), seen(story, 'dispatcher')]).toEqual([0, []]);
  });

  it('[RESP-01] whoever is asked to take a matter over, and nobody else of that role', () => {
    const story = Story.accepted();
    story.do('2026-03-09 10:00', 'first_ask.hand_over', { to: 'p2' });
    expect(seen(story, 'csr', 'p2')).toEqual(['handed_over']);
    expect(seen(story, 'csr', 'p3')).toEqual([]);
  });
});
