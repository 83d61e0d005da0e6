import type { OrderCommandType } from '../order/order-command.ts';
import type { VisitStatus } from './visit.ts';

export type VisitStepType = Extract<OrderCommandType, `visit.${string}`>;

const AT_WORK: readonly VisitStatus[] = ['working', 'testing', 'observing', 'signing'];

/** The visit's state machine (service-standard §22.3). `same` stays; the rest is judged by the rules of the step. */
export const VISIT_STEPS: Readonly<
  Record<Exclude<VisitStepType, 'visit.depart'>, { from: readonly VisitStatus[]; to: VisitStatus | 'same' }>
> = {
  'visit.arrive': { from: ['en_route'], to: 'arrived' },
  'visit.knock': { from: ['arrived', 'waiting_no_answer'], to: 'waiting_no_answer' },
  'visit.enter': { from: ['arrived', 'waiting_no_answer'], to: 'entered' },
  // arrived: nobody was knocked for, which NOAN-01 refuses by name
  'visit.leave_no_answer': { from: ['arrived', 'waiting_no_answer'], to: 'no_answer_left' },
  'visit.turned_away': { from: ['arrived', 'waiting_no_answer'], to: 'aborted_customer' },
  'visit.work': { from: ['entered', 'surveying', 'testing', 'observing'], to: 'working' },
  'visit.test': { from: ['working', 'testing', 'observing'], to: 'testing' },
  'visit.activate': { from: ['entered', 'surveying', ...AT_WORK], to: 'same' },
  'visit.observe': { from: AT_WORK, to: 'observing' },
  'visit.observe_failed': { from: ['observing', 'signing'], to: 'observing' },
  'visit.sign': { from: AT_WORK, to: 'signing' },
  'visit.block': {
    from: ['arrived', 'waiting_no_answer', 'entered', 'surveying', ...AT_WORK],
    to: 'left_blocked',
  },
  // going on stays where it is, coming again ends the trip as left_blocked
  'visit.past_hours': { from: ['entered', 'surveying', ...AT_WORK], to: 'same' },
  'visit.finish': { from: AT_WORK, to: 'done' },
  'visit.safety': {
    from: ['en_route', 'arrived', 'waiting_no_answer', 'entered', 'surveying', ...AT_WORK],
    to: 'aborted_safety',
  },
};
