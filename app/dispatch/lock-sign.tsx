import type { PlaceLock } from '#domain/order/place-lock.ts';
import type { Messages } from '../ui/i18n/messages.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { clock } from '../ui/time.ts';

/** What is locked, in words; null when nothing is. */
export function lockWords(lock: PlaceLock | null | undefined, m: Messages): string | null {
  if (!lock) return null;
  const l = m.tools.lock;
  if (lock.start === null) return l.lockedTechnician;
  return lock.technicianId === null ? l.lockedTime(clock(lock.start)) : l.lockedBoth(clock(lock.start));
}

/** A small padlock with its words; nothing when the order is not locked. */
export function LockSign({ lock, size = 12 }: { lock: PlaceLock | null | undefined; size?: number }) {
  const m = useMessages();
  const words = lockWords(lock, m);
  if (words === null) return null;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={words} data-locked>
      <title>{words}</title>
      <rect x="3" y="7" width="10" height="7" rx="1.6" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.7" />
    </svg>
  );
}
