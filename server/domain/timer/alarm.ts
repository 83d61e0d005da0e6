import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { type AlarmLevel, type Audience, audienceOf, ESCALATES_AFTER } from './audience.ts';
import type { Timer, TimerName } from './timer.ts';
import { timersOf } from './timers.ts';

/** One level of one run of a timer, reached or still ahead. Timer, run and level together name it for ever. */
export interface Alarm {
  timer: TimerName;
  rule: RuleId;
  level: AlarmLevel;
  /** When the run of the timer began. */
  startedAt: Instant;
  /** The true instant of the level, however late it is noticed. */
  at: Instant;
  dueLiteral: Instant;
  dueEffective: Instant;
  audience: Audience;
}

/**
 * The alarms of an order's timers that somebody is to be told of unless the act comes first, by instant. What was met, called off or
 * is paused alarms nobody; a warning that nobody gave in time is not given after the limit has passed.
 */
export function alarmsOf(order: Order, standard: ResolvedStandard, now: Instant): readonly Alarm[] {
  return alarmsFrom(timersOf(order, standard, now), order, now);
}

/** The same of timers however they were armed; `order`: whose they are, null of those of the network. */
export function alarmsFrom(timers: readonly Timer[], order: Order | null, now: Instant): readonly Alarm[] {
  const alarms = timers.flatMap((timer): readonly Alarm[] => {
    if (timer.state !== 'running' && timer.state !== 'breached') return [];
    const { name, rule, startedAt, dueLiteral, dueEffective, warnAt } = timer;
    const alarm = (level: AlarmLevel, at: Instant): readonly Alarm[] => {
      const audience = audienceOf(name, level, order);
      if (audience.roles.length === 0) return [];
      return [{ timer: name, rule, level, startedAt, at, dueLiteral, dueEffective, audience }];
    };
    const due = Math.max(dueEffective, startedAt);
    const overdue = timer.state === 'breached' || now > due;
    const warns = warnAt !== null && !overdue && warnAt < due;
    const later = ESCALATES_AFTER[name];
    return [
      ...(warns ? alarm('warning', Math.max(warnAt, startedAt)) : []),
      ...alarm('due', due),
      // what was done late is done: it was told once, and goes no further
      ...(later !== undefined && timer.open ? alarm('escalation', due + later) : []),
    ];
  });
  return alarms.toSorted((a, b) => a.at - b.at);
}

/** When an alarm is to be given: the act may still come at the very instant of a limit (ARITH-02), a warning is given at its own. */
export function givenFrom({ level, at }: Pick<Alarm, 'level' | 'at'>): Instant {
  return level === 'warning' ? at : at + 1;
}
