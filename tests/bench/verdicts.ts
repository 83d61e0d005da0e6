import { cpuUsage, stdout } from 'node:process';
import type { DayGround } from '#app/dispatch/drag/target-verdict.ts';
import { judgeTarget, rankTargets } from '#app/dispatch/drag/target-verdict.ts';
import { warmingLifts } from '#app/dispatch/drag/warming.ts';
import { seededRandom } from '#domain/base/random.ts';
import { consoleDay } from '#tests/support/console-day.ts';

const ROUNDS = 30;

/**
 * Milliseconds of processor time, whatever else the machine does, to judge every technician as a place for one order and for ten, 500
 * technicians × 3 000 orders: `npm run bench -- verdicts`. What the page judges before the first lift is not counted.
 */
export function benchVerdicts(): void {
  const day = consoleDay({ technicians: 500, orders: 3000, random: seededRandom(7) });
  const ground: DayGround = day.ground;
  // The page does the same in its first idle moments.
  for (const lift of warmingLifts(day.pool)) rankTargets(lift, day.technicians, ground);
  for (const count of [1, 10]) {
    const times: number[] = [];
    const outcomes = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const lifted = day.pool.slice(round, round + count);
      // Nobody lifts twice at one moment: what was worked out for the last one's must not help the next.
      const lifting = { ...ground, now: ground.now + (round + 1) * 1000 };
      const began = cpuUsage();
      const ranked = rankTargets(lifted, day.technicians, lifting);
      times.push(spentSince(began));
      for (const { outcome } of ranked) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    print(`${count} lifted, all ${day.technicians.length} technicians`, times);
    stdout.write(`  outcomes ${JSON.stringify([...outcomes])}\n`);
  }
  const [order] = day.pool;
  const times = day.technicians.slice(0, 200).map((technician) => {
    const began = cpuUsage();
    judgeTarget([order!], technician, ground, day.at);
    return spentSince(began);
  });
  print('one row at one time', times);
}

function spentSince(began: NodeJS.CpuUsage): number {
  const { user, system } = cpuUsage(began);
  return (user + system) / 1000;
}

function print(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  stdout.write(
    `${name}: p50 ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms, longest ${at(1).toFixed(2)} ms\n`,
  );
}
