import type { AreaId, Instant, OrderId, PersonId } from '../base/brand.ts';
import { blocks, isGiven } from '../base/finding.ts';
import type { Role } from '../base/role.ts';
import type { Finding } from '../base/verdict.ts';
import { HOUR, MINUTE } from '../time/zone.ts';
import { judgePrivateMatters } from './private-matters.ts';

/** A look at a customer's full number by somebody who is not the technician on the way to them (PRIV-01). */
export interface Reveal {
  id: string;
  orderId: OrderId;
  areaId: AreaId;
  personId: PersonId;
  role: Role;
  at: Instant;
  reason: string;
}

/** What the log says of it; the reason stands beside the log. */
export interface RevealEvents {
  'customer.revealed': { orderId: OrderId };
  /** The person has looked at more numbers within an hour than the work takes. */
  'customer.revealed_often': { personId: PersonId; count: number };
}

/** How long whoever asked sees the number; then they ask again (our choice). */
export const REVEALED_FOR = 15 * MINUTE;
/** More looks than this within an hour are told to whoever supervises (our choice). */
const REVEALS_AN_HOUR = 20;

/** PRIV-01: a number is looked at for a reason, and PRIV-06: the reason speaks of the order. */
export function judgeReveal(reason: string): readonly Finding[] {
  if (!isGiven(reason)) return [blocks('PRIV-01', { missing: 'reason' }, 'give_reason')];
  return judgePrivateMatters(reason);
}

/**
 * PRIV-01: how many looks the person has had within the hour up to `now` when that is too many, else null. `looks`: the instants of the
 * person's looks, this one included.
 */
export function tooMany(looks: readonly Instant[], now: Instant): number | null {
  const count = looks.filter((at) => now - HOUR < at && at <= now).length;
  return count > REVEALS_AN_HOUR ? count : null;
}
