import type { Instant } from '../base/brand.ts';
import { KPI_IDS } from '../kpi/kpis.ts';
import { ORDER_STATUSES } from '../order/order-status.ts';
import { CAUSES } from '../order/order-type.ts';
import { TIMER_NAMES } from '../timer/timer.ts';
import { unknownName } from './nearest.ts';
import type { Names } from './parse-fields.ts';
import { readInstant } from './parse-fields.ts';
import type { Reader } from './reader.ts';
import type { CallExpectation, Expectation, OrderExpectation, TimerExpectation } from './scenario.ts';

const OUTCOMES = [
  'confirmed',
  'kept',
  'kept_late',
  'missed_company',
  'missed_customer',
  'cancelled',
  'superseded',
] as const;
const STATES = ['running', 'met', 'breached', 'paused', 'cancelled'] as const;
const CAUSE_WORDS = [...CAUSES, 'central_office', 'customer_side'] as const;

/** Reads what must come of a scenario. */
export function readExpectation(
  reader: Reader | undefined,
  names: Names,
  clock: Instant | null,
): Expectation {
  if (!reader) return { orders: {}, timers: [], kpis: {}, calls: [] };
  const map = reader.known('expect', ['orders', 'timers', 'kpis', 'calls']);
  const orders: Record<string, OrderExpectation> = {};
  for (const [id, one] of map.get('orders')?.map('orders') ?? []) {
    if (!names.orders.includes(id)) one.fail(unknownName('order', id, names.orders));
    orders[id] = readOrder(one, names, clock);
  }
  const kpis: Record<string, Record<string, number | null>> = {};
  for (const [id, one] of map.get('kpis')?.map('kpis') ?? []) {
    // KPI-17 and KPI-23 have two parts each; the bare name means the first (§0.4 17)
    const part = [id, `${id}a`].find((name) => (KPI_IDS as readonly string[]).includes(name));
    if (part === undefined) return one.fail(unknownName('KPI', id, KPI_IDS));
    const wanted: Record<string, number | null> = {};
    kpis[part] = wanted;
    for (const [key, value] of one.known('a KPI', ['numerator', 'denominator', 'excluded', 'value']))
      wanted[key] = value.isMissing || value.value === '–' ? null : value.number(key);
  }
  return {
    orders,
    timers: (map.get('timers')?.list('timers') ?? []).map((one) => readTimer(one, names, clock)),
    kpis,
    calls: (map.get('calls')?.list('calls') ?? []).map((one) => readCall(one, names, clock)),
  };
}

function readOrder(reader: Reader, names: Names, clock: Instant | null): OrderExpectation {
  const map = reader.known('an order', [
    'status',
    'companyChangeCount',
    'flags',
    'technician',
    'appointment',
    'cause',
  ]);
  const nullable = <T extends string>(name: string, known: readonly T[]) => {
    const one = map.get(name);
    if (!one) return undefined;
    return one.isMissing ? null : one.oneOf(name, known);
  };
  return {
    status: map.get('status')?.oneOf('status', ORDER_STATUSES),
    companyChangeCount: map.get('companyChangeCount')?.number('companyChangeCount'),
    flags: map
      .get('flags')
      ?.list('flags')
      .map((one) => one.text('flag')),
    technician: nullable('technician', names.technicians),
    cause: nullable('cause', CAUSE_WORDS),
    appointment: readAppointment(map.get('appointment'), names.tz, clock),
  };
}

function readAppointment(
  reader: Reader | undefined,
  tz: string,
  clock: Instant | null,
): OrderExpectation['appointment'] {
  if (!reader) return undefined;
  if (reader.isMissing) return null;
  const map = reader.known('an appointment', ['start', 'end', 'outcome', 'version']);
  const instant = (name: string) => {
    const one = map.get(name);
    return one && readInstant(one, name, tz, clock);
  };
  const outcome = map.get('outcome');
  return {
    start: instant('start'),
    end: instant('end'),
    outcome: outcome && standing(outcome.isMissing ? null : outcome.oneOf('outcome', OUTCOMES)),
    version: map.get('version')?.number('version'),
  };
}

/** Nothing has become yet of a promise that is still confirmed (§22.2). */
function standing(outcome: (typeof OUTCOMES)[number] | null) {
  return outcome === 'confirmed' ? null : outcome;
}

function readTimer(reader: Reader, names: Names, clock: Instant | null): TimerExpectation {
  const map = reader.known('a timer', [
    'order',
    'timer',
    'state',
    'dueLiteral',
    'dueEffective',
    'breachedAt',
  ]);
  const instant = (name: string) => {
    const one = map.get(name);
    return one && readInstant(one, name, names.tz, clock);
  };
  return {
    order: (map.get('order') ?? reader.fail('A timer expectation needs `order`.')).oneOf('order', [
      ...names.orders,
      ...names.cutovers,
    ]),
    timer: (map.get('timer') ?? reader.fail('A timer expectation needs `timer`.')).oneOf(
      'timer',
      TIMER_NAMES,
    ),
    state: map.get('state')?.oneOf('state', STATES),
    dueLiteral: instant('dueLiteral'),
    dueEffective: instant('dueEffective'),
    breachedAt: map.get('breachedAt')?.isMissing ? null : instant('breachedAt'),
  };
}

function readCall(reader: Reader, names: Names, clock: Instant | null): CallExpectation {
  const map = reader.known('a call', ['order', 'purpose', 'literal', 'usable']);
  const instant = (name: string) => {
    const one = map.get(name);
    return one && readInstant(one, name, names.tz, clock);
  };
  return {
    order: map.get('order')?.oneOf('order', names.orders),
    purpose: map.get('purpose')?.text('purpose'),
    literal: instant('literal'),
    usable: instant('usable'),
  };
}
