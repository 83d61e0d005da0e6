/** Order states (service-standard §22.1). */
export const ORDER_STATUSES = [
  'draft',
  'in_review',
  'remote_handling',
  'pending_dispatch',
  'dispatched',
  'accepted',
  'appointed',
  'in_progress',
  'blocked',
  'pending_appointment',
  'on_hold_customer',
  'resolved',
  'replied',
  'callback',
  'closed',
  'cancelled',
  'unserviceable',
  'retained',
  'merged',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const TERMINAL_STATUSES: ReadonlySet<OrderStatus> = new Set([
  'closed',
  'cancelled',
  'unserviceable',
  'retained',
  'merged',
]);

/** States in which an order may be planned onto a technician's day. */
export const PLANNABLE_STATUSES: ReadonlySet<OrderStatus> = new Set([
  'pending_dispatch',
  'dispatched',
  'accepted',
  'appointed',
  'pending_appointment',
]);

/** The work is done; what is left is to answer and to call back. */
export const WORK_DONE_STATUSES: ReadonlySet<OrderStatus> = new Set(['resolved', 'replied', 'callback']);
