import { warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { checklistAt } from '../checklist/checklists.ts';

/** What a person declares of themselves when the shift begins (VRFY-03). */
export function shiftDeclarations(standardId: string): readonly string[] {
  return checklistAt('shift_start', standardId).map(({ id }) => id);
}

/** VRFY-03: sober, in uniform and with the badge is declared once a shift; what was not declared is said and kept. */
export function judgeShiftStart(
  declared: readonly string[] | undefined,
  standardId: string,
): readonly Finding[] {
  const missing = shiftDeclarations(standardId).filter((id) => !(declared ?? []).includes(id));
  return missing.length === 0 ? [] : [warns('VRFY-03', { missing }, 'declare_at_shift_start')];
}
