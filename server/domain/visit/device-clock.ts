import type { Instant } from '../base/brand.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import type { ClockedStep, Visit } from './visit.ts';

/** Where the server's time of a step is kept. */
const CLOCKED = {
  'visit.arrive': 'arrivedAt',
  'visit.enter': 'enteredAt',
  'visit.activate': 'activatedAt',
} as const satisfies Record<ClockedStep, keyof Visit>;

const CLOCKED_STEPS = Object.keys(CLOCKED) as ClockedStep[];

/** The trip with the device's own time of a step beside the server's (ARITH-06); a step that was taken before keeps its first. */
export function told(visit: Visit, step: string, occurredAt: Instant | undefined): Visit {
  const clocked = CLOCKED_STEPS.find((one) => one === step);
  if (clocked === undefined || occurredAt === undefined || visit[CLOCKED[clocked]] !== null) return visit;
  return { ...visit, occurred: { ...visit.occurred, [clocked]: occurredAt } };
}

/** The device's times without that of a step which has come to nothing. */
export function untold({ occurred = {} }: Visit, step: ClockedStep): Visit['occurred'] {
  const { [step]: _, ...others } = occurred;
  return others;
}

/** How long the device's word lay before the server heard it, in ms; null where it said nothing. Negative: its clock is ahead of ours. */
function delayOf(visit: Visit, step: ClockedStep): number | null {
  const received = visit[CLOCKED[step]];
  const said = visit.occurred?.[step];
  return received === null || said === undefined ? null : received - said;
}

/** Steps that reached the server so late that a supervisor confirms their time before a figure uses it (ARITH-06, E-59). */
export function doubtfulSteps(visit: Visit, standard: ResolvedStandard): readonly ClockedStep[] {
  if (visit.clockConfirmed) return [];
  const skew = standard.get('offline.maxSkewMin') * MINUTE;
  return CLOCKED_STEPS.filter((step) => (delayOf(visit, step) ?? 0) > skew);
}

/** A step with the device's time of it and the server's. */
export interface LateTime {
  step: ClockedStep;
  said: Instant;
  received: Instant;
}

/** Both times of every step that waits for a supervisor's word. */
export function lateTimes(visit: Visit, standard: ResolvedStandard): readonly LateTime[] {
  return doubtfulSteps(visit, standard).flatMap((step) => {
    const said = visit.occurred?.[step];
    const received = visit[CLOCKED[step]];
    return said === undefined || received === null ? [] : [{ step, said, received }];
  });
}

/**
 * The trip as figures take it (ARITH-06): a step's time on the device where it reached the server within the skew allowed or was
 * confirmed, else the server's. A clock ahead of the server's tells nothing (E-99).
 */
export function countedVisit(visit: Visit, standard: ResolvedStandard): Visit {
  const doubtful = doubtfulSteps(visit, standard);
  const counted = CLOCKED_STEPS.filter(
    (step) => (delayOf(visit, step) ?? 0) > 0 && !doubtful.includes(step),
  ).map((step) => [CLOCKED[step], visit.occurred?.[step]]);
  return counted.length === 0 ? visit : { ...visit, ...Object.fromEntries(counted) };
}
