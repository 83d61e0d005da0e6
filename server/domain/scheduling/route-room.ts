import type { Day } from './day.ts';

/**
 * Visits that a route can hold at most: as many of the shortest as the longest day has time for, and, where nothing
 * is fetched at a store, as many of the lightest as the largest bag holds. Whoever is already on the way to a visit
 * goes there even when it will be late, and visits added later may be of any length.
 */
export function mostVisits(day: Day): number {
  const { technicians, startNode, endNode, opens, arriveBy, service, carries, needs } = day;
  const { slotLimit, visitCount, stockKinds } = day;
  const days = technicians.map((_, k) => arriveBy[endNode[k]!]! - opens[startNode[k]!]!);
  let most = within(service.slice(0, visitCount), Math.max(0, ...days));
  for (let r = 0; r < stockKinds && day.problem.store === undefined; r++) {
    const bags = technicians.map((_, k) => carries[k * stockKinds + r]!);
    const needed = Int32Array.from({ length: visitCount }, (_, slot) => needs[slot * stockKinds + r]!);
    most = Math.min(most, within(needed, Math.max(0, ...bags)));
  }
  return most + 1 + slotLimit - visitCount;
}

/** How many of the amounts, smallest first, sum up to no more than `whole`. */
function within(amounts: Int32Array, whole: number): number {
  let left = whole;
  let count = 0;
  for (const amount of amounts.sort()) {
    left -= amount;
    if (left < 0) break;
    count++;
  }
  return count;
}
