import { describe, expect, it } from 'vitest';
import { alarmsOf, givenFrom } from '#domain/timer/alarm.ts';
import { ALARM_LEVELS, audienceOf, isTold } from '#domain/timer/audience.ts';
import { TIMER_NAMES } from '#domain/timer/timer.ts';
import { beijing, Story } from '#tests/support/story.ts';

function fault(): Story {
  const story = new Story();
  story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
  return story;
}
const alarmsAt = (story: Story, at: string) => alarmsOf(story.now, story.standard, beijing(at));
const namesAt = (story: Story, at: string) =>
  alarmsAt(story, at).map(({ timer, level }) => `${timer} ${level}`);

describe('alarms', () => {
  it('[DISP-01] stand at the warning and at the limit, and are gone with the act', () => {
    const story = fault();
    const [warning, due] = alarmsAt(story, '2026-03-10 09:00');
    expect(warning).toMatchObject({
      timer: 'T_DISPATCH_FAULT',
      level: 'warning',
      at: beijing('2026-03-10 09:07'),
    });
    expect(due).toMatchObject({ timer: 'T_DISPATCH_FAULT', level: 'due', at: beijing('2026-03-10 09:10') });
    story.do('2026-03-10 09:08', 'order.dispatch', { technicianId: 't1' });
    expect(namesAt(story, '2026-03-10 09:08')).not.toContain('T_DISPATCH_FAULT due');
  });

  it('[ARITH-02] are not given at the limit itself, at which the act is still in time', () => {
    const due = alarmsAt(fault(), '2026-03-10 09:10').find(({ level }) => level === 'due');
    expect(due && givenFrom(due)).toBe(beijing('2026-03-10 09:10') + 1);
  });

  it('are not a warning any more once the limit has passed', () => {
    expect(namesAt(fault(), '2026-03-10 09:11')).not.toContain('T_DISPATCH_FAULT warning');
  });

  it('[ACPT-01] tell the first person of an order that nobody took, and the desk a quarter of an hour later', () => {
    const story = fault();
    story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
    const acceptance = (at: string) =>
      alarmsAt(story, at)
        .filter(({ timer }) => timer === 'T_ACCEPT')
        .map(({ level, at, audience }) => [level, at, audience.roles]);
    const due = ['due', beijing('2026-03-10 09:20'), ['area_lead']];
    expect(acceptance('2026-03-10 09:21')).toEqual([
      due,
      ['escalation', beijing('2026-03-10 09:35'), ['dispatcher']],
    ]);
    story.do('2026-03-10 09:30', 'order.accept', {});
    expect(acceptance('2026-03-10 09:30')).toEqual([due]);
  });

  it('[CHG-08] warn of the end of notice only while a customer is still to be told of a change', () => {
    const story = Story.promised();
    expect(namesAt(story, '2026-03-10 10:00')).not.toContain('T_NOTICE_CLOSE warning');
    story.do('2026-03-10 10:00', 'appointment.change', {
      start: beijing('2026-03-10 17:00'),
      cause: 'company',
      reason: '车辆故障',
      reached: false,
    });
    expect(namesAt(story, '2026-03-10 10:01')).toContain('T_NOTICE_CLOSE warning');
  });
});

describe('who is told', () => {
  it('names nobody who is not a role, and a technician only where somebody has the order', () => {
    const order = fault().now;
    for (const timer of TIMER_NAMES)
      for (const level of ALARM_LEVELS) {
        const { roles, technicianId } = audienceOf(timer, level, order);
        expect(roles).not.toContain('technician');
        expect(technicianId).toBeNull();
      }
  });

  it('tells a technician of the own orders, and lets the desk stand in for an empty seat', () => {
    const audience = { roles: ['technician', 'area_lead'] as const, technicianId: 't1' };
    expect(isTold(audience, { role: 'technician', technicianId: 't1' })).toBe(true);
    expect(isTold(audience, { role: 'technician', technicianId: 't2' })).toBe(false);
    expect(isTold(audience, { role: 'dispatcher' })).toBe(true);
    expect(isTold(audience, { role: 'supervisor' })).toBe(false);
    expect(isTold({ roles: ['branch_manager'], technicianId: null }, { role: 'supervisor' })).toBe(true);
  });
});
