import { cpus, loadavg } from 'node:os';
import { cpuUsage } from 'node:process';
import { seededRandom } from '#domain/base/random.ts';
import type { Order } from '#domain/order/order.ts';
import { AreaExpectations } from '#domain/scheduling/expected-area.ts';
import { troublesOf } from '#domain/scheduling/ripple.ts';
import { localDate, MINUTE } from '#domain/time/zone.ts';
import { DayFooting } from '#server/services/plan/day-footing.ts';
import { type PresentArea, readyFor } from '#server/services/plan/present-area.ts';
import { repairOptions } from '#server/services/plan/repair-options.ts';
import { consoleDay } from '#tests/support/console-day.ts';
import { Story } from '#tests/support/story.ts';

const AREA = {
  id: 'gulou',
  name: '鼓楼',
  region: 'urban',
  polygon: null,
  leadTechnicianId: null,
  standardId: 'tietong-fujian-2015',
} as const;

/**
 * From a technician's word that he is half an hour late to who will be late for it and what can be done:
 * `npm run bench -- ripple`. One area of 150 technicians and 1 000 orders, every visit promised; milliseconds of processor time.
 */
export function benchRipple(): void {
  const { technicians, visits, pool, at } = consoleDay({
    technicians: 150,
    orders: 1000,
    random: seededRandom(1),
  });
  const [given] = Story.promised().now.appointments;
  const promised = (order: Order): Order => ({
    ...order,
    status: 'appointed',
    appointments: [{ ...given!, start: order.planned!.start, end: order.planned!.start + 15 * MINUTE }],
  });
  const before = new Map([...visits.values()].flat().map((order) => [order.id, promised(order)]));
  for (const order of pool) before.set(order.id, order);
  const expectations = new AreaExpectations();
  const ground = { area: AREA, technicians, positionOf: () => undefined, now: at - 60 * MINUTE };
  const times = {
    all: [] as number[],
    event: [] as number[],
    built: [] as number[],
    first: [] as number[],
    options: [] as number[],
  };
  let troubles = 0;
  let offered = 0;
  for (let round = 0; round < 12; round++) {
    const orders = new Map(before);
    timed(times.all, () => new AreaExpectations().of({ ...ground, orders: orders.values() }));
    expectations.of({ ...ground, orders: orders.values() });
    const next = [...visits.get(technicians[round * 11]!.id)!].map(({ id }) => orders.get(id)!);
    const late = next.find(({ planned }) => planned!.start > ground.now)!;
    const [promise] = late.appointments;
    const lateness = {
      declaredAt: ground.now,
      eta: late.planned!.start + 45 * MINUTE,
      reason: '',
      contactedAt: ground.now,
    };
    orders.set(late.id, { ...late, appointments: [{ ...promise!, lateness }] });
    const expected = timed(times.event, () => expectations.of({ ...ground, orders: orders.values() }));
    const all = [...orders.values()];
    const work = { area: AREA, technicians, positions: [], outages: [], orders: all };
    const footing = DayFooting.under(AREA, localDate(ground.now, 'Asia/Shanghai'));
    timed(times.built, () => readyFor({ ...work, orders: [...before.values()] }, footing, ground.now));
    const [first, ...others] = troublesOf(expected, all).slice(0, 3);
    let present: PresentArea | undefined;
    const ask = (order: Order) => {
      troubles++;
      const options = repairOptions(present!, order);
      if ((options?.options.length ?? 0) > 0) offered++;
    };
    timed(times.first, () => {
      present = { seq: 1, work, footing, ...readyFor(work, footing, ground.now) };
      if (first) ask(first.order);
    });
    for (const { order } of others) timed(times.options, () => ask(order));
  }
  process.stdout.write(
    [
      `150 technicians, 1 000 orders; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; milliseconds of processor time.`,
      '',
      '| | p50 | p95 | longest |',
      '|---|--:|--:|--:|',
      row('every day of the area predicted', times.all),
      row('an event: the one day predicted anew', times.event),
      row('the area made ready for questions, once a day', times.built),
      row('an event: the area brought up to it, with all ways out of the first late visit', times.first),
      row('all ways out of another late visit', times.options),
      '',
      `${troubles} visits asked about, ${offered} with ways out.`,
      '',
    ].join('\n'),
  );
}

function timed<T>(into: number[], work: () => T): T {
  const began = cpuUsage();
  const result = work();
  const { user, system } = cpuUsage(began);
  into.push((user + system) / 1000);
  return result;
}

function row(name: string, list: readonly number[]): string {
  const sorted = [...list].sort((a, b) => a - b);
  const share = (of: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0).toFixed(1);
  return `| ${name} | ${share(0.5)} | ${share(0.95)} | ${share(1)} |`;
}
