import type { Instant } from '#domain/base/brand.ts';
import { isoDay } from '../ui/time.ts';

/** The number that people read out: the day, then the first characters of the order's id. */
export function numberAt(now: Instant, orderId: string): string {
  return `ZD${isoDay(now).replaceAll('-', '')}-${orderId.slice(0, 6).toUpperCase()}`;
}
