import type { RuleId } from '#domain/base/rule-id.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { invalid, overlap } from './refusal.ts';
import { codeOf, constraintOf } from './transient.ts';

/** Constraints that repeat a rule of the standard: the gate decides first, the database refuses what slipped through. */
const RULE_OF: Readonly<Record<string, RuleId>> = {
  promise_inside_visit_window: 'APPT-10',
  short_notice_is_told_truly: 'CHG-01',
  short_notice_is_approved_by_another: 'CHG-01',
  change_over_limit_is_approved_by_another: 'CHG-03',
  customer_causes_are_not_counted: 'CHG-04',
  approver_is_another: 'SEP-01',
};

const BUSINESS = new Set(['23P01', '23505', '23514']);

/** The answer that a violated constraint means, or null when it is a fault of the program. */
export function constraintRefusal(error: unknown): CommandRefused | null {
  const code = codeOf(error);
  const constraint = constraintOf(error);
  if (!code || !constraint || !BUSINESS.has(code)) return null;
  const rule = RULE_OF[constraint];
  if (rule) {
    return {
      ok: false,
      code: 'refused',
      title: `Refused by ${rule}.`,
      rules: [{ id: rule, kind: 'block', clause: '', facts: { constraint } }],
    };
  }
  switch (constraint) {
    case 'visit_slot_no_overlap':
      return overlap('The technician has another visit at that time.');
    case 'approval_one_pending':
      return overlap('The same approval has been asked for and is still open.');
    case 'orders_branch_number_key':
      return invalid({ field: 'number', message: 'another order has this number already' });
    case 'orders_pkey':
      return invalid({ field: 'orderId', message: 'another order has this id already' });
    default:
      return null;
  }
}
