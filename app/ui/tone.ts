import type { Order } from '#domain/order/order.ts';
import { type OrderStatus, TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import type { VisitStatus } from '#domain/visit/visit.ts';

/** The seven colours an order can have on any screen (ux.md, Look). `breached` overrides the others. */
export const TONES = ['unassigned', 'planned', 'en_route', 'on_site', 'done', 'blocked', 'breached'] as const;
export type Tone = (typeof TONES)[number];

const DONE: ReadonlySet<OrderStatus> = new Set(['resolved', 'replied', 'callback', ...TERMINAL_STATUSES]);
const ON_SITE: ReadonlySet<VisitStatus> = new Set([
  'arrived',
  'waiting_no_answer',
  'entered',
  'surveying',
  'working',
  'testing',
  'observing',
  'signing',
]);

/** The colour of an order. `breached` is the caller's knowledge of its timers and promise. */
export function toneOf(order: Pick<Order, 'status' | 'technicianId' | 'visits'>, breached: boolean): Tone {
  if (DONE.has(order.status)) return 'done';
  if (breached) return 'breached';
  if (order.status === 'blocked' || order.status === 'on_hold_customer') return 'blocked';
  if (order.status === 'in_progress') {
    const visit = order.visits.at(-1);
    if (visit && ON_SITE.has(visit.status)) return 'on_site';
    if (visit?.status === 'en_route') return 'en_route';
  }
  return order.technicianId === null ? 'unassigned' : 'planned';
}

/** The CSS variables of a colour: strong for text and marks, soft for grounds. */
export function toneColors(tone: Tone): { color: string; soft: string } {
  const name = tone.replace('_', '-');
  return { color: `var(--status-${name})`, soft: `var(--status-${name}-soft)` };
}
