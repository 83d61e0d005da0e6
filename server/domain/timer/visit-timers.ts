import { MINUTE } from '../time/zone.ts';
import { noAnswerClock } from '../visit/no-answer-clock.ts';
import { observeMinutes } from '../visit/observe-minutes.ts';
import type { Visit } from '../visit/visit.ts';
import type { Arm } from './arming.ts';
import { calledOffAt, warnAfter } from './arming.ts';
import { plain } from './dispatch-timers.ts';
import type { Armed } from './timer.ts';

/** T_NOANSWER (NOAN-01): ten minutes from the first knock, not before the promised start. */
export const armNoAnswer: Arm = ({ order, standard }) =>
  order.visits.flatMap((visit): readonly Armed[] => {
    const clock = noAnswerClock(order, visit);
    if (clock === null) return [];
    const due = clock + standard.get('noAnswer.waitMin') * MINUTE;
    return [
      {
        ...plain(
          'T_NOANSWER',
          'NOAN-01',
          clock,
          due,
          null,
          visit.enteredAt ?? visit.leftAt ?? calledOffAt(order),
        ),
        runsOut: true,
      },
    ];
  });

/** A door that opens so soon after the first knock was answered; later there was a wait for an answer (SITE-02, our choice). */
const ANSWERED_AT_ONCE_MIN = 3;

/** When the time in the home began: door contact, or entry after a wait for an answer (SITE-02). */
function onSiteSince({ arrivedAt, firstKnockAt, enteredAt }: Visit): number | null {
  if (firstKnockAt === null) return arrivedAt;
  const atOnce = enteredAt !== null && enteredAt - firstKnockAt <= ANSWERED_AT_ONCE_MIN * MINUTE;
  return atOnce ? arrivedAt : enteredAt;
}

/** T_ONSITE (SITE-02): service live within two hours of the visit's start; 90 minutes is its warning. */
export const armOnSite: Arm = ({ order, standard }) => {
  if (order.type !== 'install' && order.type !== 'move') return [];
  return order.visits.flatMap((visit): readonly Armed[] => {
    const start = onSiteSince(visit);
    if (start === null) return [];
    const due = start + standard.get('onsite.targetMin') * MINUTE;
    return [
      {
        ...plain('T_ONSITE', 'SITE-02', start, due, visit.activatedAt, visit.leftAt ?? calledOffAt(order)),
        warnAt: start + standard.get('onsite.warnMin') * MINUTE,
      },
    ];
  });
};

/** T_OBSERVE (SITE-10): the least watch after a repair; a new failure starts it again. */
export const armObserve: Arm = ({ order, standard }) =>
  order.visits.flatMap((visit): readonly Armed[] => {
    if (visit.observeStartedAt === null) return [];
    const due = visit.observeStartedAt + observeMinutes(order, standard) * MINUTE;
    return [
      { ...plain('T_OBSERVE', 'SITE-10', visit.observeStartedAt, due, null, visit.leftAt), runsOut: true },
    ];
  });

/** T_COORD (BLOK-01): central dispatch acknowledges a block within 15 minutes (our choice). */
export const armCoordination: Arm = ({ order }) =>
  order.blocks.map((block) => {
    const due = block.blockedAt + COORDINATION_ACK_MIN * MINUTE;
    return {
      ...plain(
        'T_COORD',
        'BLOK-01',
        block.blockedAt,
        due,
        block.acknowledgedAt ?? block.doneAt,
        calledOffAt(order),
      ),
      warnAt: warnAfter(block.blockedAt, due, 2 / 3),
    };
  });

const COORDINATION_ACK_MIN = 15;
