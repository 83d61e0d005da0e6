import { describe, expect, it } from 'vitest';
import { checklistAt } from '#domain/checklist/checklists.ts';
import type { KpiInput } from '#domain/kpi/figure.ts';
import { figuresOf } from '#domain/kpi/kpis.ts';
import { kpiReport } from '#domain/kpi/report.ts';
import type { Order } from '#domain/order/order.ts';
import { CUSTOMER_CLASSES, REGIONS, type Region } from '#domain/order/order-type.ts';
import { homeTasks } from '#domain/readiness/home-tasks.ts';
import { dayProblem } from '#domain/scheduling/day-problem.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { takeIn } from '#server/services/order/take-in.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

/** An order as the indicators see it at an instant. */
function facts(story: Story, at: string, order: Order = story.now): KpiInput {
  const now = beijing(at);
  const { standard } = story;
  return { now, cutovers: [], orders: [{ order, standard, timers: timersOf(order, standard, now) }] };
}

/** A fault restored eight hours after it was dispatched. */
function restored(): Story {
  const story = Story.promised('tietong-fujian-2015', 'fault');
  story.do('2026-03-10 15:30', 'visit.depart', {});
  story.do('2026-03-10 15:50', 'visit.arrive', {});
  story.do('2026-03-10 15:55', 'visit.enter', {});
  story.do('2026-03-10 16:00', 'visit.work', {});
  story.do('2026-03-10 16:10', 'visit.activate', {});
  return story;
}

describe('the stages of an installation', () => {
  it('[TYPE-02] are read, prepare, cable, light, visit, demonstrate, and the control of the order', () => {
    const story = Story.accepted();
    const before = checklistAt('departure', story.standard.id).map(({ id }) => id);
    expect(before).toEqual(expect.arrayContaining(['site_facts', 'tools_and_spares']));
    expect(homeTasks(story.now)).toEqual(['lead_in', 'terminal', 'activation', 'guidance']);
    const timers = timersOf(story.now, story.standard, beijing('2026-03-09 10:00'));
    expect(timers.find(({ name }) => name === 'T_INSTALL')?.state).toBe('running');
  });
});

describe('the class of a customer', () => {
  const classOf = (customerClass: Order['customerClass']) => {
    const place = { point: { lng: 119.3, lat: 26.1 }, precision: 'rooftop', uncertaintyM: 50 } as const;
    const story = Story.accepted();
    const order = { ...story.now, place, customerClass };
    const now = beijing('2026-03-10 07:00');
    const ask = { date: '2026-03-10', now, technicians: [technician], orders: [order] };
    return dayProblem({ ...ask, standard: story.standard }).problem.visits[0]?.class;
  };

  it('[CUST-01] sets who is served first', () => {
    expect(classOf('important')).toBe('important');
    expect(classOf('vip')).toBe('important');
    expect(classOf('public')).toBe('install');
  });

  it('[CUST-01] leaves nobody out of a figure', () => {
    const story = restored();
    for (const customerClass of CUSTOMER_CLASSES)
      expect(
        figuresOf(facts(story, '2026-03-11 00:00', { ...story.now, customerClass }))['KPI-10'],
        customerClass,
      ).toMatchObject({ denominator: 1, excluded: 0 });
  });
});

describe('the class of a region', () => {
  it('[REGN-01] is the area’s, and an order there has it', () => {
    for (const region of REGIONS) {
      const area = {
        id: 'a1',
        name: '鼓岭片区',
        region,
        polygon: null,
        leadTechnicianId: null,
        standardId: 'tietong-fujian-2015',
      };
      const { taken } = takeIn(
        { orderId: 'o1', number: '1', areaId: 'a1', type: 'fault' },
        area,
        { id: 'p', role: 'csr', areaIds: null },
        beijing('2026-03-09 09:00'),
      );
      expect(taken?.order.region).toBe(region);
    }
  });

  const story = restored();
  const MARCH = { from: beijing('2026-03-01 00:00'), to: beijing('2026-04-01 00:00') };
  const inRegion = (region: Region) => {
    const now = facts(story, '2026-03-11 00:00', { ...story.now, region });
    const views = { atStart: { ...now, orders: [] }, atClose: now, now };
    return kpiReport(views, MARCH, 'region')[0];
  };

  it('[REGN-02] the average time of a fault has 24 hours in town and township, 48 in a village', () => {
    const target = (region: Region) => inRegion(region)?.figures.find(({ id }) => id === 'KPI-10')?.targets;
    expect([target('urban'), target('township'), target('village')]).toEqual([[24], [24], [48]]);
    const others = (region: Region) =>
      inRegion(region)?.figures.flatMap(({ id, targets }) => (id === 'KPI-10' ? [] : [{ id, targets }]));
    expect(others('village')).toEqual(others('urban'));
    expect(others('village')).toContainEqual({ id: 'KPI-11', targets: [90, 95] });
  });

  it('[NFR-02] the regular evaluation has figure and target side by side', () => {
    const figure = inRegion('village')?.figures.find(({ id }) => id === 'KPI-10');
    expect(figure).toMatchObject({ denominator: 1, unit: 'hours', targets: [48] });
    expect(figure?.value).toBeGreaterThan(0);
  });
});
