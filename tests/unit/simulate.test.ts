import { describe, expect, it } from 'vitest';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { type HandNow, type JobNow, type Policy, RunningDay } from '#server/simulate/running-day.ts';
import { policies, simulateDay } from '#server/simulate/simulate-day.ts';
import { tallyOf } from '#server/simulate/tally.ts';
import type { Town } from '#server/simulate/town.ts';

const HOUR = 3600;
const standard = resolveStandard('tietong-fujian-2015');
const ask = { seed: 3, technicians: 5, orders: 34, standard, morningTrials: 64, reviewTrials: 16 };
const small = { ...ask, technicians: 3, orders: 11 };

/** One technician, one order at the door, no traffic. */
function hamlet(job: Partial<Town['jobs'][number]>, hand: Partial<Town['hands'][number]> = {}): Town {
  return {
    places: [{ lng: 119.3, lat: 26 }],
    hands: [
      {
        id: 't0',
        home: 0,
        mode: 'ebike',
        skills: ['ftth'],
        area: 'a0',
        shiftStart: 8 * HOUR,
        shiftEnd: 18 * HOUR,
        lostAt: null,
        ...hand,
      },
    ],
    jobs: [
      {
        id: 'o0',
        place: 0,
        knownAt: 0,
        from: 9 * HOUR,
        until: 10 * HOUR,
        class: 'install',
        skill: 'ftth',
        area: 'a0',
        plannedSeconds: 1800,
        trueSeconds: 2400,
        noShow: false,
        cancelledAt: null,
        agrees: true,
        ...job,
      },
    ],
    traffic: () => 1,
  };
}

function lived(town: Town, name = 'first-come'): RunningDay {
  const day = new RunningDay(town);
  day.run(policies[name]!({ ...ask, technicians: 1, orders: 1 }));
  return day;
}

describe('a simulated day', () => {
  it('is the same for the same seed, and counts every order once', () => {
    for (const make of Object.values(policies)) {
      const tally = simulateDay(small, make(small));
      expect(simulateDay(small, make(small))).toEqual(tally);
      expect(tally.kept + tally.keptAgreed + tally.late + tally.unserved).toBe(tally.promised);
    }
  }, 30_000);

  it('waits for the window, works as long as the work takes, and keeps the promise', () => {
    for (const name of Object.keys(policies)) {
      const day = lived(hamlet({}), name);
      expect(day.jobs[0]!.begin).toBe(9 * HOUR);
      expect(day.hands[0]!.lastLeave).toBe(9 * HOUR + 2400);
      expect(tallyOf(day)).toMatchObject({ promised: 1, kept: 1, late: 0, unserved: 0, calls: 0 });
    }
  });

  it('leaves a door that nobody opens after ten minutes', () => {
    expect(lived(hamlet({ noShow: true })).hands[0]!.lastLeave).toBe(9 * HOUR + 600);
  });

  it('does not count what the customer called off, and serves nobody with a technician who is gone', () => {
    expect(tallyOf(lived(hamlet({ cancelledAt: 8.5 * HOUR }))).promised).toBe(0);
    for (const name of Object.keys(policies)) {
      expect(tallyOf(lived(hamlet({}, { lostAt: 8.5 * HOUR }), name))).toMatchObject({
        kept: 0,
        unserved: 1,
      });
    }
  });

  it('hears of an order only when it comes in', () => {
    const seen: number[] = [];
    const watcher: Policy = {
      name: 'watcher',
      review: (day) => {
        if (day.open().length > 0) seen.push(day.now);
      },
      next: (_: RunningDay, __: HandNow): JobNow | null => null,
    };
    new RunningDay(hamlet({ knownAt: 11 * HOUR })).run(watcher);
    expect(seen[0]).toBe(11 * HOUR);
  });

  it('offers a caller the nearest time that can be kept, where that is part of the policy', () => {
    const booked = { from: 13 * HOUR, until: 13.5 * HOUR, plannedSeconds: 2 * HOUR, trueSeconds: 2 * HOUR };
    const [job] = hamlet(booked).jobs;
    const caller = { ...job!, id: 'caller', knownAt: 9 * HOUR };
    const town = { ...hamlet(booked), jobs: [job!, caller] };
    expect(tallyOf(lived(town, 'plan-and-repair'))).toMatchObject({ offered: 0, kept: 1 });
    expect(tallyOf(lived(town, 'offer-and-repair'))).toMatchObject({ offered: 1, kept: 2, changes: 0 });
  });

  it('keeps more promises with less travel when the plan is looked after than when orders are pulled', () => {
    const repaired = simulateDay(ask, policies['plan-and-repair']!(ask));
    const pulled = simulateDay(ask, policies['first-come']!(ask));
    expect(repaired.kept + repaired.keptAgreed).toBeGreaterThan(pulled.kept);
    expect(repaired.travelHours).toBeLessThan(pulled.travelHours);
  }, 30_000);
});
