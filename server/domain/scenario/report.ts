import { callsOf } from '../order/calls.ts';
import { flagsOf } from '../order/flags.ts';
import { isoInZone } from '../time/zone.ts';
import type { ScenarioResult } from './run.ts';
import { shownPromise } from './shown-order.ts';
import { standardOf } from './stage.ts';

/** The JSON object that the command prints for one file; instants are ISO 8601 with the standard's offset. */
export function reportOf({
  id,
  pass,
  failures,
  steps,
  stage,
  timers,
  kpis,
}: ScenarioResult): Record<string, unknown> {
  const iso = (at: number | null) => (at === null ? null : isoInZone(at, stage.standard.get('tz')));
  return {
    id,
    pass,
    failures,
    steps,
    orders: Object.fromEntries(
      [...stage.orders].map(([key, order]) => {
        const promise = shownPromise(order, standardOf(stage, key), stage.now);
        return [
          key,
          {
            status: order.status,
            companyChangeCount: order.companyChangeCount,
            flags: flagsOf(order, standardOf(stage, key), stage.now),
            technician: order.technicianId,
            appointment: promise
              ? {
                  start: iso(promise.start),
                  end: iso(promise.end),
                  outcome: promise.outcome,
                  version: promise.version,
                }
              : null,
            cause: order.cause?.side ?? order.lastCause,
          },
        ];
      }),
    ),
    timers: timers.map((timer) => ({
      order: timer.order,
      timer: timer.name,
      rule: timer.rule,
      state: timer.state,
      dueLiteral: iso(timer.dueLiteral),
      dueEffective: iso(timer.dueEffective),
      breachedAt: iso(timer.breachedAt),
      ...(timer.provisional ? { provisional: timer.provisional } : {}),
    })),
    kpis,
    calls: [...stage.orders].flatMap(([key, order]) =>
      callsOf(order, standardOf(stage, key), stage.now).map((call) => ({
        order: key,
        purpose: call.purpose,
        literal: iso(call.literal),
        usable: iso(call.usable),
      })),
    ),
  };
}
