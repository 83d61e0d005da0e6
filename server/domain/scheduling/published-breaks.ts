import type { RouteOrder, Seconds, Step, VisitId } from './model.ts';
import { beginAt } from './timeline.ts';
import type { Workspace } from './workspace.ts';

/**
 * The steps of technician k with the breaks that they do not mention: each where the visits then begin nearest to when they are
 * published. As given where nothing is published of them, or where a break finds no place among them in time.
 */
export function withPublishedBreaks(
  work: Workspace,
  k: number,
  steps: RouteOrder['steps'],
  slotsOf: ReadonlyMap<VisitId, readonly number[]>,
): RouteOrder['steps'] {
  const { day } = work;
  const isPublished = (step: Step): boolean =>
    step.kind === 'visit' && (slotsOf.get(step.visit) ?? []).some((slot) => day.publishedBegin[slot]! >= 0);
  if (steps.some((step) => step.kind !== 'visit') || !steps.some(isPublished)) return steps;
  let rested = steps;
  for (let pause = day.breakNode[k]!; pause < day.breakNode[k + 1]!; pause++) {
    if (day.breakDue[pause] === 0) continue;
    const step: Step = { kind: 'break', break: pause - day.breakNode[k]! };
    let least = Infinity;
    let nearest = rested;
    for (let at = 0; at <= rested.length; at++) {
      const tried = rested.toSpliced(at, 0, step);
      const apart = apartFromPublished(work, k, tried, slotsOf);
      if (apart >= least) continue;
      least = apart;
      nearest = tried;
    }
    if (least === Infinity) return steps;
    rested = nearest;
  }
  return rested;
}

/** Seconds by which visits begin apart from when they are published, all together; `Infinity` where one is late. */
function apartFromPublished(
  { day, book }: Workspace,
  k: number,
  steps: RouteOrder['steps'],
  slotsOf: ReadonlyMap<VisitId, readonly number[]>,
): Seconds {
  const { time } = day.modes[day.modeOf[k]!]!;
  const start = k * book.room + book.fixed[k]! - 1;
  let clock = book.leave[start]!;
  let site = book.site[start]!;
  let apart = 0;
  for (const step of steps) {
    const n = step.kind === 'visit' ? slotsOf.get(step.visit)?.[0] : pauseOf(day.breakNode[k]!, step);
    // What the technician is driving to stands at the start already.
    if (n === undefined || day.nextSlot[k] === n) continue;
    if (step.kind === 'visit') {
      clock += time[site * day.stride + day.site[n]!]!;
      site = day.site[n]!;
    }
    const begin = beginAt(clock, Math.max(day.opens[n]!, step.kind === 'visit' ? (step.notBefore ?? 0) : 0));
    if ((step.kind === 'visit' ? clock : begin) > day.arriveBy[n]!) return Infinity;
    if (step.kind === 'visit' && day.publishedBegin[n]! >= 0)
      apart += Math.abs(begin - day.publishedBegin[n]!);
    clock = begin + day.service[n]!;
  }
  return clock + time[site * day.stride + day.site[day.endNode[k]!]!]! > day.arriveBy[day.endNode[k]!]!
    ? Infinity
    : apart;
}

function pauseOf(first: number, step: Step): number | undefined {
  return step.kind === 'break' ? first + step.break : undefined;
}
