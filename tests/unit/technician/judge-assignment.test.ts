import { describe, expect, it } from 'vitest';
import type { Booking } from '#domain/order/decision.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

function judge(
  who: Partial<Technician>,
  slot: readonly [string, string] | null = null,
  bookings: readonly Booking[] = [],
  story = Story.accepted(),
  now = '2026-03-09 10:00',
) {
  return judgeAssignment({
    order: story.now,
    technician: { ...technician, ...who },
    slot: slot && { start: beijing(slot[0]), end: beijing(slot[1]) },
    bookings,
    standard: story.standard,
    now: beijing(now),
  }).map(({ kind, rule }) => `${kind} ${rule}`);
}
const booked = (start: string, end: string, promised: boolean): Booking => ({
  orderId: 'o2',
  start: beijing(start),
  end: beijing(end),
  promised,
});
const SLOT = ['2026-03-10 10:00', '2026-03-10 11:30'] as const;

describe('judgeAssignment', () => {
  it('[DISP-07] a certificate is good on its last day and not on the next', () => {
    expect(judge({ certifiedUntil: '2026-03-10' }, SLOT)).toEqual([]);
    expect(judge({ certifiedUntil: '2026-03-09' }, SLOT)).toEqual(['approval DISP-07']);
    expect(judge({ certifiedUntil: null }, SLOT)).toEqual(['approval DISP-07']);
  });

  it('[SKIL-03] knowledge is what the certificate stands for: skills without it ask for a colleague', () => {
    const skills = [...technician.skills];
    expect(judge({ skills, certifiedUntil: null }, SLOT)).toEqual(['approval DISP-07']);
    expect(judge({ skills, certifiedUntil: '2026-12-31' }, SLOT)).toEqual([]);
  });

  it('[DISP-07] the skill of the access type is needed', () => {
    expect(judge({ skills: ['lan', 'xdsl'] }, SLOT)).toEqual(['approval DISP-07']);
  });

  it('[DISP-08] touching visits do not overlap; a promised one in the way asks, another only warns', () => {
    expect(judge({}, SLOT, [booked('2026-03-10 11:30', '2026-03-10 12:00', true)])).toEqual([]);
    expect(judge({}, SLOT, [booked('2026-03-10 11:29', '2026-03-10 12:00', true)])).toEqual([
      'approval DISP-08',
    ]);
    expect(judge({}, SLOT, [booked('2026-03-10 11:29', '2026-03-10 12:00', false)])).toEqual([
      'warning DISP-08',
    ]);
  });

  it('[DISP-09] the technician belongs to the order’s area', () => {
    expect(judge({ areaId: 'a2' })).toEqual(['block DISP-09']);
  });

  it('[APPT-10] [WIN-01] a planned visit starts inside the window and ends by its close', () => {
    expect(judge({}, ['2026-03-10 07:59', '2026-03-10 09:00'])).toContain('block APPT-10');
    expect(judge({}, ['2026-03-10 18:30', '2026-03-10 20:00'])).toEqual([]);
    expect(judge({}, ['2026-03-10 18:31', '2026-03-10 20:01'])).toContain('block WIN-01');
  });

  it('[SCHD-08] outside the shift is pointed out', () => {
    expect(judge({ shift: { start: '11:00', end: '20:00' } }, SLOT)).toEqual(['warning SCHD-08']);
  });

  it('[SCHD-10] a plan never moves a promised time', () => {
    const story = Story.promised();
    expect(judge({}, ['2026-03-10 16:00', '2026-03-10 17:30'], [], story)).toEqual([]);
    expect(judge({}, ['2026-03-10 16:01', '2026-03-10 17:31'], [], story)).toEqual(['block SCHD-10']);
  });

  it('[CHG-07] a swap inside two hours needs the newcomer’s acceptance', () => {
    const story = Story.promised();
    expect(judge({ id: 't2' }, null, [], story, '2026-03-10 14:00:00')).toEqual([]);
    expect(judge({ id: 't2' }, null, [], story, '2026-03-10 14:00:01')).toEqual(['warning CHG-07']);
  });
});
