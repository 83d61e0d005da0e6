import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { CancelledPromise, Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Proposal } from '../order/proposal.ts';
import { shows } from '../photo/photo.ts';
import { localDate, MINUTE } from '../time/zone.ts';
import { departmentFor, judgeScope, turnsBackAtGate } from './block-reasons.ts';
import { promiseServed } from './no-answer-clock.ts';
import { promiseMet } from './promise-met.ts';
import { stepped } from './step-visit.ts';
import type { Visit } from './visit.ts';

type Report = OrderCommands['visit.block'];

/** BLOK-01: a block is photographed where the program has a camera; a gate that refuses is always asked for one (E-45, as NOAN-04). */
function judgePhoto(visit: Visit, { reason, photos }: Report): readonly Finding[] {
  const atGate = turnsBackAtGate(visit, reason);
  if (shows(visit.photos, 'block') || (atGate && shows(visit.photos, 'gate'))) return [];
  return photos || atGate ? [warns('BLOK-01', { missing: ['photo'] }, 'take_photo')] : [];
}

/** E-45, CHG-04: the gate is a third party; a new time for a visit that never reached the door is a change of its cause. */
function turnedBack(
  order: Order,
  visit: Visit,
  { reason }: Report,
  { actor, now }: DecisionContext,
): Omit<CancelledPromise, 'at'> | null {
  const promise = promiseServed(order, visit);
  if (!promise || !turnsBackAtGate(visit, reason)) return null;
  return {
    cause: 'third_party',
    reason,
    requestedBy: actor.id,
    noticeLeadMin: (promise.start - now) / MINUTE,
    approval: null,
    atGate: true,
  };
}

/** BLOK-06: a fault that cannot be solved here is on record, and the customer is to hear of it. */
function keptPosted({ type }: Order, reason: string): readonly OrderEvent[] {
  return type === 'fault' ? [{ type: 'follow_up.noted', data: { rule: 'BLOK-06', reason } }] : [];
}

/**
 * visit.block (BLOK-01, BLOK-02, BLOK-04, SITE-12, SITE-27): reported with reason and department; leaving needs the customer's consent and
 * a day of return. The clock runs on.
 */
export function decideBlock(order: Order, visit: Visit, payload: Report, context: DecisionContext): Proposal {
  const { now, standard } = context;
  const findings: Finding[] = [];
  const missing = (['reason', 'department'] as const).filter((field) => !payload[field]?.trim());
  if (missing.length > 0) findings.push(blocks('BLOK-01', { missing }, 'give_reason'));
  else findings.push(...judgeScope(payload.reason, payload.department));
  findings.push(...judgePhoto(visit, payload));
  if (payload.consent === false) findings.push(blocks('BLOK-02', { consent: false }, 'ask_consent'));
  const date = payload.expectedReturnDate ?? null;
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date < localDate(now, standard.get('tz')))
    findings.push(blocks('BLOK-04', { expectedReturnDate: date, nowAt: now }, 'name_return_date'));
  const taken = turnedBack(order, visit, payload, context);
  return {
    findings,
    events: [
      stepped(
        'visit.block',
        visit,
        { status: 'left_blocked', leftAt: now },
        { ...payload, status: 'blocked' },
      ),
      ...promiseMet(order, visit, context),
      {
        type: 'visit.blocked',
        data: {
          block: {
            reason: payload.reason,
            department: departmentFor(payload.reason, payload.department),
            consent: payload.consent ?? true,
            expectedReturnDate: date,
            blockedAt: now,
            acknowledgedAt: null,
            doneAt: null,
          },
          ...(taken ? { turnedBack: taken } : {}),
        },
      },
      ...keptPosted(order, payload.reason),
    ],
  };
}
