import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSeat } from '#app/ui/frame/seats.ts';
import type { Role } from '#domain/base/role.ts';
import { ALERTS } from '#domain/order/alerts.ts';
import { runScenario } from '#domain/scenario/run.ts';
import { type Alarm, alarmsFrom } from '#domain/timer/alarm.ts';
import { ALARM_LEVELS, ESCALATES_AFTER, isTold } from '#domain/timer/audience.ts';
import { TIMER_NAMES, type TimerName } from '#domain/timer/timer.ts';
import { readScenario } from '#server/cli/read-scenario.ts';

const stories = join(import.meta.dirname, '../../scenarios');

/** Every timer that some story arms. */
const armed = new Set<string>();
/** The alarms that some story would give, by timer and level. */
const alarms = new Map<string, Alarm>();
for (const file of readdirSync(stories).filter((name) => name.endsWith('.yaml'))) {
  const { stage, timers } = runScenario(readScenario(readFileSync(join(stories, file), 'utf8'), file));
  for (const timer of timers) {
    armed.add(timer.name);
    const order = stage.orders.get(timer.order) ?? null;
    const ahead = timer.state === 'breached' ? [] : alarmsFrom([timer], order, timer.startedAt);
    for (const alarm of [...ahead, ...alarmsFrom([timer], order, stage.now)])
      alarms.set(`${alarm.timer} ${alarm.level}`, alarm);
  }
}

/** The timers of the standard's table (service-standard §23) that a story can arm, T_CALLBACK_x written out (§0.4 4): whom a missed limit is told. */
const TABLE: Partial<Record<TimerName, readonly Role[]>> = {
  T_REVIEW: ['duty_supervisor'],
  T_DISPATCH_FAULT: ['duty_supervisor'],
  T_DISPATCH_COMPLAINT: ['duty_supervisor'],
  T_EXPERT: ['dispatcher'],
  T_ACCEPT: ['area_lead'],
  T_CONTACT_INSTALL: ['area_lead'],
  T_CONTACT_FAULT: ['area_lead'],
  T_CONTACT_COMPLAINT: ['supervisor'],
  T_DEPT_CONTACT: ['supervisor'],
  T_COMPLAINT_FIRST: ['supervisor'],
  T_INSTALL: ['supervisor'],
  T_INSTALL_MAX: ['branch_manager'],
  T_INSTALL_DAY5: ['csr', 'callback_agent'],
  T_FAULT: ['supervisor'],
  T_FAULT_4H: ['csr'],
  T_FAULT_4H_CONTACT: ['csr'],
  T_PROGRESS: ['area_lead'],
  T_REPLY: ['supervisor'],
  T_FLOW: ['supervisor'],
  T_COMPLAINT_MAX: ['branch_manager'],
  T_URGE: ['csr'],
  T_LATE_NOTICE: ['dispatcher'],
  T_ARRIVE: ['dispatcher'],
  T_ONSITE: ['dispatcher'],
  T_COORD: ['dispatcher'],
  T_CALLBACK_INSTALL: ['cs_manager'],
  T_CALLBACK_FAULT: ['cs_manager'],
  T_CALLBACK_COMPLAINT: ['cs_manager'],
  T_CALLBACK_CHURN: ['cs_manager'],
  T_DAMAGE: ['branch_manager'],
};
/** Countdowns and waits that ask nothing of anyone, and the cutover's own. */
const SILENT: readonly TimerName[] = ['T_NOTICE_CLOSE', 'T_NOANSWER', 'T_OBSERVE', 'T_CUTOVER'];

describe('the timer registry', () => {
  it.each(Object.entries(TABLE))('arms %s in a story and tells whom §23 names', (name, roles) => {
    expect(armed).toContain(name);
    const due = alarms.get(`${name} due`);
    for (const role of roles) expect(due && isTold(due.audience, { role }), role).toBe(true);
  });

  it.each(SILENT)('arms %s in a story', (name) => {
    expect(armed).toContain(name);
  });

  it('tells only roles that have a page on which alerts are listed', () => {
    const listed = ['dispatch', 'calls', 'intake', 'field', 'board', 'network', 'figures'] as const;
    const told = [...Object.values(TABLE), ...Object.values(ALERTS).map(({ roles }) => roles)].flat();
    for (const role of new Set(told))
      expect(
        listed.some((seat) => hasSeat(role, seat)),
        role,
      ).toBe(true);
  });

  it('knows no level that no story reaches', () => {
    const told = Object.keys(TABLE).flatMap((name) =>
      ALARM_LEVELS.filter((level) => level !== 'escalation' || name in ESCALATES_AFTER).map(
        (level) => `${name} ${level}`,
      ),
    );
    // its warning is of a lateness that is only expected (predicted-lateness.test.ts)
    expect(told.filter((one) => !alarms.has(one))).toEqual(['T_LATE_NOTICE warning']);
    expect(TIMER_NAMES).toEqual(expect.arrayContaining([...SILENT, ...Object.keys(TABLE)]));
  });
});
