import type { Role } from '../base/role.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Outcome, Verdict } from '../base/verdict.ts';
import { armCutover } from '../cutover/judge-cutover.ts';
import type { Figure, KpiInput } from '../kpi/figure.ts';
import { figuresOf } from '../kpi/kpis.ts';
import { orderFacts } from '../kpi/order-facts.ts';
import type { Timer } from '../timer/timer.ts';
import { judgeTimer } from '../timer/timer.ts';
import { timersOf } from '../timer/timers.ts';
import { act } from './act.ts';
import { failuresOf, stepFailures } from './compare.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';
import { openStage, passTime, standardOf } from './stage.ts';

export interface StepResult {
  n: number;
  do: string;
  verdict: Outcome;
  rules: readonly RuleId[];
  warnings: readonly RuleId[];
  approver: Role | null;
}

/** A timer of one order, or of a cutover under its id. */
export interface TimerOf extends Timer {
  order: string;
}

export interface ScenarioResult {
  id: string;
  pass: boolean;
  failures: readonly string[];
  steps: readonly StepResult[];
  stage: Stage;
  timers: readonly TimerOf[];
  kpis: Readonly<Record<string, Figure>>;
}

/**
 * Runs a story through the same decision functions as the server. Time's own acts happen at their true instants; a step at the very
 * instant of one comes before it, since limits are inclusive (ARITH-02).
 */
export function runScenario(scenario: Scenario): ScenarioResult {
  const stage = openStage(scenario);
  const failures: string[] = [];
  const steps = scenario.steps.map((step, index): StepResult => {
    passTime(stage, step.at - 1);
    stage.now = step.at;
    const result = { n: index + 1, do: step.do, ...summary(act(stage, step)) };
    passTime(stage, step.at);
    failures.push(...stepFailures(result, step.expect));
    return result;
  });
  const timers = allTimers(stage);
  const kpis = figuresOf(kpiInput(stage));
  failures.push(...failuresOf(scenario.expect, stage, timers, kpis));
  return { id: scenario.id, pass: failures.length === 0, failures, steps, stage, timers, kpis };
}

function summary({ outcome, findings, approver }: Verdict) {
  const ids = (kinds: readonly string[]) => [
    ...new Set(findings.filter(({ kind }) => kinds.includes(kind)).map(({ rule }) => rule)),
  ];
  return {
    verdict: outcome,
    rules: ids(['block', 'approval']),
    warnings: ids(['warning']),
    approver: approver ?? null,
  };
}

/** A story has no period: every order of it is judged as it stands at the end. */
function kpiInput(stage: Stage): KpiInput {
  return {
    now: stage.now,
    orders: [...stage.orders].map(([id, order]) => orderFacts(order, standardOf(stage, id), stage.now)),
    cutovers: stage.cutovers.map((cutover) => ({ cutover, standard: stage.standard })),
  };
}

function allTimers(stage: Stage): readonly TimerOf[] {
  const ofOrders = [...stage.orders].flatMap(([id, order]) =>
    timersOf(order, standardOf(stage, id), stage.now).map((timer) => ({ order: id, ...timer })),
  );
  const ofCutovers = stage.cutovers.map((cutover) => ({
    order: cutover.id,
    ...judgeTimer(armCutover(cutover, stage.standard), stage.now),
  }));
  return [...ofOrders, ...ofCutovers];
}
