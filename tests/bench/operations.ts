import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Visit } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf } from '#domain/scheduling/read-plan.ts';
import { repair } from '#domain/scheduling/repair.ts';
import { offerSlots } from '#domain/scheduling/slots.ts';
import { explain } from '#domain/scheduling/smallest-repair.ts';
import { cityDay } from './city-day.ts';
import { timeReplanning } from './replanning.ts';

interface Timed {
  readonly operation: string;
  readonly measured: string;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function timeEach<T>(items: readonly T[], work: (item: T) => void): number[] {
  return items.map((item) => {
    const started = process.cpuUsage();
    work(item);
    return millisecondsSince(started);
  });
}

/** Processor time, which other work on the machine lengthens less than the clock's. */
function millisecondsSince(usage: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1000;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Times the operations of the scheduler on a day of 1 000 visits and 150 technicians, in processor time. */
export function timeOperations(): readonly Timed[] {
  const rows: Timed[] = [];
  const note = (operation: string, measured: string): void => {
    rows.push({ operation, measured });
  };
  const problem = cityDay(1, 150, 1000);
  const started = process.cpuUsage();
  const first = planDay(problem, { seed: 1, from: 'empty', budget: { iterations: 1 } });
  note('first complete plan', `${ms(millisecondsSince(started))}, ${first.plan.unserved.length} unserved`);
  const { plan } = planDay(problem, { seed: 1, from: 'empty', budget: { iterations: 30_000 } });
  note('unserved after 30 000 trials', String(plan.unserved.length));

  const building = process.cpuUsage();
  const resident = new ResidentPlan(problem, ordersOf(plan));
  note('resident plan built', ms(millisecondsSince(building)));
  const urgent = problem.visits.slice(0, 300).map((visit, i): Visit => {
    return {
      ...visit,
      id: `urgent ${i}`,
      class: 'emergency',
      window: { kind: 'open', release: 0, deadline: 80_000 },
    };
  });
  timeEach(urgent.slice(0, 50), (visit) => resident.insert(visit));
  const inserted = timeEach(urgent, (visit) => resident.insert(visit));
  note(
    'urgent order, ranked technicians',
    `p50 ${ms(percentile(inserted, 0.5))}, p95 ${ms(percentile(inserted, 0.95))}, p99 ${ms(percentile(inserted, 0.99))}`,
  );
  const dragged = timeEach(problem.visits.slice(0, 300), (visit) => resident.insert(visit));
  note(
    'drag start, every technician',
    `p50 ${ms(percentile(dragged, 0.5))}, p95 ${ms(percentile(dragged, 0.95))}`,
  );
  const slots = { from: 28_800, until: 68_400, everySeconds: 3600, lengthSeconds: 3600 };
  const offered = timeEach(urgent.slice(0, 30), (visit) => offerSlots(resident, visit, slots));
  note('twelve slots', `p95 ${ms(percentile(offered, 0.95))}`);
  const hard = urgent.slice(0, 20).map((visit): Visit => ({ ...visit, durationSeconds: 9 * 3600 }));
  note(
    'explain with repair',
    `p95 ${ms(
      percentile(
        timeEach(hard, (visit) => explain(resident, visit)),
        0.95,
      ),
    )}`,
  );
  const rules = {
    noticeSeconds: 7200,
    latenessWithinSeconds: 7200,
    latenessMostSeconds: 3600,
    slotSeconds: 1800,
    offers: 3,
  };
  const late = timeEach(['t1', 't2', 't3', 't4', 't5'], (technician) =>
    repair(resident, { kind: 'late', technician, freeFrom: 12 * 3600 }, rules),
  );
  note('repair of a late technician', `max ${ms(Math.max(...late))}`);
  // Before the replanning, which holds three towns with their plans at once.
  note('peak memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  rows.push(...timeReplanning());
  return rows;
}
