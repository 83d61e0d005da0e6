import type { TimerNotice } from '#domain/timer/timer-notice.ts';

/** The page of the network, opened at what a notice is about. */
export function networkHref({ subject }: Pick<TimerNotice, 'subject'>): string {
  return subject ? `/network?${subject.kind}=${encodeURIComponent(subject.id)}` : '/network';
}
