import { describe, expect, it } from 'vitest';
import { workOf } from '#app/calls/work-list.ts';
import { openNumberDoubt } from '#domain/hold/number-doubt.ts';
import { flagsOf } from '#domain/order/flags.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const THIRD = '2026-03-09 14:00';

/** An accepted install whose number proves invalid; nobody was ever reached. */
function story(): Story {
  const told = new Story();
  told.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
  told.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
  told.do('2026-03-09 09:10', 'order.accept', { technicianId: 't1' });
  return told;
}
function doubted(): Story {
  const told = story();
  for (const at of ['2026-03-09 10:00', '2026-03-09 11:00', THIRD])
    told.do(at, 'contact.attempt', { outcome: 'invalid' });
  return told;
}
const mismatch = (told: Story, at: string) =>
  timersOf(told.now, told.standard, beijing(at))
    .filter(({ name }) => name === 'T_MISMATCH')
    .map(({ state, dueLiteral }) => [state, dueLiteral]);

// E-55
describe('[DISP-04] a number that nobody has', () => {
  it('two vain calls to it ask for nothing yet', () => {
    const told = story();
    told.do('2026-03-09 10:00', 'contact.attempt', { outcome: 'invalid' });
    told.do('2026-03-09 10:30', 'contact.attempt', { outcome: 'no_answer' });
    told.do('2026-03-09 11:00', 'contact.attempt', { outcome: 'invalid' });
    expect(told.now.status).toBe('accepted');
    expect(mismatch(told, THIRD)).toEqual([]);
  });

  it('[ARITH-07] with the third the order waits without blame, its clock runs, and the desk has a task with a limit', () => {
    const told = doubted();
    const { now, standard } = told;
    expect(now).toMatchObject({ status: 'on_hold_customer', lastCause: null, pauses: [] });
    expect(mismatch(told, THIRD)).toEqual([['running', beijing('2026-03-10 14:00')]]);
    expect(flagsOf(now, standard, beijing(THIRD))).toEqual(['mismatch']);
    const tasks = workOf(now, beijing(THIRD)).filter(({ group }) => group === 'facts');
    expect(tasks).toMatchObject([
      { timer: 'T_MISMATCH', rule: 'DISP-04', usable: beijing('2026-03-10 14:00') },
    ]);
    // nobody dials an invalid number again by itself
    expect(workOf(now, beijing('2026-03-10 08:30')).filter(({ purpose }) => purpose === 'retry')).toEqual([]);
  });

  it('the right number lets it go on; the same number once more does not', () => {
    const told = doubted();
    told.do('2026-03-09 15:00', 'order.verify', {});
    expect(told.now.status).toBe('on_hold_customer');
    told.do('2026-03-09 15:10', 'order.verify', { fields: ['contactPhone'] });
    expect(told.now).toMatchObject({ status: 'accepted', hold: null });
    expect(mismatch(told, '2026-03-20 09:00')).toEqual([['met', beijing('2026-03-10 14:00')]]);
    told.do('2026-03-09 16:00', 'contact.attempt', { outcome: 'invalid' });
    told.do('2026-03-09 16:05', 'contact.attempt', { outcome: 'invalid' });
    expect(openNumberDoubt(told.now)).toBeNull();
    told.do('2026-03-09 16:10', 'contact.attempt', { outcome: 'invalid' });
    expect(openNumberDoubt(told.now)).toEqual({ since: beijing('2026-03-09 16:10'), settledAt: null });
  });

  it('whose mistake it was is blamed once it is known, and then only', () => {
    for (const [field, causedBy] of [
      ['contactPhone', 'customer'],
      ['phone', 'company'],
    ] as const) {
      const told = doubted();
      told.do('2026-03-09 15:00', 'order.mismatch', { field, causedBy });
      expect(told.now).toMatchObject({ status: 'pending_dispatch', lastCause: causedBy });
      expect(mismatch(told, '2026-03-20 09:00')).toEqual([['met', beijing('2026-03-10 14:00')]]);
    }
  });

  it('reaching the customer after all settles it and ends the wait', () => {
    const told = doubted();
    told.do('2026-03-09 15:00', 'contact.attempt', { outcome: 'connected' });
    expect(told.now.status).toBe('accepted');
    expect(mismatch(told, '2026-03-20 09:00')).toEqual([['met', beijing('2026-03-10 14:00')]]);
  });

  it('[APPT-16] the area lead may review the wait that began by itself; another wait is refused', () => {
    const told = doubted();
    expect(said(told.do('2026-03-09 14:05', 'hold.start', { reason: 'customer_wish' }))).toBe(
      'refused STATE',
    );
    told.do('2026-03-09 14:10', 'contact.attempt', { outcome: 'invalid', channel: 'sms' });
    expect(said(told.do('2026-03-09 14:20', 'hold.start', { reason: 'unreachable' }))).toBe(
      'needs_approval APPT-16',
    );
    expect(told.now.hold).toMatchObject({ since: beijing(THIRD), undecided: true });
  });

  it('a promise that stands is kept: nobody puts the visit off for it, and the desk is told all the same', () => {
    const told = Story.promised();
    for (const at of ['2026-03-09 10:00', '2026-03-09 11:00', THIRD])
      told.do(at, 'contact.attempt', { outcome: 'invalid' });
    expect(told.now.status).toBe('appointed');
    expect(mismatch(told, THIRD)).toEqual([['running', beijing('2026-03-10 14:00')]]);
  });
});
