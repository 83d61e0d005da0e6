import type { Instant } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Outcome } from '../base/verdict.ts';
import type { Region, Skill } from '../order/order-type.ts';

/** A file that is no scenario. `path` leads to the offending place, for the line number. */
export class InvalidScenario extends Error {
  readonly path: readonly (string | number)[];
  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.path = path;
  }
}

export interface WorldArea {
  id: string;
  region: Region;
  lead: string | null;
  members: readonly string[];
}
export interface WorldTechnician {
  id: string;
  skills: readonly Skill[];
  area: string;
  /** Last day of the certificate; without it the person is certified for good. */
  certifiedUntil: string | null;
}
export interface World {
  areas: readonly WorldArea[];
  technicians: readonly WorldTechnician[];
}

export interface StepExpectation {
  verdict?: Outcome;
  rules?: readonly RuleId[];
  warnings?: readonly RuleId[];
  approver?: Role | null;
}

export interface Step {
  at: Instant;
  do: string;
  as: Role;
  /** The checked fields: instants in ms, a vague time as NaN. */
  fields: Readonly<Record<string, unknown>>;
  expect: StepExpectation | null;
}

export interface TimerExpectation {
  order: string;
  timer: string;
  state?: string;
  dueLiteral?: Instant;
  dueEffective?: Instant;
  breachedAt?: Instant | null;
}
export interface OrderExpectation {
  status?: string;
  companyChangeCount?: number;
  flags?: readonly string[];
  technician?: string | null;
  cause?: string | null;
  appointment?: { start?: Instant; end?: Instant; outcome?: string | null; version?: number } | null;
}
export interface CallExpectation {
  order?: string;
  purpose?: string;
  literal?: Instant;
  usable?: Instant;
}
export interface Expectation {
  orders: Readonly<Record<string, OrderExpectation>>;
  timers: readonly TimerExpectation[];
  kpis: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  calls: readonly CallExpectation[];
}

/** A story: a world, steps on a clock that only they move, and what must come of them (scenarios.md). */
export interface Scenario {
  id: string;
  title: string;
  standardId: string;
  world: World;
  steps: readonly Step[];
  expect: Expectation;
}

/** The world when the file names none. */
export const DEFAULT_WORLD: World = {
  areas: [{ id: 'a1', region: 'urban', lead: 't1', members: ['t1', 't2'] }],
  technicians: [
    { id: 't1', skills: ['ftth', 'lan', 'xdsl'], area: 'a1', certifiedUntil: null },
    { id: 't2', skills: ['ftth', 'lan', 'xdsl'], area: 'a1', certifiedUntil: null },
  ],
};
