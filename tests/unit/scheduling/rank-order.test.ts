import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { dayProblem, planRules } from '#domain/scheduling/day-problem.ts';
import { worthTelling } from '#domain/scheduling/improve.ts';
import { type RankVector, rankNames } from '#domain/scheduling/model.ts';
import { compareRanks } from '#domain/scheduling/objective.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { parametersOf, resolveStandard, STANDARD_IDS } from '#domain/standard/catalogue.ts';
import type { PlanRank } from '#domain/standard/parameter.ts';
import { amendStandard, type ResolvedStandard } from '#domain/standard/resolve.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const usual = resolveStandard('tietong-fujian-2015');
const STEADY: readonly PlanRank[] = ['unserved', 'promises', 'deadlines', 'calls', 'stability', 'travel'];
/** A standard that would rather drive than give a visit to somebody else. */
const steady = amendStandard(usual, 'plan.rankOrder', STEADY);

const ranks = (fields: Partial<RankVector>): RankVector => ({
  unserved: [0],
  promises: [0, 0],
  deadlines: [0, 0],
  calls: [0],
  travel: [1000],
  comfort: [0, 0, 0],
  stability: [0, 0],
  ...fields,
});

describe('[SCHD-01] the order of the ranks', () => {
  it('is a value of every standard, our own choice until somebody amends it', () => {
    for (const id of STANDARD_IDS) {
      expect(parametersOf(id)).toContain('plan.rankOrder');
      expect(planRules(resolveStandard(id)).rankOrder).toEqual(rankNames);
    }
    expect(usual.origin('plan.rankOrder')).toMatchObject({ clause: null, rule: 'SCHD-01' });
  });

  it('of an amended standard compares plans otherwise, those that it does not name last', () => {
    const shorter = ranks({ travel: [800], stability: [1, 0] });
    expect(compareRanks(shorter, ranks({}), planRules(usual))).toBeLessThan(0);
    expect(compareRanks(shorter, ranks({}), planRules(steady))).toBeGreaterThan(0);
    expect(planRules(steady).rankOrder).toEqual([...STEADY, 'comfort']);
  });

  it('decides what is worth telling', () => {
    const shorter = ranks({ travel: [800], stability: [1, 0] });
    const calmer = ranks({ travel: [1200], stability: [0, 1] });
    expect(worthTelling(ranks({}), shorter, planRules(usual))).toBe('travel');
    expect(worthTelling(ranks({}), shorter, planRules(steady))).toBeNull();
    expect(worthTelling(ranks({ stability: [1, 1] }), calmer, planRules(usual))).toBeNull();
    expect(worthTelling(ranks({ stability: [1, 1] }), calmer, planRules(steady))).toBe('stability');
    const oneEstate = ranks({ travel: [1200], comfort: [0, 0, 0] });
    const homely = amendStandard(usual, 'plan.rankOrder', ['unserved', 'promises', 'comfort', 'travel']);
    expect(worthTelling(ranks({ comfort: [1, 0, 0] }), oneEstate, planRules(homely))).toBe('comfort');
  });

  it('[SCHD-03] decides what a plan pays for: the visit next door to a colleague is given away or kept', () => {
    const near = { lng: 119.3, lat: 26.08 };
    const far = { lng: 119.36, lat: 26.08 };
    const order: Order = {
      ...Story.accepted().now,
      place: { point: far, precision: 'rooftop', uncertaintyM: 0 },
      planned: {
        technicianId: 't1',
        start: beijing('2026-03-10 10:00'),
        end: beijing('2026-03-10 11:00'),
        travelSeconds: 0,
        travelMetres: 0,
      },
    };
    const whoGoes = (standard: ResolvedStandard) => {
      const { problem } = dayProblem({
        date: '2026-03-10',
        now: beijing('2026-03-10 09:00'),
        technicians: [
          { ...technician, home: near },
          { ...technician, id: 't2', home: far },
        ],
        orders: [order],
        standard,
      });
      const { plan } = planDay(problem, { seed: 1, budget: { iterations: 50 }, from: 'published' });
      return plan.routes.find(({ stops }) => stops.length > 0)?.technician;
    };
    expect(whoGoes(usual)).toBe('t2');
    expect(whoGoes(steady)).toBe('t1');
    expect(whoGoes(amendStandard(usual, 'plan.keepTechnicianMin', 240))).toBe('t1');
  });
});
