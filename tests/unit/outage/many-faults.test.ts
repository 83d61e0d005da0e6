import { describe, expect, it } from 'vitest';
import { parseScenario } from '#domain/scenario/parse-scenario.ts';
import { runScenario } from '#domain/scenario/run.ts';

const COUNT = 200;
/** 200 reports in 20 minutes, six seconds apart from 09:00 on. */
const stamp = (n: number) => {
  const seconds = n * 6;
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-03-09 09:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};
const orders = Array.from({ length: COUNT }, (_, n) => `o${n}`);

describe('two hundred faults of one estate', () => {
  // E-88
  it('[OUTG-01] [OUTG-02] [INTK-07] are one outage: no truck to any line, and a clock of its own for each', () => {
    const intake = (order: string, n: number) => ({
      at: stamp(n),
      do: 'order.intake',
      order,
      type: 'fault',
      area: 'a1',
    });
    const result = runScenario(
      parseScenario(
        {
          id: 'OUTG-01-two-hundred',
          title: 'two hundred',
          standard: 'tietong-fujian-2015',
          steps: [
            ...orders.slice(0, 3).map(intake),
            { at: stamp(2), do: 'outage.open', outage: 'x1', area: 'a1', orders: orders.slice(0, 3) },
            ...orders.slice(3).map((order, n) => intake(order, n + 3)),
            ...orders.map((order) => ({
              at: '2026-03-09 09:25',
              do: 'order.dispatch',
              order,
              technician: 't1',
            })),
          ],
        },
        'OUTG-01-two-hundred',
      ),
    );
    const intakes = result.steps.filter((step) => step.do === 'order.intake');
    expect(intakes[2]?.warnings).toContain('OUTG-01');
    expect(intakes.slice(3).every(({ warnings }) => warnings.includes('INTK-07'))).toBe(true);
    const dispatches = result.steps.filter((step) => step.do === 'order.dispatch');
    expect(dispatches).toHaveLength(COUNT);
    for (const { verdict, rules } of dispatches) expect([verdict, rules]).toEqual(['refused', ['OUTG-01']]);
    const lines = [...result.stage.orders.values()];
    expect(result.stage.outages.map(({ id }) => id)).toEqual(['x1']);
    expect(lines.filter(({ outageId, visits }) => outageId === 'x1' && visits.length === 0)).toHaveLength(
      COUNT,
    );
    const clocks = result.timers.filter(({ name }) => name === 'T_FAULT');
    expect(clocks.map(({ order, state, dueLiteral }) => [order, state, dueLiteral])).toEqual(
      lines.map(({ id, intakeAt }) => [id, 'running', intakeAt + 24 * 3_600_000]),
    );
  });
});
