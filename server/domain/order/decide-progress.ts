import type { Propose } from './proposal.ts';
import { outOfState, passes } from './proposal.ts';

const acknowledge: Propose<'coordination.ack'> = (order) =>
  order.blocks.at(-1)?.acknowledgedAt === null
    ? passes({ type: 'coordination.acknowledged', data: {} })
    : outOfState(order, 'coordination.ack', 'an unanswered report');

/** BLOK-03: conditions are met; the first-contact limit starts anew. */
const done: Propose<'coordination.done'> = () => passes({ type: 'coordination.done', data: {} });

/** PROG-01. */
const feedback: Propose<'progress.feedback'> = () => passes({ type: 'progress.fed_back', data: {} });

/** PROG-02: the department tells the accepting unit that a fault is still open. */
const report: Propose<'dept.report'> = (order) =>
  order.type === 'fault'
    ? passes({ type: 'dept.reported', data: {} })
    : outOfState(order, 'dept.report', 'fault');

/** OVRD-01: an urge order to the responsible department; each is a record of its own. */
const urge: Propose<'urge.issue'> = (order) =>
  order.repliedAt === null
    ? passes({ type: 'urge.issued', data: { by: 'person' } })
    : outOfState(order, 'urge.issue', 'an unanswered order');

export const PROGRESS_RULES = {
  'coordination.ack': acknowledge,
  'coordination.done': done,
  'progress.feedback': feedback,
  'dept.report': report,
  'urge.issue': urge,
};
