import { currentAppointment } from '../appointment/current.ts';
import type { Instant, PersonId, TechnicianId } from '../base/brand.ts';
import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from './order.ts';

/** What a dispatcher has fixed of an order's place: plans and drags leave it there until it is unlocked. One of the two is given. */
export interface PlaceLock {
  technicianId: TechnicianId | null;
  start: Instant | null;
  by: PersonId;
  at: Instant;
}

/** LOCK: a locked order goes to nobody else and to no other time. `slot` is null while nobody has worked it out. */
export function judgeLock(
  { lock }: Order,
  technicianId: TechnicianId,
  slot: { start: Instant } | null,
): readonly Finding[] {
  if (!lock) return [];
  if (lock.technicianId !== null && lock.technicianId !== technicianId)
    return [blocks('LOCK', { technician: technicianId, lockedTo: lock.technicianId }, 'unlock_first')];
  if (slot && lock.start !== null && slot.start !== lock.start)
    return [blocks('LOCK', { startAt: slot.start, lockedAt: lock.start }, 'unlock_first')];
  return [];
}

/** Would the order, at this new start, be pushed off the time it is locked to? One that runs late already is not held against others. */
export function isPushedOffLock({ lock, planned }: Order, start: Instant): boolean {
  return lock?.start != null && start > Math.max(lock.start, planned?.start ?? 0);
}

/** A lock ends with what it locked: the technician who no longer has the order, the promise that has moved. */
export function withStandingLock(before: Order, after: Order): Order {
  const { lock } = after;
  if (!lock) return after;
  if (after.technicianId === null) return { ...after, lock: null };
  const promise = currentAppointment(after);
  if (lock.start === null || promise?.version === currentAppointment(before)?.version) return after;
  return { ...after, lock: lock.technicianId === null ? null : { ...lock, start: null } };
}
