import type { Reach } from '#domain/area/reach.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { minutesWords } from '../ui/time.ts';

/** Which part of the area it touches. */
export function reachWords(reach: Reach | null | undefined, m: Messages): string {
  if (!reach) return m.network.wholeArea;
  return [reach.estates.join('、'), reach.polygon ? m.network.drawn : null].filter(Boolean).join(' · ');
}

/** `还有 12 分钟`, `已过 3 分钟`. */
export function limitWords(due: Instant, now: Instant, m: Messages): string {
  const words = minutesWords(Math.floor(Math.abs(due - now) / 60_000), m);
  return now > due ? m.calls.over(words) : m.calls.left(words);
}
