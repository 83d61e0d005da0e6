import type { JobNow, RunningDay } from './running-day.ts';

/** What a simulated day came to. Hours are of all technicians together. */
export interface Tally {
  /** Orders that were to be served: all but those that the customer called off. */
  readonly promised: number;
  /** Begun inside the time promised first. */
  readonly kept: number;
  /** Begun inside a time agreed later. */
  readonly keptAgreed: number;
  readonly late: number;
  readonly unserved: number;
  /** Promised another time than the one wished for, and how many hours away from it in all. */
  readonly offered: number;
  readonly offeredHours: number;
  readonly changes: number;
  readonly calls: number;
  readonly travelHours: number;
  readonly overtimeHours: number;
}

export function tallyOf(day: RunningDay): Tally {
  const due = day.jobs.filter(({ state }) => state !== 'cancelled');
  const done = due.filter(({ begin }) => begin !== null);
  const isKept = ({ promise, begin }: JobNow): boolean => begin! <= promise.until && begin! >= promise.from;
  const kept = done.filter(isKept);
  const agreed = done.filter((each) => each.changesUsed > 0 && each.begin! <= each.until && !isKept(each));
  const otherwise = due.filter(({ job, promise }) => promise.from !== job.from);
  const hours = (of: (hand: (typeof day.hands)[number]) => number): number =>
    day.hands.reduce((sum, hand) => sum + of(hand), 0) / 3600;
  return {
    promised: due.length,
    kept: kept.length,
    keptAgreed: agreed.length,
    late: done.length - kept.length - agreed.length,
    unserved: due.length - done.length,
    offered: otherwise.length,
    offeredHours:
      otherwise.reduce((sum, { job, promise }) => sum + Math.abs(promise.from - job.from), 0) / 3600,
    changes: day.changes,
    calls: day.calls,
    travelHours: hours((hand) => hand.travelSeconds),
    overtimeHours: hours((hand) => Math.max(0, hand.lastLeave - hand.hand.shiftEnd)),
  };
}
