import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { PhotoGiven } from '../photo/photo.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { HandOverFacts } from './step-given.ts';

/** What a customer says of the work where the standard asks in words; from bad to good, as the numbers of the other scale run. */
export const RATINGS = ['dissatisfied', 'neutral', 'satisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** Satisfaction as the customer wrote it, on the scale that was asked: scales are never converted (DONE-02, X-16). */
export interface SheetAnswer {
  /** Null: no satisfaction was told. */
  scale: 'text' | '1-10' | null;
  rating?: Rating;
  score?: number;
  /** The customer wrote an opinion too; its words stand beside the log. */
  opined?: true;
}

/** Who gets a copy of the confirmation sheet, in the order in which copies are given out (DONE-02). */
export const COPIES = ['customer', 'technician', 'maintenance'] as const;
export type CopyFor = (typeof COPIES)[number];

/** The confirmation sheet as `visit.sign` brings it. */
type Sheet = HandOverFacts & {
  filledBy: 'customer' | 'technician';
  refused?: boolean;
  reason?: string;
  photos?: readonly PhotoGiven[];
};

/**
 * The sheet is the customer's to fill in (DONE-02, E-80) and to sign; who refuses is recorded with the reason (DONE-03, E-79), and with nothing
 * that only the customer may write.
 */
export function judgeSheet(sheet: Sheet, standard: ResolvedStandard): readonly Finding[] {
  const { filledBy, refused = false, reason, signatureHash } = sheet;
  const findings: Finding[] = [];
  if (!refused && filledBy !== standard.get('confirm.filledBy'))
    findings.push(blocks('DONE-02', { filledBy }, 'hand_over_device'));
  if (refused && !reason?.trim()) findings.push(blocks('DONE-03', { missing: 'reason' }, 'give_reason'));
  if (refused && (answerOf(sheet) || signatureHashOf(sheet)))
    findings.push(blocks('DONE-02', { filledBy, refused }, 'hand_over_device'));
  const drawn = drawnOf(sheet)?.hash;
  if (signatureHash !== undefined && drawn !== undefined && drawn !== signatureHash)
    findings.push(blocks('DONE-02', { signatureHash, image: drawn }, 'hand_over_device'));
  return findings;
}

/** What the customer wrote; null where nothing was told. */
export function answerOf({ rating, score, opined }: HandOverFacts): SheetAnswer | null {
  if (rating === undefined && score === undefined && !opined) return null;
  return {
    scale: score !== undefined ? '1-10' : rating !== undefined ? 'text' : null,
    ...(rating === undefined ? {} : { rating }),
    ...(score === undefined ? {} : { score }),
    ...(opined ? { opined } : {}),
  };
}

/** The fingerprint of the signed image: as told, or of the image that the step names. */
export function signatureHashOf(sheet: Pick<Sheet, 'signatureHash' | 'photos'>): string | undefined {
  return sheet.signatureHash ?? drawnOf(sheet)?.hash;
}

function drawnOf({ photos }: Pick<Sheet, 'photos'>): PhotoGiven | undefined {
  return photos?.find(({ of }) => of === 'signature');
}

/** Those whom the standard gives a copy. */
export function copiesOf(standard: ResolvedStandard): readonly CopyFor[] {
  return COPIES.slice(0, standard.get('confirm.copies'));
}

/** Whether an answer says that the customer is not satisfied: below the score that the standard counts as satisfied, or in words (SITE-23). */
export function saysDissatisfied(answer: SheetAnswer, standard: ResolvedStandard): boolean {
  const scale = standard.get('satisfaction');
  if (answer.score !== undefined) return scale.scale === '1-10' && answer.score < scale.okMin;
  return answer.rating === 'dissatisfied';
}
