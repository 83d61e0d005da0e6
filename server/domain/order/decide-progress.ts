import { blocks, warns } from '../base/finding.ts';
import { judgeDelayReport } from '../fault/delay-report.ts';
import { URGE_STEPS, urgeStatus } from '../urge/urge-states.ts';
import type { Propose } from './proposal.ts';
import { outOfState, passes } from './proposal.ts';
import { doneAt } from './work-done.ts';

const acknowledge: Propose<'coordination.ack'> = (order) =>
  order.blocks.at(-1)?.acknowledgedAt === null
    ? passes({ type: 'coordination.acknowledged', data: {} })
    : outOfState(order, 'coordination.ack', 'an unanswered report');

/** BLOK-03: conditions are met; the first-contact limit starts anew. */
const done: Propose<'coordination.done'> = () => passes({ type: 'coordination.done', data: {} });

/** PROG-01. */
const feedback: Propose<'progress.feedback'> = () => passes({ type: 'progress.fed_back', data: {} });

/** PROG-02, BLOK-07: the department tells the accepting unit that a fault is still open, and from when on it expects it to be solved. */
const report: Propose<'dept.report'> = (order, { reason, newEta }, { standard, now }) => {
  if (order.type !== 'fault') return outOfState(order, 'dept.report', 'fault');
  const delay = reason !== undefined && newEta !== undefined ? { delay: { reason, newEta } } : {};
  return {
    findings: judgeDelayReport(order, { reason, newEta }, standard, now),
    events: [{ type: 'dept.reported', data: delay }],
  };
};

/** OVRD-01: an urge order to the responsible department; each is a record of its own. */
const urge: Propose<'urge.issue'> = (order) =>
  order.repliedAt === null
    ? passes({ type: 'urge.issued', data: { by: 'person' } })
    : outOfState(order, 'urge.issue', 'an unanswered order');

/** The department takes note of the urges that it has not answered yet. */
const acknowledgeUrge: Propose<'urge.ack'> = (order) =>
  order.urges.some((one) => URGE_STEPS['urge.ack'].from.some((status) => status === urgeStatus(one, order)))
    ? passes({ type: 'urge.acknowledged', data: {} })
    : outOfState(order, 'urge.ack', 'an issued urge');

/** PROG-04: a customer who complains of the duration is told by when it will be done; the time is kept and watched. */
const promiseFinish: Propose<'progress.promise_finish'> = (order, { finishAt }, { now }) => {
  if (order.repliedAt !== null || doneAt(order) !== null)
    return outOfState(order, 'progress.promise_finish', 'unfinished work');
  return {
    findings: !(finishAt > now) ? [blocks('PROG-04', { finishAt, nowAt: now }, 'choose_future')] : [],
    events: [{ type: 'progress.finish_promised', data: { finishAt } }],
  };
};

/** OVRD-02: the customer's own urge is recorded and raises the priority one step; no clock starts anew. */
const customerUrge: Propose<'customer.urge'> = (order) =>
  order.repliedAt === null
    ? {
        findings: [warns('OVRD-02', { urges: order.customerUrges.length + 1 })],
        events: [{ type: 'customer.urged', data: {} }],
      }
    : outOfState(order, 'customer.urge', 'an unanswered order');

export const PROGRESS_RULES = {
  'progress.promise_finish': promiseFinish,
  'customer.urge': customerUrge,
  'coordination.ack': acknowledge,
  'coordination.done': done,
  'progress.feedback': feedback,
  'dept.report': report,
  'urge.issue': urge,
  'urge.ack': acknowledgeUrge,
};
