import type { OrderCommandType } from './order-command.ts';
import type { OrderStatus } from './order-status.ts';
import { ORDER_STATUSES, TERMINAL_STATUSES } from './order-status.ts';

const OPEN: readonly OrderStatus[] = ORDER_STATUSES.filter((status) => !TERMINAL_STATUSES.has(status));
const IN_HAND: readonly OrderStatus[] = ['dispatched', 'accepted', 'appointed', 'pending_appointment'];
/** A promise may stand, also while the order is on its way to another technician. */
const PROMISED: readonly OrderStatus[] = ['pending_dispatch', 'dispatched', 'accepted', 'appointed'];
const VISITING: readonly OrderStatus[] = ['in_progress'];
const ANY: readonly OrderStatus[] = ORDER_STATUSES;

/** One row of the order's state table: in which states a step may be taken, and where it leads. `same` stays. */
export interface OrderStep {
  from: readonly OrderStatus[];
  to: readonly (OrderStatus | 'same')[];
}

/**
 * The order's state machine (service-standard §22.1), one row a command. A step from any other state is refused as STATE; what the
 * step needs beside the state is said by its rules. Time-driven moves are in order/due-events.ts.
 */
export const ORDER_STEPS: Readonly<Record<Exclude<OrderCommandType, 'order.intake'>, OrderStep>> = {
  'order.review': { from: ['in_review'], to: ['pending_dispatch'] },
  'order.remote': {
    from: ['draft', 'pending_dispatch', 'remote_handling'],
    to: ['remote_handling', 'pending_dispatch', 'resolved'],
  },
  // draft and in_review are named so that the missing step is refused by its own rule (INTK-01, INTK-08, INTK-09)
  'order.dispatch': {
    from: ['draft', 'in_review', 'pending_dispatch', 'remote_handling'],
    to: ['dispatched'],
  },
  'order.reassign': { from: [...IN_HAND, 'on_hold_customer', 'blocked'], to: ['same'] },
  'order.unassign': { from: [...IN_HAND], to: ['pending_dispatch'] },
  'order.lock': { from: [...IN_HAND, 'on_hold_customer', 'blocked'], to: ['same'] },
  'order.unlock': { from: OPEN, to: ['same'] },
  'order.accompany': { from: [...IN_HAND, ...VISITING, 'on_hold_customer', 'blocked'], to: ['same'] },
  'order.unaccompany': { from: [...IN_HAND, ...VISITING, 'on_hold_customer', 'blocked'], to: ['same'] },
  'order.accept': {
    from: [...IN_HAND, 'on_hold_customer', 'blocked'],
    to: ['accepted', 'appointed', 'same'],
  },
  'order.return': { from: ['dispatched', 'accepted'], to: ['pending_dispatch'] },
  'order.mismatch': {
    from: ['pending_dispatch', ...IN_HAND, 'in_progress', 'on_hold_customer'],
    to: ['pending_dispatch'],
  },
  // the right number ends the wait for it (E-55)
  'order.verify': { from: OPEN, to: ['same', 'accepted'] },
  'order.complete': { from: ['draft'], to: ['draft', 'pending_dispatch', 'in_review'] },
  'order.place': { from: OPEN, to: ['same'] },
  'order.merge': { from: ['draft', 'pending_dispatch'], to: ['merged'] },
  'order.cancel': { from: OPEN, to: ['cancelled'] },
  'order.resolve': { from: ['in_progress', 'accepted', 'on_hold_customer'], to: ['resolved'] },
  'order.unserviceable': { from: ['accepted', 'blocked', 'pending_appointment'], to: ['unserviceable'] },
  'order.retain': { from: ['draft', 'pending_dispatch'], to: ['retained'] },
  'order.reply': { from: ['resolved'], to: ['replied'] },
  // reaching the customer ends the wait for that customer, a third invalid number begins one (E-55)
  'contact.attempt': { from: OPEN, to: ['same', 'accepted', 'on_hold_customer'] },
  'appointment.confirm': {
    from: ['accepted', 'appointed', 'pending_appointment', 'on_hold_customer'],
    to: ['appointed'],
  },
  'appointment.change': { from: [...PROMISED, 'in_progress'], to: ['same', 'appointed'] },
  'appointment.draft_move': { from: ['pending_dispatch', ...IN_HAND, 'on_hold_customer'], to: ['same'] },
  'appointment.reached': { from: PROMISED, to: ['same', 'appointed'] },
  'appointment.withdraw': { from: PROMISED, to: ['same'] },
  'appointment.cancel': { from: ['appointed'], to: ['pending_appointment'] },
  'appointment.late': { from: ['appointed', 'in_progress'], to: ['same'] },
  // in_progress: put off by the customer while the crew is on its way (CHG-10); on_hold_customer: the review of a wait that an
  // invalid number has begun by itself (E-55)
  'hold.start': {
    from: ['accepted', 'appointed', 'pending_appointment', 'in_progress', 'on_hold_customer'],
    to: ['on_hold_customer'],
  },
  // accepted: a wait that a contact has ended is lifted once more without harm
  'hold.end': { from: ['on_hold_customer', 'accepted'], to: ['accepted', 'same'] },
  'visit.depart': { from: ['appointed'], to: ['in_progress'] },
  'visit.arrive': { from: VISITING, to: ['same'] },
  'visit.knock': { from: VISITING, to: ['same'] },
  'visit.enter': { from: VISITING, to: ['same'] },
  'visit.leave_no_answer': { from: VISITING, to: ['on_hold_customer', 'pending_appointment'] },
  'visit.turned_away': { from: VISITING, to: ['on_hold_customer', 'pending_appointment', 'appointed'] },
  'visit.work': { from: VISITING, to: ['same'] },
  'visit.test': { from: VISITING, to: ['same'] },
  'visit.activate': { from: VISITING, to: ['same'] },
  'visit.observe': { from: VISITING, to: ['same'] },
  'visit.observe_failed': { from: VISITING, to: ['same'] },
  'visit.sign': { from: VISITING, to: ['same'] },
  'visit.block': { from: VISITING, to: ['blocked'] },
  'visit.past_hours': { from: VISITING, to: ['same', 'pending_appointment'] },
  'visit.finish': { from: VISITING, to: ['same', 'appointed'] },
  'visit.safety': { from: VISITING, to: ['pending_appointment'] },
  'order.rule_cause': { from: ANY, to: ['same'] },
  'order.confirm_times': { from: ANY, to: ['same'] },
  'coordination.ack': { from: ['blocked'], to: ['same'] },
  'coordination.done': { from: ['blocked'], to: ['pending_appointment'] },
  'site.record': {
    from: [
      ...PROMISED,
      'draft',
      'in_review',
      'remote_handling',
      'pending_appointment',
      'on_hold_customer',
      'blocked',
    ],
    to: ['same'],
  },
  'first_ask.hand_over': { from: OPEN, to: ['same'] },
  'first_ask.take_over': { from: OPEN, to: ['same'] },
  'question.ask': { from: OPEN, to: ['same'] },
  'question.settle': { from: OPEN, to: ['same'] },
  'question.answer': { from: OPEN, to: ['same', 'closed'] },
  'complaint.refer_up': { from: OPEN, to: ['same'] },
  'complaint.mark_major': { from: OPEN, to: ['same'] },
  'progress.promise_finish': { from: OPEN, to: ['same'] },
  'customer.urge': { from: OPEN, to: ['same'] },
  'progress.feedback': { from: OPEN, to: ['same'] },
  'dept.report': { from: OPEN, to: ['same'] },
  'urge.issue': { from: OPEN, to: ['same'] },
  'urge.ack': { from: OPEN, to: ['same'] },
  // retained: who stays is asked at the counter as well (CALL-04, E-105)
  'callback.record': {
    from: [...OPEN, 'retained'],
    to: ['callback', 'closed', 'pending_dispatch', 'same'],
  },
  'follow_up.done': { from: OPEN, to: ['same', 'closed'] },
  'outage.verify_line': {
    // merged: the child of an outage, never a duplicate
    from: ['draft', 'pending_dispatch', 'dispatched', 'accepted', 'merged'],
    to: ['resolved', 'pending_dispatch'],
  },
  'damage.report': { from: ANY, to: ['same'] },
  'damage.apologise': { from: ANY, to: ['same'] },
  'damage.assess': { from: ANY, to: ['same'] },
  'damage.agree': { from: ANY, to: ['same', 'closed'] },
  'damage.compensate': { from: ANY, to: ['same', 'closed'] },
};
