import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';

/** Something still owed to the customer. With `dueAt` it is a promised contact, and the order stays open until it was made. */
export interface FollowUp {
  rule: RuleId;
  reason: string;
  at: Instant;
  /** Absent or null: a mark that a callback settles. */
  dueAt?: Instant | null;
  doneAt?: Instant | null;
}

/** Whether the customer still waits to hear from us. */
export function isOwed({ dueAt, doneAt }: FollowUp): boolean {
  return dueAt != null && doneAt == null;
}
