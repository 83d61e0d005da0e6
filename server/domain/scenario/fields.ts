import { ROLES, type Role } from '../base/role.ts';
import { ACCESS_TYPES, CUSTOMER_CLASSES } from '../order/order-type.ts';
import { TURNED_AWAY_BY } from '../visit/visit.ts';

/** What a field of a step may hold. `moment` is an instant that may be vague: a vague one is judged by the rules, not refused as a file. */
export type FieldKind =
  | 'instant'
  | 'moment'
  | 'moments'
  | 'text'
  | 'texts'
  | 'number'
  | 'boolean'
  | 'date'
  | 'approval'
  | 'note'
  | 'any'
  | 'order'
  | 'orders'
  | 'outage'
  | 'orderOrOutage'
  | 'technician'
  | 'area'
  | 'person'
  | 'role'
  | 'parameter'
  | AnyCase
  | readonly (string | number)[];

/** Words that the standard itself writes in capitals and without: VIP, vip; xDSL, xdsl. Read as they stand here. */
export interface AnyCase {
  readonly anyCase: readonly string[];
}

export interface StepSpec {
  /** The role that acts when `as` does not say. */
  as: Role;
  fields: Readonly<Record<string, FieldKind>>;
  /** Fields without which the step means nothing; what a rule asks for is judged by the rule instead. */
  required: readonly string[];
}

/** What an access type may be called; AD is the documents' short word for a line of copper (SKIL-01). */
export const ACCESS_WORDS = [...ACCESS_TYPES.map((one) => one.toLowerCase()), 'ad', 'adsl'];
const CAUSE = ['customer', 'company', 'third_party', 'force_majeure'] as const;
const order = { order: 'order' } as const;

function spec(as: Role, fields: Record<string, FieldKind> = {}, required: readonly string[] = []): StepSpec {
  return { as, fields: { ...order, ...fields }, required: ['order', ...required] };
}
function apart(as: Role, fields: Record<string, FieldKind>, required: readonly string[]): StepSpec {
  return { as, fields, required };
}

/** Every step of the language with its fields (scenarios.md). An unknown step or field makes the file invalid. */
export const STEPS: Readonly<Record<string, StepSpec>> = {
  'order.intake': spec(
    'csr',
    {
      type: [
        'install',
        'move',
        'remove',
        'fault',
        'complaint',
        'suggestion',
        'consult',
        'business',
        'inspection',
      ],
      area: 'area',
      region: ['urban', 'township', 'village'],
      customerClass: { anyCase: CUSTOMER_CLASSES },
      emergencyLine: 'boolean',
      escalated: 'boolean',
      accessType: { anyCase: ACCESS_WORDS },
      subscribedMbps: 'number',
      durationMin: 'number',
      missing: 'texts',
      sameIssueAs: 'order',
      detailsRecorded: 'boolean',
      churnReason: 'text',
      retentionLevel: 'number',
    },
    ['type'],
  ),
  'order.review': spec('duty_supervisor'),
  'order.remote': spec('expert_agent', { result: ['started', 'solved', 'unsolved'] }, ['result']),
  'order.dispatch': spec('dispatcher', {
    technician: 'technician',
    companion: 'technician',
    approval: 'approval',
  }),
  'order.reassign': spec(
    'dispatcher',
    { technician: 'technician', companion: 'technician', reason: 'text', approval: 'approval' },
    ['technician'],
  ),
  'order.accompany': spec('dispatcher', { technician: 'technician', approval: 'approval' }, ['technician']),
  'order.unaccompany': spec('dispatcher'),
  'order.accept': spec('technician', { technician: 'technician' }),
  'order.return': spec('technician', { reason: 'text' }),
  'order.mismatch': spec('technician', { field: 'text', causedBy: ['customer', 'company'] }, ['causedBy']),
  'order.verify': spec('technician', { fields: 'texts' }),
  'order.merge': spec('dispatcher', { into: 'orderOrOutage' }, ['into']),
  'order.cancel': spec('csr', { by: [...ROLES, 'company'], reason: 'text' }),
  'contact.attempt': spec(
    'technician',
    {
      channel: ['phone', 'sms', 'app'],
      outcome: ['connected', 'no_answer', 'refused', 'invalid'],
      contentConfirmed: 'boolean',
    },
    ['outcome'],
  ),
  'appointment.confirm': spec('technician', {
    start: 'moment',
    end: 'moment',
    proposedBy: ['customer', 'company'],
    offered: 'moments',
    preferred: 'moments',
    reason: 'text',
    approval: 'approval',
  }),
  'appointment.change': spec('dispatcher', {
    start: 'moment',
    end: 'moment',
    cause: CAUSE,
    reason: 'text',
    notifiedAt: 'instant',
    agreed: 'boolean',
    reached: 'boolean',
    earlyOffer: 'boolean',
    approval: 'approval',
    version: 'number',
  }),
  'appointment.draft_move': spec('dispatcher', { start: 'moment' }),
  'appointment.reached': spec('dispatcher', { agreed: 'boolean', approval: 'approval' }),
  'appointment.cancel': spec('technician', { cause: CAUSE, reason: 'text', approval: 'approval' }),
  'appointment.late': spec('technician', { eta: 'moment', reason: 'text', contactedAt: 'instant' }),
  'hold.start': spec(
    'technician',
    {
      reason: ['customer_wish', 'customer_absent', 'unreachable', 'customer_owned_line'],
      until: 'instant',
      offered: 'moments',
      approval: 'approval',
    },
    ['reason'],
  ),
  'hold.end': spec('technician'),
  'visit.depart': spec('technician', { approval: 'approval' }),
  'visit.arrive': spec('technician', { distanceM: 'number', reason: 'text' }),
  'visit.knock': spec('technician'),
  'visit.enter': spec('technician'),
  'visit.leave_no_answer': spec('technician', { calls: 'number', note: 'note', photo: 'boolean' }),
  'visit.turned_away': spec('technician', { by: TURNED_AWAY_BY, reason: 'text', calls: 'number' }, ['by']),
  'visit.work': spec('technician'),
  'visit.test': spec('technician', { threeOnes: 'boolean', downMbps: 'number', reason: 'text' }),
  'visit.activate': spec('technician', { temporary: 'boolean' }),
  'visit.observe': spec('technician'),
  'visit.observe_failed': spec('technician'),
  'visit.sign': spec('customer', {
    filledBy: ['customer', 'technician'],
    refused: 'boolean',
    reason: 'text',
  }),
  'visit.block': spec('technician', {
    reason: 'text',
    department: 'text',
    consent: 'boolean',
    expectedReturnDate: 'date',
  }),
  'visit.past_hours': spec('technician', { goesOn: 'boolean', reason: 'text' }, ['goesOn']),
  'coordination.ack': spec('dispatcher'),
  'coordination.done': spec('dispatcher'),
  'visit.finish': spec('technician'),
  'order.resolve': spec('technician', {
    causeSide: ['central_office', 'third_party', 'customer_side'],
    approval: 'approval',
  }),
  'order.reply': spec('technician'),
  'progress.feedback': spec('technician'),
  'dept.report': spec('technician'),
  'urge.issue': spec('csr'),
  'callback.record': spec(
    'callback_agent',
    {
      agent: 'person',
      outcome: ['done', 'not_reached'],
      repairedOnDay: 'boolean',
      working: 'boolean',
      score: 'number',
      dissatisfied: 'boolean',
    },
    ['outcome'],
  ),
  'damage.report': spec('technician'),
  'damage.agree': spec('technician'),
  'damage.compensate': spec('branch_manager'),
  'cutover.plan': apart(
    'noc',
    { cutover: 'text', start: 'instant', area: 'area', announcedAt: 'instant', approval: 'approval' },
    ['cutover', 'start'],
  ),
  'outage.open': apart('noc', { outage: 'text', area: 'area', orders: 'orders' }, ['outage']),
  'outage.restore': apart('noc', { outage: 'outage' }, ['outage']),
  'area.leave': apart('admin', { technician: 'technician', successor: 'technician', area: 'area' }, [
    'technician',
  ]),
  'calendar.publish': apart('admin', { year: 'number', off: 'texts', work: 'texts' }, ['year', 'off']),
  'standard.change': apart('admin', { parameter: 'parameter', value: 'any' }, ['parameter', 'value']),
  tick: apart('system', { order: 'text' }, []),
};
