import { HOUR, MINUTE } from '../time/zone.ts';
import type { Arm } from './arming.ts';
import { calledOffAt } from './arming.ts';
import { plain } from './dispatch-timers.ts';

/**
 * T_FIRSTASK (RESP-03): what cannot be answered on the spot is with the customer-service manager within a quarter of an hour of the
 * question. Settled in another way, nothing has to go there any more.
 */
export const armFirstAsk: Arm = ({ order, standard }) =>
  order.questions.map(({ askedAt, resolution, settledAt }) => {
    const due = askedAt + standard.get('firstAsk.handoverMin') * MINUTE;
    const ticketAt = resolution === 'ticket' ? settledAt : null;
    const off = resolution === 'ticket' ? null : settledAt;
    return plain('T_FIRSTASK', 'RESP-03', askedAt, due, ticketAt, off ?? calledOffAt(order));
  });

/** T_ANSWER (RESP-04, CMPL-08): an answer that was put off reaches the customer in the time of a consultation, counted from the question. */
export const armAnswer: Arm = ({ order, standard }) =>
  order.questions.flatMap(({ askedAt, resolution, answeredAt }) => {
    if (resolution !== 'ticket' && resolution !== 'later') return [];
    const due = askedAt + standard.get('flow.hours').consult * HOUR;
    return [plain('T_ANSWER', 'RESP-04', askedAt, due, answeredAt, calledOffAt(order))];
  });
