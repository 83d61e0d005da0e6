import type { HandNow, JobNow, Policy, RunningDay } from './running-day.ts';

/** A technician who becomes free takes the order that `key` puts first, of those whose time has come. */
function pull(name: string, key: (day: RunningDay, hand: HandNow, job: JobNow) => number): Policy {
  return {
    name,
    next: (day, hand) => {
      let best: JobNow | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const job of day.open()) {
        if (!suits(hand, job) || !day.isTimeFor(hand, job)) continue;
        const value = key(day, hand, job);
        if (value >= least) continue;
        least = value;
        best = job;
      }
      return best;
    },
  };
}

/** Skill and area, as the desk would see them. */
export function suits({ hand }: HandNow, { job }: JobNow): boolean {
  return hand.skills.includes(job.skill) && hand.area === job.area;
}

/** Whose promised time came first is served first. */
export const firstCome = pull('first come, first served', (_, __, job) => job.from * 1e6 + job.job.knownAt);

/** Who is nearest is served first. */
export const nearest = pull('nearest order', (day, hand, job) => day.guessedTravel(hand, job.job.place));
