import type { RuleId } from '../base/rule-id.ts';
import { BASE } from './base.ts';
import { SYSTEMS_CLAUSES } from './clauses/customer-systems.ts';
import { MOBILE_CLAUSES } from './clauses/mobile-2015.ts';
import type { SourceDocument } from './clauses/source-document.ts';
import { TELECOM_CLAUSES } from './clauses/telecom.ts';
import { TIANYU_CLAUSES } from './clauses/tianyu-2014.ts';
import { TIETONG_CLAUSES } from './clauses/tietong-fujian-2015.ts';
import { LINEMAN_CLAUSES } from './clauses/tietong-lineman.ts';
import { UNICOM_CLAUSES } from './clauses/unicom-2013.ts';
import { MANAGEMENT_CLAUSES } from './clauses/unicom-management-2009.ts';
import type { ParameterName } from './parameter.ts';
import type { ResolvedStandard } from './resolve.ts';

/** In the order in which they are asked for a rule that an order's own document does not speak of. */
const DOCUMENTS: readonly SourceDocument[] = [
  TIETONG_CLAUSES,
  MOBILE_CLAUSES,
  TELECOM_CLAUSES,
  UNICOM_CLAUSES,
  LINEMAN_CLAUSES,
  TIANYU_CLAUSES,
  MANAGEMENT_CLAUSES,
  SYSTEMS_CLAUSES,
];

/** The document that a standard is taken from, by the standard's id. */
const OWN_DOCUMENT: Readonly<Record<string, SourceDocument>> = {
  'tietong-fujian-2015': TIETONG_CLAUSES,
  'mobile-2015': MOBILE_CLAUSES,
  telecom: TELECOM_CLAUSES,
  'unicom-2013': UNICOM_CLAUSES,
  'tianyu-2014': TIANYU_CLAUSES,
};

/** Rules that follow from another's words. */
const STANDS_ON: { readonly [rule in RuleId]?: RuleId } = {
  'APPT-05': 'CMPL-02',
  'APPT-11': 'ARITH-07',
  'CHG-04': 'CHG-03',
  'CHG-09': 'APPT-10',
  'CHG-10': 'CHG-03',
  'CMPL-05': 'RESP-03',
  'CUST-02': 'DISP-04',
  'DISP-03': 'DISP-01',
  'DONE-07': 'APPT-01',
  'DONE-10': 'SITE-25',
  'INTK-11': 'RESP-01',
  'OUTG-02': 'SCHD-05',
  'SCHD-07': 'APPT-08',
  'SCHD-08': 'WIN-01',
  'SCHD-09': 'TRAV-01',
  'SITE-02': 'SITE-01',
  'TRAV-04': 'TRAV-03',
  'WIN-02': 'SCHD-06',
  'WIN-03': 'CALL-05',
  'WIN-04': 'ACPT-01',
};

/**
 * The words that a rule stands on: those of the value that the standard applies, else of the standard's own document, else of the
 * documents that all standards are layered over, else of the rule that it follows from; empty for a rule of our own choice.
 */
export function clauseOf(rule: RuleId, standard: ResolvedStandard): string {
  const own = wordsOf(rule, standard);
  const base = STANDS_ON[rule];
  return own === '' && base !== undefined ? wordsOf(base, standard) : own;
}

function wordsOf(rule: RuleId, standard: ResolvedStandard): string {
  for (const name of Object.keys(BASE.parameters) as ParameterName[]) {
    const origin = standard.origin(name);
    if (origin.rule === rule && origin.clause) return origin.clause;
  }
  const ownWords = OWN_DOCUMENT[standard.id]?.clauses[rule];
  return ownWords ?? DOCUMENTS.find(({ clauses }) => clauses[rule] !== undefined)?.clauses[rule] ?? '';
}
