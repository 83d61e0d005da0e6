import type { Day } from './day.ts';
import { MOVED_SECONDS } from './objective.ts';

/** Whether a slot that is left at `left` begins so far from its published time that it is felt as a change. */
export function isMoved(day: Day, slot: number, left: number): boolean {
  return Math.abs(left - day.service[slot]! - day.publishedBegin[slot]!) > MOVED_SECONDS;
}
