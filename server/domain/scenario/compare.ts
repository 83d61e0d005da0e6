import type { Figure } from '../kpi/figure.ts';
import type { Call } from '../order/calls.ts';
import { ALSO_CALLED, callsOf } from '../order/calls.ts';
import { flagsOf } from '../order/flags.ts';
import type { Order } from '../order/order.ts';
import { isoInZone } from '../time/zone.ts';
import type { StepResult, TimerOf } from './run.ts';
import type {
  CallExpectation,
  Expectation,
  OrderExpectation,
  StepExpectation,
  TimerExpectation,
} from './scenario.ts';
import { shownPromise, statusWords } from './shown-order.ts';
import type { Stage } from './stage.ts';
import { standardOf } from './stage.ts';

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));
const list = (ids: readonly string[]) => `[${ids.join(', ')}]`;

/** What a step brought that was not expected. `warnings` is a subset test, `rules` a set. */
export function stepFailures(result: StepResult, expect: StepExpectation | null): readonly string[] {
  if (!expect) return [];
  const failures: string[] = [];
  const where = `step ${result.n} ${result.do}`;
  if (expect.verdict !== undefined && expect.verdict !== result.verdict)
    failures.push(`${where}: verdict ${result.verdict} ${list(result.rules)}, expected ${expect.verdict}`);
  if (expect.rules !== undefined && !same(expect.rules, result.rules))
    failures.push(`${where}: rules ${list(result.rules)}, expected ${list(expect.rules)}`);
  const missing = (expect.warnings ?? []).filter((one) => !result.warnings.includes(one));
  if (missing.length > 0) failures.push(`${where}: warnings ${list(result.warnings)} lack ${list(missing)}`);
  if (expect.approver !== undefined && expect.approver !== result.approver)
    failures.push(`${where}: approver ${result.approver}, expected ${expect.approver}`);
  return failures;
}

/** What stands at the end that was not expected. */
export function failuresOf(
  expect: Expectation,
  stage: Stage,
  timers: readonly TimerOf[],
  kpis: Readonly<Record<string, Figure>>,
): readonly string[] {
  return [
    ...Object.entries(expect.orders).flatMap(([id, one]) => orderFailures(id, one, stage)),
    ...expect.timers.flatMap((one) => timerFailures(one, timers, stage)),
    ...Object.entries(expect.kpis).flatMap(([id, one]) => kpiFailures(id, one, kpis[id])),
    ...expect.calls.flatMap((one) => callFailures(one, [...callsOn(stage), ...noticesAhead(timers)], stage)),
  ];
}

function orderFailures(id: string, expect: OrderExpectation, stage: Stage): readonly string[] {
  const order = stage.orders.get(id);
  if (!order) return [`order ${id}: was never taken in`];
  const failures: string[] = [];
  const check = (name: string, got: unknown, wanted: unknown) => {
    if (wanted !== undefined && got !== wanted)
      failures.push(
        `order ${id}: ${name} ${shown(got, name, stage)}, expected ${shown(wanted, name, stage)}`,
      );
  };
  if (!statusWords(order, stage.outages).some((word) => word === expect.status))
    check('status', order.status, expect.status);
  check('companyChangeCount', order.companyChangeCount, expect.companyChangeCount);
  check('technician', order.technicianId, expect.technician);
  if (expect.cause !== undefined && !causesOf(order).includes(expect.cause))
    check('cause', order.lastCause, expect.cause);
  const standard = standardOf(stage, id);
  const flags = flagsOf(order, standard, stage.now);
  const lacking = (expect.flags ?? []).filter(
    (flag) => !(flags as readonly string[]).includes(FLAG_WORDS[flag] ?? flag),
  );
  if (lacking.length > 0) failures.push(`order ${id}: flags ${list(flags)} lack ${list(lacking)}`);
  const promise = shownPromise(order, standard, stage.now);
  if (expect.appointment === null) check('appointment', promise, null);
  else if (expect.appointment !== undefined) {
    check('appointment.start', promise?.start, expect.appointment.start);
    check('appointment.end', promise?.end, expect.appointment.end);
    check('appointment.outcome', promise?.outcome, expect.appointment.outcome);
    check('appointment.version', promise?.version, expect.appointment.version);
  }
  return failures;
}

/** Flags that the catalogue names by the field they are read from (§22.1). */
const FLAG_WORDS: Readonly<Record<string, string>> = {
  falseReceiptCount: 'falseReceipt',
  outageId: 'outage',
};

/** A cause is that of the last change or miss, or the side a fault was attributed to (CHG-04, ATTR-01). */
function causesOf(order: Order): readonly (string | null)[] {
  return order.cause ? [order.lastCause, order.cause.side] : [order.lastCause];
}

function timerFailures(
  expect: TimerExpectation,
  timers: readonly TimerOf[],
  stage: Stage,
): readonly string[] {
  const { order, timer, ...rest } = expect;
  const wanted = Object.entries(rest).filter(([, value]) => value !== undefined);
  const armed = timers.filter((one) => one.order === order && one.name === timer);
  const held = (one: TimerOf) =>
    wanted.every(([key, value]) => (one as unknown as Record<string, unknown>)[key] === value);
  if (armed.some(held)) return [];
  const got = armed.map((one) =>
    wanted.map(([key]) => `${key} ${shown((one as never)[key], key, stage)}`).join(', '),
  );
  const asked = wanted.map(([key, value]) => `${key} ${shown(value, key, stage)}`).join(', ');
  return [`timer ${timer} of ${order}: ${got.join(' | ') || 'not armed'}, expected ${asked || 'armed'}`];
}

/** Rates and averages are compared to six digits, or to those written when a rate is given with at least two. */
function kpiFailures(
  id: string,
  expect: Readonly<Record<string, number | null>>,
  got: Figure | undefined,
): readonly string[] {
  return Object.entries(expect).flatMap(([key, wanted]) => {
    const value = got ? got[key as keyof Figure] : undefined;
    const equal =
      value === wanted ||
      (typeof value === 'number' && wanted !== null && Math.abs(value - wanted) < closeness(wanted));
    return equal ? [] : [`${id}: ${key} ${String(value)}, expected ${String(wanted)}`];
  });
}

function closeness(wanted: number): number {
  const digits = String(wanted).split('.')[1]?.length ?? 0;
  return digits < 2 ? 5e-7 : Math.max(5e-7, 0.5 * 10 ** -digits + 1e-9);
}

/** Every call still to be made at the end. */
export function callsOn(stage: Stage): readonly Call[] {
  return [...stage.orders].flatMap(([id, order]) => callsOf(order, standardOf(stage, id), stage.now));
}

/**
 * The notice that a change of a standing promise would need (CHG-01): nobody must be called while nothing changes, but a story may ask
 * by when it would be.
 */
function noticesAhead(timers: readonly TimerOf[]): readonly Call[] {
  return timers
    .filter(({ name, state }) => name === 'T_NOTICE_CLOSE' && state === 'running')
    .map(({ order, name, rule, dueLiteral, dueEffective }) => ({
      orderId: order,
      purpose: 'change_notice',
      literal: dueLiteral,
      usable: dueEffective,
      alsoCalled: [name, rule, ...ALSO_CALLED.change_notice],
    }));
}

function callFailures(expect: CallExpectation, calls: readonly Call[], stage: Stage): readonly string[] {
  const held = (call: Call) =>
    (expect.order === undefined || expect.order === call.orderId) &&
    (expect.purpose === undefined || call.alsoCalled.includes(expect.purpose)) &&
    (expect.literal === undefined || expect.literal === call.literal) &&
    (expect.usable === undefined || expect.usable === call.usable);
  if (calls.some(held)) return [];
  const line = (one: { purpose?: string; literal?: number; usable?: number }, order: string | undefined) =>
    `${order ?? '?'} ${one.purpose ?? '?'} ${shown(one.literal, 'literal', stage)} / ${shown(one.usable, 'usable', stage)}`;
  const got = calls.map((one) => line(one, one.orderId)).join(' | ');
  return [`calls: ${got || 'none'}, expected ${line(expect, expect.order)}`];
}

const INSTANTS: ReadonlySet<string> = new Set([
  'appointment.start',
  'appointment.end',
  'dueLiteral',
  'dueEffective',
  'breachedAt',
  'literal',
  'usable',
]);

function shown(value: unknown, name: string, stage: Stage): string {
  if (typeof value === 'number' && INSTANTS.has(name)) return isoInZone(value, stage.standard.get('tz'));
  return value === undefined ? '–' : JSON.stringify(value);
}
