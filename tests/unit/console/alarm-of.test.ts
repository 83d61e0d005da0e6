import { describe, expect, it } from 'vitest';
import { alarmOf } from '#app/dispatch/alarm/alarm-of.ts';
import type { OpenNotice } from '#app/notices/open-notices.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';

function open(id: string, level: TimerNotice['level']): OpenNotice {
  const notice: TimerNotice = {
    id,
    orderId: 'o1',
    areaId: 'gulou',
    raisedAt: 0,
    rule: 'CALL-01',
    timer: 'T_CONTACT_INSTALL',
    level,
    audience: { roles: ['dispatcher'], technicianId: null },
    at: 0,
    dueLiteral: 0,
    dueEffective: 0,
    startedAt: 0,
  };
  return { notice, order: null, about: null, over: level !== 'warning', who: null };
}

describe('the sound for what needs acting on', () => {
  it('is none while nothing has come that was not there before', () => {
    expect(alarmOf(new Set(), [])).toBeNull();
    expect(alarmOf(new Set(['a']), [open('a', 'due')])).toBeNull();
  });

  it('is the quiet one for warnings', () => {
    expect(alarmOf(new Set(['a']), [open('a', 'due'), open('b', 'warning')])).toBe('soon');
  });

  it('is the loud one as soon as one of the new ones is overdue', () => {
    expect(alarmOf(new Set(), [open('a', 'warning'), open('b', 'due')])).toBe('due');
  });
});
