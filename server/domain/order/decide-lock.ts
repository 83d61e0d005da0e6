import { currentVisit } from '../visit/current-visit.ts';
import type { Propose } from './proposal.ts';
import { outOfState, passes } from './proposal.ts';

/** LOCK: an order that somebody has, and whose visit has not begun, is locked to what it has now. */
const lock: Propose<'order.lock'> = (order, payload, { actor, now }) => {
  if (order.technicianId === null) return outOfState(order, 'order.lock', 'technician');
  if (currentVisit(order)) return outOfState(order, 'order.lock', 'no visit under way');
  if (payload.time && order.planned === null) return outOfState(order, 'order.lock', 'planned time');
  return passes({
    type: 'order.locked',
    data: {
      lock: {
        technicianId: payload.technician ? order.technicianId : null,
        start: payload.time ? (order.planned?.start ?? null) : null,
        by: actor.id,
        at: now,
      },
    },
  });
};

const unlock: Propose<'order.unlock'> = (order) =>
  order.lock ? passes({ type: 'order.unlocked', data: {} }) : outOfState(order, 'order.unlock', 'lock');

/** Rules of fixing an order's place. */
export const LOCK_RULES = { 'order.lock': lock, 'order.unlock': unlock };
