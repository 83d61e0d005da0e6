import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScenario } from '#domain/scenario/run.ts';
import { readScenario } from '#server/cli/read-scenario.ts';

const GOOD = `id: good
standard: tietong-fujian-2015
steps:
  - {at: 2026-03-09 09:00, do: order.intake, order: o1, type: install, area: a1}
  - {at: "2026-03-09 09:05:00", do: order.dispatch, order: o1, technician: t1}
expect:
  timers:
    - {order: o1, timer: T_ACCEPT, state: running, dueLiteral: 2026-03-09 09:20}
`;
const FAILING = GOOD.replace('09:20', '09:21').replace('good', 'failing');
const MISSPELT = GOOD.replace('technician: t1', 'technicain: t1');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  writeFileSync(join(folder, 'good.yaml'), GOOD);
  writeFileSync(join(folder, 'failing.yaml'), FAILING);
  writeFileSync(join(folder, 'misspelt.yaml'), MISSPELT);
});
afterAll(() => rmSync(folder, { recursive: true }));

const compiled = process.env.NODE_COMPILE_CACHE;

function command(env: Record<string, string>, ...names: string[]) {
  const script = join(import.meta.dirname, '../../../server/cli/scenario.ts');
  const run = spawnSync(process.execPath, [script, ...names.map((name) => join(folder, name))], {
    encoding: 'utf8',
    // What the process is compiled to may be kept; nothing else of this environment is handed on.
    env: { ...env, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }) } as NodeJS.ProcessEnv,
  });
  const lines = run.stdout.trim().split('\n').filter(Boolean);
  return { status: run.status, objects: lines.map((line) => JSON.parse(line)) };
}

describe('the scenario command', { timeout: 60_000 }, () => {
  it('prints one object a file in their order and leaves with 2 when one is invalid', () => {
    const { status, objects } = command({}, 'misspelt.yaml', 'failing.yaml', 'good.yaml');
    expect(status).toBe(2);
    expect(objects.map((one) => one.id ?? one.invalid)).toEqual([
      'line 5: Unknown field of order.dispatch "technicain". The nearest known is "technician".',
      'failing',
      'good',
    ]);
    expect(objects[1]).toMatchObject({ pass: false });
    expect(objects[2]).toMatchObject({ pass: true, failures: [], steps: [{ n: 1 }, { n: 2 }] });
  });

  it('leaves with 1 when an expectation fails', () => {
    expect(command({}, 'failing.yaml').status).toBe(1);
  });

  it('[ARITH-01] leaves with 0 when all hold, with the same answer on a machine of any zone', () => {
    const here = command({ TZ: 'UTC' }, 'good.yaml');
    expect(here.status).toBe(0);
    expect(command({ TZ: 'America/Los_Angeles' }, 'good.yaml')).toEqual(here);
    expect(command({ TZ: 'Asia/Urumqi' }, 'good.yaml')).toEqual(here);
    expect(here.objects[0].timers[1].dueLiteral).toBe('2026-03-09T09:20:00+08:00');
  });
});

describe('reading a scenario', () => {
  const invalid = (text: string) => {
    try {
      readScenario(text, 'file');
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return null;
  };

  it('names the line and the nearest known word of an unknown step, value, technician, standard and rule', () => {
    expect(invalid(GOOD.replace('order.dispatch', 'order.dispach'))).toBe(
      'line 5: Unknown step "order.dispach". The nearest known is "order.dispatch".',
    );
    expect(invalid(GOOD.replace('type: install', 'type: instal'))).toContain('line 4: Unknown type "instal"');
    expect(invalid(GOOD.replace('technician: t1', 'technician: t9'))).toContain(
      'line 5: Unknown technician "t9"',
    );
    expect(invalid(GOOD.replace('tietong-fujian-2015', 'tietong'))).toContain('line 2: Unknown standard');
    expect(invalid(GOOD.replace('steps:', 'stepps:'))).toBe(
      'line 3: Unknown field of the scenario "stepps". The nearest known is "steps".',
    );
    expect(invalid(GOOD.replace('T_ACCEPT', 'T_ACEPT'))).toContain('nearest known is "T_ACCEPT"');
  });

  it('refuses a clock that runs backwards, a date that does not exist and a step without its order', () => {
    expect(invalid(GOOD.replace('09:05:00', '08:05:00'))).toContain(
      'line 5: The step order.dispatch goes back in time',
    );
    expect(invalid(GOOD.replace('at: 2026-03-09 09:00', 'at: 2026-02-30 09:00'))).toContain(
      'line 4: at must be a time',
    );
    expect(invalid(GOOD.replace('order: o1, technician', 'technician'))).toContain(
      'line 5: The step order.dispatch needs `order`',
    );
  });

  it('reads times with seconds, quoted or not, with an offset, and 24:00', () => {
    const text = GOOD.replace('at: 2026-03-09 09:00', 'at: 2026-03-09T01:00:00Z').replace(
      'dueLiteral: 2026-03-09 09:20',
      'dueLiteral: "2026-03-09 09:20:00"',
    );
    expect(runScenario(readScenario(text, 'file')).failures).toEqual([]);
    const midnight = runScenario(readScenario(GOOD.replace('2026-03-09 09:20', '2026-03-08 24:00'), 'file'));
    expect(midnight.failures[0]).toContain('expected state "running", dueLiteral 2026-03-09T00:00:00+08:00');
  });
});

describe('an expectation of nothing', () => {
  it('is written as null, as the answers write it', () => {
    const scenario = readScenario(
      `standard: tietong-fujian-2015
steps:
  - {at: 2026-03-09 09:00, do: order.intake, order: o1, type: fault, expect: {verdict: accepted, approver: null}}
expect:
  orders: {o1: {technician: null, appointment: null}}
  timers: [{order: o1, timer: T_FAULT, state: running, breachedAt: null}]
`,
      'nothing',
    );
    expect(runScenario(scenario).failures).toEqual([]);
    const breached = { ...scenario.expect, timers: [{ ...scenario.expect.timers[0]!, breachedAt: 0 }] };
    expect(runScenario({ ...scenario, expect: breached }).pass).toBe(false);
  });
});
