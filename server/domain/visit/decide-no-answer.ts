import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { pauseClock } from '../hold/pause.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Proposal } from '../order/proposal.ts';
import { shows } from '../photo/photo.ts';
import { MINUTE } from '../time/zone.ts';
import { noAnswerClock, promiseServed } from './no-answer-clock.ts';
import { stepped } from './step-visit.ts';
import type { Visit } from './visit.ts';

/** Fields of the written note that 中国电信 asks for (NOAN-02). */
const TELECOM_FIELDS = ['arrivedAt', 'leftAt', 'phone', 'contactPerson'] as const;
/** Fields of the 便利贴 of 中国移动, with the staff number it prints (NOAN-03). */
const MOBILE_FIELDS = [
  'address',
  'customerName',
  'technicianName',
  'staffNo',
  'arrivedAt',
  'leftAt',
  'phone',
  'date',
] as const;
/** The union that a note must hold. */
export const NOTE_FIELDS: readonly string[] = [...new Set([...MOBILE_FIELDS, ...TELECOM_FIELDS])];

/** NOAN-01…03: the note is there and holds the union of both documents' fields; each document answers for its own. */
function judgeNote(note: OrderCommands['visit.leave_no_answer']['note']): readonly Finding[] {
  if (note === 'full') return [];
  const fields = note === 'none' ? [] : note;
  if (fields.length === 0) return [blocks('NOAN-01', { note: 'none' }, 'leave_note')];
  const missing = (wanted: readonly string[]) => wanted.filter((field) => !fields.includes(field));
  const telecom = missing(TELECOM_FIELDS);
  const mobile = missing(MOBILE_FIELDS);
  const findings: Finding[] = [];
  if (telecom.length > 0) findings.push(blocks('NOAN-02', { missing: telecom }, 'complete_note'));
  if (mobile.length > 0) findings.push(blocks('NOAN-03', { missing: mobile }, 'complete_note'));
  if (findings.length > 0)
    findings.unshift(blocks('NOAN-01', { missing: missing(NOTE_FIELDS) }, 'complete_note'));
  return findings;
}

/** NOAN-01: ten minutes from the first knock, not before the promised start, and two calls. */
function judgeWait(
  order: Order,
  visit: Visit,
  calls: number,
  { standard, now }: DecisionContext,
): readonly Finding[] {
  const clock = noAnswerClock(order, visit);
  if (clock === null) return [blocks('NOAN-01', { knocked: false }, 'knock_first')];
  const findings: Finding[] = [];
  const mayLeaveAt = clock + standard.get('noAnswer.waitMin') * MINUTE;
  if (now < mayLeaveAt) findings.push(blocks('NOAN-01', { mayLeaveAt, nowAt: now }, 'wait'));
  const needed = standard.get('noAnswer.minCalls');
  if (calls < needed) findings.push(blocks('NOAN-01', { calls, needed }, 'call_again'));
  return findings;
}

/**
 * visit.leave_no_answer: what it makes of the promise depends on our own punctuality (NOAN-05). On time it is the customer's absence
 * and the clock stops; late it is ours and the order waits for a new appointment.
 */
export function decideLeaveNoAnswer(
  order: Order,
  visit: Visit,
  payload: OrderCommands['visit.leave_no_answer'],
  context: DecisionContext,
): Proposal {
  const { standard, now } = context;
  const findings: Finding[] = [
    ...judgeWait(order, visit, payload.calls, context),
    ...judgeNote(payload.note),
  ];
  const photo = payload.photo === true || shows(visit.photos, 'note');
  if (!photo) {
    const facts = { photo: false };
    const isRequired = standard.get('noAnswer.photo') === 'require';
    findings.push(isRequired ? blocks('NOAN-04', facts, 'take_photo') : warns('NOAN-04', facts));
  }
  const promise = promiseServed(order, visit);
  const due = promise && promise.end + standard.get('arrive.graceMin') * MINUTE;
  const onTime = due !== null && visit.arrivedAt !== null && visit.arrivedAt <= due;
  const fields = payload.note === 'full' ? NOTE_FIELDS : payload.note === 'none' ? [] : payload.note;
  const left = stepped(
    'visit.leave_no_answer',
    visit,
    {
      status: 'no_answer_left',
      leftAt: now,
      note: { fields, photo, calls: payload.calls },
    },
    { occurredAt: payload.occurredAt, ...(onTime ? {} : { status: 'pending_appointment' as const }) },
  );
  const ended = (outcome: 'missed_customer' | 'missed_company'): OrderEvent => ({
    type: 'appointment.ended',
    data: { outcome },
  });
  if (!onTime) return { findings, events: [left, ended('missed_company')] };
  const pause = pauseClock(order, 'customer_absent', null, null, standard, now);
  return {
    findings: [...findings, ...pause.findings],
    events: [
      left,
      ended('missed_customer'),
      { type: 'hold.started', data: { reason: 'customer_absent', until: null } },
      ...pause.events,
    ],
  };
}
