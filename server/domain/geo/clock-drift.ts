import type { Instant } from '../base/brand.ts';

/** How far a device's clock may run ahead of the server's before its fixes are set aside, milliseconds. */
export const MAX_AHEAD_MS = 120_000;
/** How old a fix may be when it is delivered late, milliseconds. */
export const MAX_AGE_MS = 24 * 3_600_000;

/**
 * Can a fix taken `at` by the device's clock have reached the server at `receivedAtMs`?
 * Undefined when it can; otherwise why it is set aside and not shown.
 */
export function clockFault(at: Instant, receivedAt: Instant): 'clock_ahead' | 'too_old' | undefined {
  if (at - receivedAt > MAX_AHEAD_MS) return 'clock_ahead';
  return receivedAt - at > MAX_AGE_MS ? 'too_old' : undefined;
}
