import type { Order } from '../order/order.ts';

/** Work in the home (SKIL-02): what a crew does there, by the document's own names. */
export const HOME_TASKS = [
  'lead_in',
  'terminal',
  'activation',
  'guidance',
  'fault_handling',
  'take_down',
] as const;
export type HomeTask = (typeof HOME_TASKS)[number];

/**
 * The tasks of an order, in their order; what is in the home already needs not be done again (INTK-04, APPT-13). They are the middle of
 * the seven stages of an installation (TYPE-02): reading and preparing before them are cards of the departure, and the control of the
 * order after them is its reply.
 */
export function homeTasks(order: Pick<Order, 'type' | 'site'>): readonly HomeTask[] {
  if (order.type === 'fault') return ['fault_handling', 'guidance'];
  if (order.type === 'remove') return ['take_down'];
  if (order.type !== 'install') return [];
  return [
    ...(order.site.fibreToHome === 'yes' ? [] : (['lead_in'] as const)),
    ...(order.site.hasOnt === 'yes' ? [] : (['terminal'] as const)),
    'activation',
    'guidance',
  ];
}
