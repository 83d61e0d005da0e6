import { offerAndRepair, planAndRepair } from './plan-and-repair.ts';
import { type Planning, planOnce } from './planned.ts';
import { firstCome, nearest } from './pull.ts';
import { type Policy, RunningDay } from './running-day.ts';
import { type Tally, tallyOf } from './tally.ts';
import { makeTown } from './town.ts';

export interface SimulationAsk extends Planning {
  readonly technicians: number;
  readonly orders: number;
}

/** Policies by the name that the command line knows them by; each made afresh for a day. */
export const policies: Readonly<Record<string, (ask: SimulationAsk) => Policy>> = {
  'first-come': () => firstCome,
  nearest: () => nearest,
  'plan-once': planOnce,
  'plan-and-repair': planAndRepair,
  'offer-and-repair': offerAndRepair,
};

/** Runs one day under one policy; the same ask gives the same day on every machine. */
export function simulateDay(ask: SimulationAsk, policy: Policy): Tally {
  const day = new RunningDay(makeTown(ask.seed, ask.technicians, ask.orders));
  day.run(policy);
  return tallyOf(day);
}
