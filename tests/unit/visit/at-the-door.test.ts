import { describe, expect, it } from 'vitest';
import { retryOf } from '#domain/contact/retry.ts';
import { callsOf } from '#domain/order/calls.ts';
import { asksPastHours } from '#domain/visit/decide-past-hours.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

/** A crew at the door on 10 March; the promise is for 16:00. */
function atDoor(arrived: string, type: 'install' | 'fault' = 'install'): Story {
  const story = Story.promised('tietong-fujian-2015', type);
  story.do('2026-03-10 15:00', 'visit.depart', {});
  story.do(`2026-03-10 ${arrived}`, 'visit.arrive', {});
  return story;
}
const refused = (by: 'customer' | 'household', calls = 2) => ({ by, calls, reason: 'not now' });
const negotiations = (story: Story, stamp: string) =>
  callsOf(story.now, story.standard, beijing(stamp)).filter(({ purpose }) => purpose === 'negotiate');

describe('a crew that is not let in', () => {
  it('[TRAV-07] leaves nobody to blame before the promised time; nobody coming back after it misses the promise', () => {
    const story = atDoor('15:10');
    story.do('2026-03-10 15:59:59', 'visit.turned_away', refused('household', 0));
    expect(story.now).toMatchObject({ status: 'appointed', lastCause: null, hold: null, pauses: [] });
    expect(story.now.visits.at(-1)).toMatchObject({
      status: 'aborted_customer',
      turnedAway: { by: 'household', reason: 'not now' },
    });
    expect(negotiations(story, '2026-03-10 17:00')).toEqual([]);
    expect(negotiations(story, '2026-03-10 17:00:01').map(({ alsoCalled }) => alsoCalled[1])).toEqual([
      'CHG-05',
    ]);
  });

  it('[NOAN-05] in time it is the customer’s: waited for with the clock stopped, asked again in two hours', () => {
    const story = atDoor('15:55');
    story.do('2026-03-10 16:00', 'visit.turned_away', refused('customer', 0));
    expect(story.now).toMatchObject({ status: 'on_hold_customer', lastCause: 'customer' });
    expect(story.now.appointments.at(-1)?.outcome).toBe('missed_customer');
    expect(story.now.pauses.at(-1)).toMatchObject({ from: beijing('2026-03-10 16:00'), until: null });
    expect(retryOf(story.now, story.standard, beijing('2026-03-10 17:59:59'))).toBeNull();
    expect(retryOf(story.now, story.standard, beijing('2026-03-10 18:00'))?.rule).toBe('NOAN-05');
    story.do('2026-03-10 18:05', 'contact.attempt', { outcome: 'connected' });
    expect(story.now.status).toBe('accepted');
    expect(story.now.pauses.at(-1)?.until).toBe(beijing('2026-03-10 18:05'));
  });

  it('[NOAN-01] a household’s no is the customer’s after two calls, or once the customer was reached from the door', () => {
    const story = atDoor('15:55');
    expect(said(story.do('2026-03-10 16:01', 'visit.turned_away', refused('household', 1)))).toBe(
      'refused NOAN-01',
    );
    story.do('2026-03-10 16:02', 'contact.attempt', { outcome: 'connected' });
    expect(said(story.do('2026-03-10 16:03', 'visit.turned_away', refused('household', 1)))).toBe('accepted');
    expect(story.now.hold?.reason).toBe('customer_absent');
  });

  it('[CHG-08] a second late it is ours: the clock runs, a new time is asked for at once and is no change', () => {
    const story = atDoor('16:00:01');
    story.do('2026-03-10 16:05', 'visit.turned_away', refused('household', 0));
    expect(story.now).toMatchObject({ status: 'pending_appointment', lastCause: 'company', pauses: [] });
    expect(story.now.appointments.at(-1)?.outcome).toBe('missed_company');
    expect(negotiations(story, '2026-03-10 16:06')).toMatchObject([
      { literal: beijing('2026-03-10 16:05'), usable: beijing('2026-03-10 16:05') },
    ]);
    story.do('2026-03-10 16:10', 'contact.attempt', { outcome: 'connected' });
    expect(negotiations(story, '2026-03-10 16:11')).toHaveLength(1);
    story.do('2026-03-10 16:11', 'appointment.confirm', {
      start: beijing('2026-03-11 10:00'),
      proposedBy: 'customer',
    });
    expect(negotiations(story, '2026-03-10 16:12')).toEqual([]);
    expect(story.now).toMatchObject({ companyChangeCount: 0, appointments: [{}, { change: null }] });
  });

  it('[CHG-05] whose promise had already been missed is never made the customer’s', () => {
    const story = atDoor('15:55');
    story.order = {
      ...story.now,
      appointments: story.now.appointments.map((one) => ({ ...one, outcome: 'missed_company' as const })),
    };
    story.do('2026-03-10 16:01', 'visit.turned_away', refused('customer'));
    expect(story.now).toMatchObject({ status: 'pending_appointment', pauses: [] });
  });
});

describe('a conflict or a gate at the door', () => {
  it('[SITE-26] giving way at the door after the promised time was no visit: nobody was let in', () => {
    const story = atDoor('16:00:01');
    story.do('2026-03-10 16:05', 'visit.safety', { reason: 'threatened' });
    expect(story.now.appointments.at(-1)?.outcome).toBe('missed_company');
  });

  it('[BLOK-01] a gate is asked for its photo even by programs without a camera; the block’s or the gate’s own will do', () => {
    const report = { reason: 'property', department: 'property', expectedReturnDate: '2026-03-11' };
    const warned = (photos?: readonly 'gate'[]) =>
      atDoor('15:55')
        .do('2026-03-10 16:05', 'visit.block', {
          ...report,
          ...(photos
            ? { photos: photos.map((of) => ({ id: `photo-${of}`, hash: 'f'.repeat(64), of })) }
            : {}),
        })
        .verdict.findings.map(({ rule }) => rule);
    expect(warned()).toEqual(['BLOK-01']);
    expect(warned([])).toEqual(['BLOK-01']);
    expect(warned(['gate'])).toEqual([]);
  });

  it('[CHG-01] the gate’s change owes notice to the earlier of both times, and tells that it was short', () => {
    const story = atDoor('15:10');
    story.do('2026-03-10 13:00', 'visit.block', {
      reason: 'property',
      department: 'property',
      expectedReturnDate: '2026-03-10',
    });
    story.do('2026-03-10 13:10', 'coordination.done', {});
    story.do('2026-03-10 13:20', 'appointment.confirm', {
      start: beijing('2026-03-10 14:00'),
      proposedBy: 'customer',
    });
    expect(story.now.appointments.at(-1)?.change).toMatchObject({
      cause: 'third_party',
      counted: true,
      atGate: true,
      noticeLeadMin: 60,
      shortNotice: true,
      approval: null,
    });
  });
});

describe('work that runs past the window', () => {
  const inHome = (standardId?: string) => {
    const story = Story.accepted(standardId);
    story.do('2026-03-09 09:21', 'appointment.confirm', {
      start: beijing('2026-03-09 18:30'),
      proposedBy: 'customer',
    });
    story.do('2026-03-09 18:00', 'visit.depart', {});
    story.do('2026-03-09 18:25', 'visit.arrive', {});
    return story;
  };
  const asked = (story: Story, stamp: string) =>
    asksPastHours(story.now, story.now.visits.at(-1) ?? null, story.standard, beijing(stamp));

  it('[WIN-01] is asked about from the first second after closing, of a crew inside, once', () => {
    const story = inHome();
    expect(asked(story, '2026-03-09 20:30')).toBe(false);
    story.do('2026-03-09 18:30', 'visit.enter', {});
    expect(asked(story, '2026-03-09 20:00')).toBe(false);
    expect(asked(story, '2026-03-09 20:00:01')).toBe(true);
    story.do('2026-03-09 20:01', 'visit.past_hours', { goesOn: true, reason: 'a hard wall' });
    expect(asked(story, '2026-03-09 20:30')).toBe(false);
    expect(story.now.visits.at(-1)?.pastHours).toEqual({
      goesOn: true,
      reason: 'a hard wall',
      at: beijing('2026-03-09 20:01'),
    });
  });

  it('[WIN-02] is not asked about on a line that may be served at any hour', () => {
    const story = inHome();
    story.do('2026-03-09 18:30', 'visit.enter', {});
    story.order = { ...story.now, emergencyLine: true };
    expect(asked(story, '2026-03-09 21:00')).toBe(false);
  });

  it('[WIN-01] a visit that was made is left for another day without blame, and its time is found anew', () => {
    const story = inHome();
    story.do('2026-03-09 18:30', 'visit.enter', {});
    story.do('2026-03-09 20:05', 'visit.past_hours', { goesOn: false, reason: 'the duct is blocked' });
    expect(story.now).toMatchObject({ status: 'pending_appointment', lastCause: null, pauses: [] });
    expect(story.now.visits.at(-1)).toMatchObject({ status: 'left_blocked', pastHours: { goesOn: false } });
    expect(story.now.appointments.at(-1)?.outcome).toBe('kept');
    // half past eight ends the day's calls; at 20:05 one may still ask
    expect(negotiations(story, '2026-03-09 20:06')).toMatchObject([{ usable: beijing('2026-03-09 20:05') }]);
  });
});
