import type { Instant, PersonId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';

/**
 * 首问责任 (RESP-01, INTK-11): whoever the customer touched first owns the matter until it is solved or clearly answered, whatever
 * the channel and whoever's duty it is. Handed on only to somebody who takes it; the earlier owners keep watch until it is closed.
 */
export interface FirstAsk {
  ownerId: PersonId;
  /** What the owner is; absent in records older than the field. */
  ownerRole?: Role;
  since: Instant;
  /** Asked to take it over, and not yet answered. */
  offeredTo: PersonId | null;
  watchers: readonly PersonId[];
}

/**
 * How a question was settled, in the order in which the ways are tried (RESP-07): answered on the spot, the customer taken to the right
 * person, the department telephoned on the spot, else a ticket for the customer-service manager. `later`: nobody could explain it and
 * the customer was told so; the answer follows (RESP-04, CMPL-08).
 */
export const RESOLUTIONS = ['answered', 'walked_over', 'phoned', 'ticket', 'later'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Resolutions after which the customer still waits for an answer. */
export const OPEN_RESOLUTIONS: ReadonlySet<Resolution> = new Set(['ticket', 'later']);

/** A question that a customer put beside the order itself (RESP-03, RESP-04, RESP-07). */
export interface Question {
  id: string;
  /** The moment at which the customer asked; RESP-03 runs from it. */
  askedAt: Instant;
  ownerId: PersonId;
  text: string;
  resolution: Resolution | null;
  /** The customer was told why it could not be answered on the spot (RESP-07). */
  explained: boolean;
  settledAt: Instant | null;
  /** The answer reached the customer, and who gave it. */
  answeredAt: Instant | null;
  answeredBy: 'owner' | 'cs_manager' | 'superior' | null;
}

/** Whether the customer still waits: not settled, or settled by a word that an answer will follow. */
export function isOpenQuestion({ resolution, answeredAt }: Question): boolean {
  return answeredAt === null && (resolution === null || OPEN_RESOLUTIONS.has(resolution));
}

/** Whether a customer of the order still waits for the answer to a question; the order stays open for it. */
export function hasOpenQuestion({ questions }: { questions: readonly Question[] }): boolean {
  return questions.some(isOpenQuestion);
}
